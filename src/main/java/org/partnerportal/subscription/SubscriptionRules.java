package org.partnerportal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Refusal;
import org.partnerportal.software.SoftwareOffer;
import org.partnerportal.software.SoftwareRefusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Who buys and looks after subscriptions, what time does with them, and what they cost. */
public final class SubscriptionRules {

    /** Nobody buys more licences of one product at a time. */
    static final int MOST = 10_000;

    /** Domains are managed by people who hold all of these in one account. */
    public static final Set<AdminRole> FOR_DOMAINS =
            Set.of(AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);

    /** So long before a year is renewed, people are told. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private SubscriptionRules() {}

    /** Whether somebody with these roles may manage the own organisation's domains. */
    public static boolean managesDomains(Set<AdminRole> roles) {
        return roles.containsAll(FOR_DOMAINS);
    }

    private static SubscriptionRefusal managesNoDomains(boolean anybodyDoes) {
        return anybodyDoes ? SubscriptionRefusal.DOMAIN_NEEDS_BOTH_ROLES : SubscriptionRefusal.NOBODY_MANAGES_DOMAINS;
    }

    /** Asks whether the person may see what the own organisation has bought. */
    public static Optional<SubscriptionRefusal> see(Actor actor) {
        return see(actor, true);
    }

    /**
     * Asks the same for the page, which says whom to turn to.
     *
     * @param domainsManaged whether anybody of the organisation manages domains
     */
    static Optional<SubscriptionRefusal> see(Actor actor, boolean domainsManaged) {
        boolean forDomains = actor.holds(AdminRole.DOMAIN_NAME_ADMINISTRATOR);
        return unless(
                actor.isAtLeastBillingAdministrator() || actor.holds(AdminRole.GLOBAL_READER),
                forDomains
                        ? managesNoDomains(domainsManaged) // what such a person comes for
                        : SubscriptionRefusal.NEEDS_BILLING_READER);
    }

    /** Asks whether the person may buy anything there. */
    static Optional<Refusal> buy(Desk desk) {
        if (desk.selling()) {
            return Optional.ofNullable(desk.sellRefusal());
        }
        return unless(desk.actor().isAtLeastBillingAdministrator(), SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR)
                .or(() -> unless(desk.agreementAccepted(), SubscriptionRefusal.AGREEMENT_NOT_ACCEPTED))
                .map(Refusal.class::cast);
    }

    /**
     * Asks whether the person may buy that product there.
     *
     * @param software which one of a vendor's, or null for a product of the catalogue
     */
    static Optional<Refusal> buy(Desk desk, Product product, @Nullable SoftwareOffer software) {
        return byWhom(desk, product)
                .or(() -> buy(desk))
                .or(() -> Optional.ofNullable(software).map(SoftwareOffer::refusal));
    }

    /** Some products are for the customer's own people, whatever a partner may sell to it. */
    private static Optional<Refusal> byWhom(Desk desk, Product product) {
        return domain(desk, product)
                .or(() ->
                        unless(!(product.isSoftware() && desk.selling()), SubscriptionRefusal.SOFTWARE_NOT_BY_PARTNER))
                .map(Refusal.class::cast);
    }

    /** A domain is managed by people of the customer's who hold both roles, whoever else may do everything. */
    private static Optional<SubscriptionRefusal> domain(Desk desk, Product product) {
        if (!product.isDomain()) {
            return Optional.empty();
        }
        if (desk.selling()) {
            return Optional.of(SubscriptionRefusal.DOMAIN_NOT_ON_BEHALF);
        }
        return unless(managesDomains(desk.actor().roles()), managesNoDomains(desk.domainsManaged()));
    }

    /**
     * Everything that is wrong with an order.
     *
     * @param offer what is bought
     * @param domainTaken whether somebody has the domain
     */
    static Stream<SubscriptionRefusal> purchase(Purchase purchase, Offer offer, boolean domainTaken) {
        Optional<SubscriptionRefusal> term = unless(
                purchase.term() != null && offer.terms().contains(purchase.term()), SubscriptionRefusal.TERM_MISSING);
        Optional<SubscriptionRefusal> what = purchase.product().isDomain()
                ? unless(EmailAddress.isDomain(purchase.domain()), SubscriptionRefusal.DOMAIN_INVALID)
                        .or(() -> unless(!domainTaken, SubscriptionRefusal.DOMAIN_TAKEN))
                : unless(isQuantity(purchase.quantity()), SubscriptionRefusal.QUANTITY_INVALID);
        return Stream.of(term, what).flatMap(Optional::stream);
    }

    /** Asks whether a vendor's product costs what the page said: what is bought is what was shown. */
    static Optional<Refusal> price(Purchase purchase, Money price) {
        return unless(
                !purchase.product().isSoftware() || Objects.equals(purchase.shownPrice(), price.minor()),
                SubscriptionRefusal.PRICE_CHANGED);
    }

    private static boolean isQuantity(int quantity) {
        return quantity > 0 && quantity <= MOST;
    }

    /** Asks whether the person may change or cancel it there. */
    static Optional<Refusal> manage(Desk desk, SubscriptionState subscription, Instant now) {
        return byWhom(desk, subscription.product())
                .or(() -> desk.selling() ? Optional.ofNullable(desk.sellRefusal()) : manageOwn(desk, subscription))
                .or(() -> unless(status(subscription, now) != SubscriptionStatus.ENDED, SubscriptionRefusal.ENDED));
    }

    /**
     * Asks the same for the page, which says whom to turn to.
     *
     * @param sellerThere whether the partner that sold it still sells to the customer; true where the customer bought it itself
     */
    static Optional<Refusal> manage(Desk desk, SubscriptionState subscription, boolean sellerThere, Instant now) {
        return manage(desk, subscription, now)
                .map(refusal -> refusal == SubscriptionRefusal.SOLD_BY_PARTNER && !sellerThere
                        ? SubscriptionRefusal.SELLER_GONE
                        : refusal);
    }

    private static Optional<Refusal> manageOwn(Desk desk, SubscriptionState subscription) {
        boolean own = subscription.seller() == null || subscription.product().isSoftware();
        return unless(own, SubscriptionRefusal.SOLD_BY_PARTNER)
                .or(() -> unless(
                        desk.actor().isAtLeastBillingAdministrator(), SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR))
                .map(Refusal.class::cast);
    }

    /**
     * Asks whether the person may let it be renewed again.
     *
     * @param vendorThere whether whose software it is still offers any to the customer; true where it is no software
     */
    static Optional<Refusal> undoCancel(Desk desk, SubscriptionState subscription, boolean vendorThere, Instant now) {
        return manage(desk, subscription, now).or(() -> unless(vendorThere, SoftwareRefusal.VENDOR_GONE));
    }

    /** Asks whether the person may change how many licences it has. */
    static Optional<Refusal> changeQuantity(Desk desk, SubscriptionState subscription, Instant now) {
        return manage(desk, subscription, now)
                .or(() -> unless(!subscription.product().isDomain(), SubscriptionRefusal.ONE_DOMAIN));
    }

    /**
     * Asks whether it may have that many licences.
     *
     * @param shown how many it had on the page
     * @param quantity how many it shall have
     * @param assigned how many people hold one
     * @param vendorThere whether whose software it is still offers any to the customer; true where it is no software
     */
    static Optional<Refusal> changeQuantity(
            Desk desk,
            SubscriptionState subscription,
            int shown,
            int quantity,
            long assigned,
            boolean vendorThere,
            Instant now) {
        return changeQuantity(desk, subscription, now)
                .or(() -> unless(isQuantity(quantity), SubscriptionRefusal.QUANTITY_INVALID))
                .or(() -> unless(subscription.quantity() == shown, SubscriptionRefusal.CHANGED_MEANWHILE))
                .or(() -> quantity > shown ? buy(desk) : Optional.empty()) // more is a purchase
                .or(() -> unless(quantity < shown || vendorThere, SoftwareRefusal.VENDOR_GONE))
                .or(() -> unless(quantity >= assigned, SubscriptionRefusal.QUANTITY_BELOW_ASSIGNED));
    }

    /** How many terms it has been bought for: one more each time that a term ended and it was not canceled. */
    static int terms(SubscriptionState subscription, Instant now) {
        int terms = subscription.terms();
        while (subscription.canceledAt() == null
                && !subscription.term().end(subscription.startedAt(), terms).isAfter(now)) {
            terms++;
        }
        return terms;
    }

    /** When the present term ends, and with it the subscription where it is canceled. */
    static Instant end(SubscriptionState subscription, Instant now) {
        return subscription.term().end(subscription.startedAt(), terms(subscription, now));
    }

    /** Where it stands, whether or not anybody has written that down. */
    static SubscriptionStatus status(SubscriptionState subscription, Instant now) {
        return status(subscription.canceledAt(), end(subscription, now), now);
    }

    static SubscriptionStatus status(@Nullable Instant canceledAt, Instant end, Instant now) {
        if (canceledAt == null) {
            return SubscriptionStatus.ACTIVE;
        }
        return now.isBefore(end) ? SubscriptionStatus.CANCELED : SubscriptionStatus.ENDED;
    }

    /** When people are to be told that it will be renewed; empty for months, which come too often. */
    static Optional<Instant> noticeAt(Term term, Instant end) {
        return term == Term.YEAR ? Optional.of(end.minus(NOTICE)) : Optional.empty();
    }

    /** What so many more cost for the rest of a term: by the days that are left, a day that has begun being one of them. */
    static Money prorated(Money price, int more, Instant from, Instant to, Instant now) {
        long days = Duration.between(from, to).toDays();
        long left = Duration.between(now, to).plusDays(1).minusNanos(1).toDays();
        return price.times(more).part(Math.min(left, days), days);
    }

    private static <R extends Refusal> Optional<R> unless(boolean fine, R refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
