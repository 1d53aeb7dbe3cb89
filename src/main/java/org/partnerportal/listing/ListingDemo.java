package org.partnerportal.listing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Secrets;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fills the directory with fictional partners, once, while demo data is switched on. */
@Component
@Order(4)
class ListingDemo implements ApplicationRunner {

    private static final TypeReference<List<Entry>> LISTINGS = new TypeReference<>() {};

    private final ListingRepository listings;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final DemoData demoData;
    private final Clock clock;

    ListingDemo(
            ListingRepository listings,
            TenantService tenants,
            ApplicationEventPublisher events,
            DemoData demoData,
            Clock clock) {
        this.listings = listings;
        this.tenants = tenants;
        this.events = events;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (!demoData.isOn() || listings.existsBy()) {
            return;
        }
        List<Entry> all = read().stream()
                .sorted(Comparator.comparing(Entry::listedForDays).reversed()) // the trail goes by time
                .toList();
        List<String> domains = all.stream().map(Entry::domain).toList();
        Set<String> known = tenants.withDomains(domains).keySet();
        all.stream()
                .filter(demo -> !known.contains(demo.domain()))
                .forEach(demo ->
                        tenants.makeDemoPartner(demo.organisation(), demo.domain(), demo.country(), demo.phone()));
        // asked again, which writes the partners before their listings
        Map<String, TenantId> partners = tenants.withDomains(domains);
        Instant now = clock.instant();
        for (Entry demo : all) {
            TenantId partner = Objects.requireNonNull(partners.get(demo.domain()));
            publish(partner, demo.content(), now.minus(Duration.ofDays(demo.listedForDays())));
        }
    }

    static List<Entry> read() throws IOException {
        try (InputStream file = new ClassPathResource("listing/demo-listings.json").getInputStream()) {
            return JsonMapper.shared().readValue(file, LISTINGS);
        }
    }

    private void publish(TenantId partner, ListingContent content, Instant then) {
        listings.save(new Listing(partner, content, then));
        String sha256 = Secrets.sha256(ListingContentConverter.json(content));
        events.publishEvent(new ListingEvent.Approved(then, Who.PORTAL, partner, sha256, null));
    }

    /** A fictional partner and its listing, as {@code listing/demo-listings.json} has them. */
    record Entry(
            String domain,
            String organisation,
            String country,
            int listedForDays,
            ListingText en,
            ListingText ja,
            Set<ServiceKind> services,
            Set<Industry> industries,
            Set<OrganisationSize> sizes,
            Set<SpokenLanguage> languages,
            Set<String> countries,
            Set<PartnerType> types,
            Set<Competency> competencies,
            String phone) {

        ListingContent content() {
            return new ListingContent(
                    en,
                    ja,
                    services,
                    industries,
                    sizes,
                    languages,
                    countries,
                    types,
                    competencies,
                    phone,
                    "contact@" + domain,
                    "https://www." + domain);
        }
    }
}
