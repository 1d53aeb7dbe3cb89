package org.partnerportal.software;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Software products: made and offered by their vendors, shown to the customers who can buy them. */
@Service
@Transactional(readOnly = true)
public class SoftwareService {

    static final String PAGE = "/partner/software";

    private final SoftwareRepository products;
    private final SoftwareSearch search;
    private final SoftwareSales sales;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SoftwareService(
            SoftwareRepository products,
            SoftwareSearch search,
            SoftwareSales sales,
            RelationshipService relationships,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.products = products;
        this.search = search;
        this.sales = sales;
        this.relationships = relationships;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    private static void refuse(Optional<SoftwareRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    // the vendor's side

    SoftwareList ofPartner(Actor actor, SoftwareFilter filter) {
        refuse(SoftwareRules.manage(actor));
        return search.page(actor.tenant(), filter);
    }

    /** Why the person can't make another product, or null: the form tells before it is filled in. */
    @Nullable
    SoftwareRefusal mayAdd(Actor actor) {
        refuse(SoftwareRules.manage(actor));
        return SoftwareRules.add(actor, products.countOf(actor.tenant())).orElse(null);
    }

    /** Everything that is wrong with a form, for it to show. */
    Stream<SoftwareRefusal> problems(Actor actor, SoftwareForm form) {
        refuse(SoftwareRules.manage(actor));
        return SoftwareRules.content(form.content());
    }

    SoftwareView.Shown one(Actor actor, UUID id) {
        SoftwareProduct product = find(actor, products.ofPartner(actor.tenant(), id));
        return new SoftwareView.Shown(
                product.view(),
                sales.customers(actor.tenant(), List.of(id)).getOrDefault(id, 0L),
                SoftwareRules.putOnSale(actor, product.status()).orElse(null),
                SoftwareRules.withdraw(actor, product.status()).orElse(null));
    }

    /** Who bought it. */
    SoftwareSales.Page sales(Actor actor, UUID id, @Nullable UUID before) {
        refuse(SoftwareRules.manage(actor));
        return sales.of(actor.tenant(), id, before);
    }

    private static SoftwareProduct find(Actor actor, Optional<SoftwareProduct> found) {
        SoftwareProduct product = found.orElseThrow(NotFoundException::new);
        refuse(SoftwareRules.manage(actor));
        return product;
    }

    /**
     * Makes a product.
     *
     * @return its id
     */
    @Transactional
    UUID add(Actor actor, SoftwareForm form) {
        refuse(SoftwareRules.manage(actor));
        tenants.lockPartner(actor.tenant()); // two at once count each other
        UUID id = form.product();
        SoftwareContent content = form.content();
        Optional<SoftwareProduct> first = products.ofPartner(actor.tenant(), id);
        if (first.isPresent()) {
            if (!first.get().says(content)) {
                throw new SentBeforeException(PAGE + "/" + id);
            }
            return id; // the second click of two
        }
        Instant now = clock.instant();
        UUID fresh = Ids.isFresh(id, now) ? id : Ids.next();
        SoftwareProduct product =
                products.save(new SoftwareProduct(fresh, actor, content, products.countOf(actor.tenant()), now));
        events.publishEvent(new SoftwareEvent.Added(now, actor.who(), product.facts()));
        return fresh;
    }

    /** Says something else of a product, for those who buy it from now on. */
    @Transactional
    void edit(Actor actor, UUID id, SoftwareForm form) {
        SoftwareProduct product = lock(actor, id);
        SoftwareContent content = form.content();
        if (product.says(content)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        String before = product.facts().name().all();
        product.edit(actor, form.seenVersion(), content, now);
        SoftwareEvent.Facts facts = product.facts();
        boolean renamed = !before.equals(facts.name().all());
        events.publishEvent(new SoftwareEvent.Edited(now, actor.who(), facts, renamed ? before : ""));
    }

    /** Lets customers buy a product. */
    @Transactional
    void putOnSale(Actor actor, UUID id) {
        SoftwareProduct product = lock(actor, id);
        if (product.status() != SoftwareStatus.ON_SALE) { // else the second click of two
            Instant now = clock.instant();
            product.putOnSale(actor, now);
            events.publishEvent(new SoftwareEvent.PutOnSale(now, actor.who(), product.facts()));
        }
    }

    /** Keeps customers from buying a product from now on. */
    @Transactional
    void withdraw(Actor actor, UUID id) {
        SoftwareProduct product = lock(actor, id);
        if (product.status() != SoftwareStatus.WITHDRAWN) { // else the second click of two
            Instant now = clock.instant();
            product.withdraw(actor, now);
            events.publishEvent(new SoftwareEvent.Withdrawn(now, actor.who(), product.facts()));
        }
    }

    private SoftwareProduct lock(Actor actor, UUID id) {
        return find(actor, products.lockOfPartner(actor.tenant(), id));
    }

    // the customer's side, for subscriptions

    /** Whether the partner offers software to the customer now. */
    public boolean isVendor(TenantId partner, TenantId customer) {
        return hasVendorRelationship(partner, customer)
                && tenants.tenant(partner).active();
    }

    /** Whether a relationship in force lets the partner offer software, switched off or not. */
    public boolean hasVendorRelationship(TenantId partner, TenantId customer) {
        return relationships.typesInForce(partner, customer).stream().anyMatch(PartnerType::offersSoftware);
    }

    /** What the customer's vendors offer it in its currency, newest first: the page behind that one, or the first. */
    public SoftwareOffers offers(TenantId customer, String currency, @Nullable UUID before) {
        Map<TenantId, TenantView> vendors = tenants
                .tenants(relationships.inForce(customer, PartnerType.INDEPENDENT_SOFTWARE_VENDOR).stream()
                        .map(RelationshipView::partner)
                        .distinct()
                        .toList())
                .entrySet()
                .stream()
                .filter(vendor -> vendor.getValue().active())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<SoftwareSearch.Offered> found = search.offered(vendors.keySet(), currency, before);
        boolean more = found.size() > SoftwareSearch.PAGE;
        List<SoftwareSearch.Offered> shown = more ? found.subList(0, SoftwareSearch.PAGE) : found;
        return new SoftwareOffers(
                shown.stream()
                        .map(each -> SoftwareOffer.of(
                                each.id(),
                                each.vendor(),
                                Objects.requireNonNull(vendors.get(each.vendor()))
                                        .name(),
                                each.name(),
                                each.description(),
                                currency,
                                each.month(),
                                each.year(),
                                null))
                        .toList(),
                more ? shown.get(SoftwareSearch.PAGE - 1).id() : null);
    }

    /** A product of somebody who is, or was, a partner of the customer's; drafts are nobody's to find. */
    public SoftwareOffer offer(TenantId customer, String currency, UUID id) {
        TenantId vendor = vendor(customer, id);
        return offer(customer, currency, products.ofPartner(vendor, id));
    }

    /** The same; nobody withdraws it or ends the relationship until the caller's transaction ends. */
    @Transactional
    public SoftwareOffer holdOffer(TenantId customer, String currency, UUID id) {
        TenantId vendor = vendor(customer, id);
        relationships.hold(vendor, customer);
        return offer(customer, currency, products.lockOfPartner(vendor, id));
    }

    private TenantId vendor(TenantId customer, UUID id) {
        return products.vendorOf(id)
                .filter(vendor -> relationships.isCustomer(vendor, customer))
                .orElseThrow(NotFoundException::new);
    }

    private SoftwareOffer offer(TenantId customer, String currency, Optional<SoftwareProduct> found) {
        SoftwareProduct product = found.orElseThrow(NotFoundException::new);
        return product.offer(tenants.tenant(product.partner()).name(), isVendor(product.partner(), customer), currency);
    }
}
