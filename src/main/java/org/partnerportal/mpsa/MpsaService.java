package org.partnerportal.mpsa;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.subscription.SoldSubscriptions;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets two MPSA partners of a customer see each other's purchases, takes that back, and shows them. */
@Service
@Transactional(readOnly = true)
class MpsaService {

    private final MpsaRepository consents;
    private final MpsaSearch search;
    private final RelationshipService relationships;
    private final SoldSubscriptions sold;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MpsaService(
            MpsaRepository consents,
            MpsaSearch search,
            RelationshipService relationships,
            SoldSubscriptions sold,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.search = search;
        this.relationships = relationships;
        this.sold = sold;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    // the customer's side

    /**
     * What the customer's page shows.
     *
     * @param partners the MPSA partners of now, by name
     * @param pairs a page of the pairs that are allowed now, the newest first
     * @param count how many those are, counted up to {@link CutCount#MOST}
     * @param next the pair behind which the next page begins, or null on the last
     */
    record Overview(
            List<TenantView> partners,
            List<MpsaView> pairs,
            long count,
            @Nullable UUID next) implements CutCount {}

    Overview overview(Actor actor, MpsaFilter filter) {
        refuse(MpsaRules.see(actor));
        List<RelationshipView> inForce = inForce(actor.tenant());
        Map<TenantId, TenantView> partners = tenants.tenants(
                inForce.stream().map(RelationshipView::partner).distinct().toList());
        Set<UUID> ids = inForce.stream().map(RelationshipView::id).collect(Collectors.toSet());
        MpsaSearch.Found found = search.pairs(actor.tenant(), ids, filter);
        boolean more = found.rows().size() > MpsaSearch.PAGE;
        List<MpsaSearch.Row> shown = more ? found.rows().subList(0, MpsaSearch.PAGE) : found.rows();
        return new Overview(
                partners.values().stream()
                        .sorted(Comparator.comparing(TenantView::name))
                        .toList(),
                shown.stream()
                        .map(row -> row.view(name(partners, row.first()), name(partners, row.second())))
                        .toList(),
                found.count(),
                more ? shown.get(MpsaSearch.PAGE - 1).id() : null);
    }

    private List<RelationshipView> inForce(TenantId customer) {
        return relationships.inForce(customer, PartnerType.MPSA);
    }

    private static MpsaView view(MpsaConsent consent, Map<TenantId, TenantView> partners) {
        MpsaPair pair = consent.pair();
        return consent.view(name(partners, pair.first()), name(partners, pair.second()));
    }

    private static String name(Map<TenantId, TenantView> partners, TenantId partner) {
        return Optional.ofNullable(partners.get(partner)).map(TenantView::name).orElseThrow(NotFoundException::new);
    }

    /** Everything that is wrong with what is chosen, for the form to show. */
    Stream<MpsaRefusal> check(Actor actor, MpsaForm form) {
        refuse(MpsaRules.manage(actor));
        return MpsaRules.choose(form.firstId(), form.secondId(), inForce(actor.tenant()));
    }

    /** One of the two that are chosen, to be named once more before it is confirmed. */
    TenantView chosen(Optional<TenantId> partner) {
        return tenants.tenant(partner.orElseThrow(NotFoundException::new));
    }

    private static MpsaPair pair(MpsaForm form) {
        return MpsaPair.of(
                form.firstId().orElseThrow(NotFoundException::new),
                form.secondId().orElseThrow(NotFoundException::new));
    }

    /** Lets each of the two see what the other sold to the customer. */
    @Transactional
    void allow(Actor actor, MpsaForm form) {
        refuse(MpsaRules.manage(actor));
        Instant now = clock.instant();
        MpsaPair pair = pair(form);
        // nobody ends one of them meanwhile, and of two who allow the same the second sees what the first did
        List<RelationshipView> inForce = relationships.lockInForce(actor.tenant(), PartnerType.MPSA, now);
        Optional<MpsaConsent> known = consents.lockPair(actor.tenant(), pair.first(), pair.second());
        MpsaConsent consent = known.orElseGet(() -> consents.save(new MpsaConsent(actor, pair, inForce, now)));
        if (known.isEmpty() || consent.allow(actor, inForce, now)) {
            tell(consent, facts -> new MpsaEvent.Allowed(now, actor.who(), facts));
        }
    }

    /** Each partner's part of the trail shows it, and the customer's both. */
    private void tell(MpsaConsent consent, Function<MpsaFacts, MpsaEvent> event) {
        MpsaFacts facts = facts(consent);
        events.publishEvent(event.apply(facts));
        events.publishEvent(event.apply(facts.turned()));
    }

    private MpsaFacts facts(MpsaConsent consent) {
        MpsaPair pair = consent.pair();
        Map<TenantId, TenantView> partners = tenants.tenants(List.of(pair.first(), pair.second()));
        return consent.facts(name(partners, pair.first()), name(partners, pair.second()));
    }

    /**
     * A pair that was allowed.
     *
     * @param counts whether it still is
     */
    record Known(MpsaView pair, boolean counts) {}

    Known one(Actor actor, UUID id) {
        refuse(MpsaRules.see(actor));
        MpsaConsent consent = consents.ofCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        MpsaPair pair = consent.pair();
        return new Known(
                view(consent, tenants.tenants(List.of(pair.first(), pair.second()))),
                MpsaRules.counts(consent.state(), inForce(actor.tenant())));
    }

    /** Takes it back: from the next click on neither sees the other's purchases. */
    @Transactional
    void takeBack(Actor actor, UUID id) {
        MpsaConsent consent = consents.lockOfCustomer(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (consent.takeBack(actor, now)) {
            tell(consent, facts -> new MpsaEvent.TakenBack(now, actor.who(), facts));
        }
    }

    /** Whoever's relationship goes on reads that the other's has ended with the pair. */
    @EventListener
    @Transactional
    void on(RelationshipEvent.Ended event) {
        RelationshipEvent.Facts ended = event.relationship();
        if (ended.type() != PartnerType.MPSA) {
            return;
        }
        List<RelationshipView> inForce = inForce(ended.customer());
        Who who = event.by() == Side.CUSTOMER
                ? event.who()
                : Who.PORTAL; // no partner's person is named to another partner
        for (MpsaConsent consent : consents.between(ended.customer(), ended.partner())) {
            if (MpsaRules.endsWith(consent.state(), ended.id(), inForce)) {
                MpsaFacts facts = facts(consent);
                boolean first = facts.first().equals(ended.partner());
                events.publishEvent(new MpsaEvent.Ended(event.at(), who, first ? facts.turned() : facts));
            }
        }
    }

    // the partner's side

    /** What the partners that it is allowed to see sold to the customer; not found where that is no customer of its own. */
    MpsaPurchase.Page purchases(Actor actor, TenantId customer, @Nullable UUID before) {
        refuse(MpsaRules.seePurchases(actor));
        if (!relationships.isCustomer(actor.tenant(), customer)) {
            throw new NotFoundException();
        }
        List<RelationshipView> inForce = inForce(customer);
        Collection<TenantId> sellers = consents.between(customer, actor.tenant()).stream()
                .filter(consent -> MpsaRules.counts(consent.state(), inForce))
                .map(MpsaConsent::pair)
                .map(pair -> pair.first().equals(actor.tenant()) ? pair.second() : pair.first())
                .toList();
        if (sellers.isEmpty()) {
            return new MpsaPurchase.Page(List.of(), List.of(), 0, null);
        }
        var page = sold.by(customer, sellers, before);
        return new MpsaPurchase.Page(
                tenants.tenants(sellers).values().stream()
                        .map(TenantView::name)
                        .sorted()
                        .toList(),
                page.lines().stream().map(MpsaPurchase::of).toList(),
                page.count(),
                page.next());
    }

    private static void refuse(Optional<MpsaRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
