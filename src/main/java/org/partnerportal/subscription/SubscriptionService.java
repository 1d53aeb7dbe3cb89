package org.partnerportal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.customeragreement.CustomerAgreementRefusal;
import org.partnerportal.customeragreement.CustomerAgreementService;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.software.SoftwareOffers;
import org.partnerportal.software.SoftwareService;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what can be bought and what was, and buys, changes and cancels: for the customer's own people where no customer is
 * named, and for the person's customer where one is.
 */
@Service
@Transactional(readOnly = true)
public class SubscriptionService {

    private static final int MOST_NAMED = 20;
    private static final int MOST_LICENSED = 200;
    private static final int MOST_DOMAINS = 5;

    private final SubscriptionRepository subscriptions;
    private final SubscriptionSearch search;
    private final AssignedLicenses licenses;
    private final AgreementService agreements;
    private final CustomerAgreementService customerAgreements;
    private final RelationshipService relationships;
    private final SoftwareService software;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionService(
            SubscriptionRepository subscriptions,
            SubscriptionSearch search,
            AssignedLicenses licenses,
            AgreementService agreements,
            CustomerAgreementService customerAgreements,
            RelationshipService relationships,
            SoftwareService software,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.search = search;
        this.licenses = licenses;
        this.agreements = agreements;
        this.customerAgreements = customerAgreements;
        this.relationships = relationships;
        this.software = software;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Where the person buys: the own Billing, or the Partner Center where a customer is named. */
    Desk desk(Actor actor, @Nullable UUID customer) {
        if (customer == null) {
            boolean domainsManaged = SubscriptionRules.managesDomains(actor.roles())
                    || !tenants.holdersOfAll(actor.tenant(), SubscriptionRules.FOR_DOMAINS)
                            .isEmpty();
            refuse(SubscriptionRules.see(actor, domainsManaged));
            return new Desk(
                    actor,
                    tenants.tenant(actor.tenant()),
                    false,
                    agreements.accepted(actor.tenant()).isPresent(),
                    null,
                    false,
                    domainsManaged);
        }
        var id = new TenantId(customer);
        CustomerAgreementRefusal sellRefusal =
                customerAgreements.mayPurchase(actor, id).orElse(null);
        return new Desk(
                actor,
                tenants.tenant(id),
                true,
                agreements.accepted(id).isPresent(),
                sellRefusal,
                sellRefusal == CustomerAgreementRefusal.NEEDS_RESELLER
                        && software.hasVendorRelationship(actor.tenant(), id),
                true); // no matter there: partners manage none
    }

    /** The domains that the customer has now. */
    public Domains domains(TenantId customer) {
        Instant now = clock.instant();
        List<String> named = subscriptions.domains(customer, now, Limit.of(MOST_DOMAINS));
        return new Domains(
                named, named.size() < MOST_DOMAINS ? named.size() : subscriptions.countDomains(customer, now));
    }

    List<Offer> catalogue(Desk desk) {
        return Product.catalogue().stream()
                .map(product -> Offer.of(desk, product))
                .toList();
    }

    /**
     * One page of what the customer's software vendors offer it.
     *
     * @param before the one behind which this page begins, or null on the first
     * @param next the one behind which the next page begins, or null on the last
     */
    record SoftwarePage(
            List<Offer> offers,
            @Nullable UUID before,
            @Nullable UUID next) {}

    /** Nothing for a partner's desk: the customer buys software itself. */
    SoftwarePage software(Desk desk, @Nullable UUID before) {
        if (desk.selling()) {
            return new SoftwarePage(List.of(), null, null);
        }
        SoftwareOffers found = software.offers(desk.customer().id(), currency(desk), before);
        return new SoftwarePage(
                found.lines().stream().map(each -> Offer.of(desk, each)).toList(), before, found.next());
    }

    /** One product of a vendor's. */
    Offer offer(Desk desk, UUID id) {
        return Offer.of(desk, software.offer(desk.customer().id(), currency(desk), id));
    }

    private static String currency(Desk desk) {
        return Product.currency(desk.customer().country());
    }

    /** Who sells what customers buy themselves; empty where nobody runs the portal yet. */
    String portal() {
        return tenants.portalName();
    }

    SubscriptionList list(Desk desk, SubscriptionFilter filter) {
        return search.find(desk, filter, clock.instant());
    }

    SubscriptionView one(Desk desk, UUID id) {
        return view(find(subscriptions.ofCustomer(desk.customer().id(), id), desk), clock.instant());
    }

    private SubscriptionView view(Subscription subscription, Instant now) {
        TenantId seller = subscription.seller();
        return subscription.view(seller == null ? null : tenants.tenant(seller).name(), assigned(subscription), now);
    }

    private long assigned(Subscription subscription) {
        return licenses.count(subscription.customer(), List.of(subscription.id()))
                .getOrDefault(subscription.id(), 0L);
    }

    /** A partner finds what it sold itself, the customer everything. */
    private static Subscription find(Optional<Subscription> found, Desk desk) {
        return found.filter(subscription -> !desk.selling() || Objects.equals(desk.seller(), subscription.seller()))
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What the person may do with a subscription.
     *
     * @param manage why the person can't cancel it or undo that, or null
     * @param undo why the person can't let it be renewed again, or null
     * @param quantity why the person can't change how many licences it has, or null
     */
    record May(
            @Nullable Refusal manage,
            @Nullable Refusal undo,
            @Nullable Refusal quantity) {}

    May may(Desk desk, UUID id) {
        Instant now = clock.instant();
        SubscriptionState state =
                find(subscriptions.ofCustomer(desk.customer().id(), id), desk).state();
        return new May(
                SubscriptionRules.manage(desk, state, isSellerThere(desk, state), now)
                        .orElse(null),
                SubscriptionRules.undoCancel(desk, state, isVendorThere(desk, id), now)
                        .orElse(null),
                SubscriptionRules.changeQuantity(desk, state, now).orElse(null));
    }

    private boolean isSellerThere(Desk desk, SubscriptionState state) {
        TenantId seller = state.seller();
        return seller == null || relationships.sells(seller, desk.customer().id());
    }

    /** Some of the people who hold its licences, by name. */
    List<String> holders(Desk desk, UUID id) {
        return licenses.holders(desk.customer().id(), id, MOST_NAMED);
    }

    /** Everything that is wrong with an purchase, for the form to show. */
    Stream<SubscriptionRefusal> check(Purchase purchase, Offer offer) {
        Instant now = clock.instant();
        boolean taken = !purchase.domain().isEmpty()
                && subscriptions.byDomain(purchase.domain()).stream()
                        .anyMatch(holder -> SubscriptionRules.status(holder.state(), now) != SubscriptionStatus.ENDED);
        return SubscriptionRules.purchase(purchase, offer, taken);
    }

    /**
     * What a purchase would come to.
     *
     * @param price what one costs for a whole term
     * @param total what all of them cost
     * @param endsAt when the first term would end
     */
    record Order(Purchase purchase, Term term, int quantity, Money price, Money total, Instant endsAt) {}

    Order order(Purchase purchase, Offer offer) {
        Term term = Objects.requireNonNull(purchase.term());
        Money price = offer.price(term);
        return new Order(
                purchase, term, purchase.number(), price, price.times(purchase.number()), term.end(clock.instant(), 1));
    }

    /** Whether just that was bought with the form, as the second click of two finds it; something else is refused. */
    boolean isBought(Desk desk, UUID id, Purchase purchase) {
        Optional<Subscription> first = subscriptions.ofCustomer(desk.customer().id(), id);
        if (first.filter(subscription -> !subscription.isOf(purchase)).isPresent()) {
            throw new SentBeforeException(desk.products() + "/" + id);
        }
        return first.isPresent();
    }

    /**
     * Buys what is ordered.
     *
     * @param id the id chosen with the form: sent twice, it is still bought once
     * @return the subscription
     */
    @Transactional
    UUID buy(Actor actor, @Nullable UUID customer, UUID id, Purchase purchase) {
        if (customer != null) { // nobody ends the relationship while its seller buys
            relationships.hold(actor.tenant(), new TenantId(customer));
        }
        Desk desk = desk(actor, customer);
        Offer offer = hold(desk, purchase);
        if (isBought(desk, id, purchase)) {
            return id; // the second click of two
        }
        Instant now = clock.instant();
        refuse(Optional.ofNullable(offer.refusal()));
        boolean taken = isTaken(purchase.domain(), now);
        UUID fresh = Ids.isFresh(id, now) ? id : Ids.next();
        Subscription subscription = subscriptions.save(new Subscription(fresh, desk, purchase, offer, taken, now));
        events.publishEvent(subscription.bought(actor.who()));
        return fresh;
    }

    /** What is bought; nobody withdraws a vendor's product, or ends the relationship with it, while its customer buys. */
    private Offer hold(Desk desk, Purchase purchase) {
        UUID id = purchase.software();
        return id == null
                ? Offer.of(desk, purchase.product())
                : Offer.of(desk, software.holdOffer(desk.customer().id(), currency(desk), id));
    }

    /** Whether whose software it is still offers any to the customer; true where it is no software. */
    private boolean isVendorThere(Desk desk, UUID id) {
        TenantId customer = desk.customer().id();
        return subscriptions
                .vendorOf(customer, id)
                .map(vendor -> software.isVendor(vendor, customer))
                .orElse(true);
    }

    /** The same until the transaction ends; asked before the subscription is held, as whoever ends a relationship does. */
    private boolean holdVendor(Desk desk, UUID id) {
        TenantId customer = desk.customer().id();
        subscriptions.vendorOf(customer, id).ifPresent(vendor -> relationships.hold(vendor, customer));
        return isVendorThere(desk, id);
    }

    /** Whether somebody has the domain; whose time is over loses it here, though nobody has written that down. */
    private boolean isTaken(String domain, Instant now) {
        Optional<Subscription> holder = domain.isEmpty() ? Optional.empty() : subscriptions.lockByDomain(domain);
        holder.ifPresent(held -> held.settle(now).forEach(events::publishEvent));
        subscriptions.flush(); // the name is free before another takes it
        return holder.stream().anyMatch(Subscription::holdsDomain);
    }

    /** Refuses whoever can't change the number at all. */
    void mayChange(Desk desk, UUID id) {
        refuse(Optional.ofNullable(may(desk, id).quantity()));
    }

    /** Why it can't have that many licences, for the form to show. */
    Stream<Refusal> check(Desk desk, UUID id, int shown, int quantity) {
        Subscription subscription =
                find(subscriptions.ofCustomer(desk.customer().id(), id), desk);
        return subscription.state().quantity() == quantity
                ? Stream.empty()
                : SubscriptionRules.changeQuantity(
                        desk,
                        subscription.state(),
                        shown,
                        quantity,
                        assigned(subscription),
                        isVendorThere(desk, id),
                        clock.instant())
                        .stream();
    }

    /**
     * What another number would come to.
     *
     * @param charge what is to be paid now, or null
     * @param renewal what the next whole term costs
     */
    record Change(int before, int wanted, @Nullable Charge charge, Money renewal) {}

    Change change(Desk desk, UUID id, int wanted) {
        Instant now = clock.instant();
        Subscription subscription =
                find(subscriptions.ofCustomer(desk.customer().id(), id), desk);
        SubscriptionView view = view(subscription, now);
        return new Change(
                view.quantity(),
                wanted,
                subscription.increase(wanted, now).orElse(null),
                view.price().times(wanted));
    }

    /**
     * Gives a subscription that many licences.
     *
     * @param shown how many it had on the page
     */
    @Transactional
    void changeQuantity(Actor actor, @Nullable UUID customer, UUID id, int shown, int quantity) {
        Desk desk = desk(actor, customer);
        Instant now = clock.instant();
        boolean vendorThere = holdVendor(desk, id);
        Subscription subscription = lock(desk, id, now);
        subscription
                .changeQuantity(desk, shown, quantity, assigned(subscription), vendorThere, now)
                .ifPresent(events::publishEvent);
    }

    /** Lets a subscription end with its term. */
    @Transactional
    void cancel(Actor actor, @Nullable UUID customer, UUID id) {
        Desk desk = desk(actor, customer);
        Instant now = clock.instant();
        lock(desk, id, now).cancel(desk, now).ifPresent(events::publishEvent);
    }

    /** Lets a subscription be renewed again. */
    @Transactional
    void undoCancel(Actor actor, @Nullable UUID customer, UUID id) {
        Desk desk = desk(actor, customer);
        Instant now = clock.instant();
        boolean vendorThere = holdVendor(desk, id);
        lock(desk, id, now).undoCancel(desk, vendorThere, now).ifPresent(events::publishEvent);
    }

    private Subscription lock(Desk desk, UUID id, Instant now) {
        Subscription subscription =
                find(subscriptions.lockOfCustomer(desk.customer().id(), id), desk);
        subscription.settle(now).forEach(events::publishEvent);
        return subscription;
    }

    // for other features

    /** How many subscriptions the person's organisation has in use; none for whoever doesn't look after bills. */
    public long countInUse(Actor actor) {
        return actor.isAtLeastBillingAdministrator() ? subscriptions.countInUse(actor.tenant(), clock.instant()) : 0;
    }

    /** What a customer has in use that people can hold licences of, newest first; at most 200. */
    public List<SubscriptionView> licensed(TenantId customer) {
        Instant now = clock.instant();
        List<Subscription> found = subscriptions.licensed(customer, now, Limit.of(MOST_LICENSED));
        Map<UUID, Long> assigned =
                licenses.count(customer, found.stream().map(Subscription::id).toList());
        Map<TenantId, TenantView> sellers = tenants.tenants(found.stream()
                .map(Subscription::seller)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList());
        return found.stream()
                .map(subscription -> subscription.view(
                        name(sellers, subscription.seller()), assigned.getOrDefault(subscription.id(), 0L), now))
                .toList();
    }

    private static @Nullable String name(Map<TenantId, TenantView> sellers, @Nullable TenantId seller) {
        return Optional.ofNullable(seller)
                .map(sellers::get)
                .map(TenantView::name)
                .orElse(null);
    }

    /** One of the customer's, held until the caller's transaction ends against others who would do something about it. */
    @Transactional
    public SubscriptionView hold(TenantId customer, UUID id) {
        Instant now = clock.instant();
        Subscription subscription = subscriptions.lockOfCustomer(customer, id).orElseThrow(NotFoundException::new);
        subscription.settle(now).forEach(events::publishEvent);
        return view(subscription, now);
    }

    /** One of the customer's. */
    public SubscriptionView ofCustomer(TenantId customer, UUID id) {
        return view(subscriptions.ofCustomer(customer, id).orElseThrow(NotFoundException::new), clock.instant());
    }

    private static void refuse(Optional<? extends Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
