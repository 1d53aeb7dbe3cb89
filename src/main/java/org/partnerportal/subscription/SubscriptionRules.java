package org.partnerportal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.EmailAddress;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Who buys and looks after subscriptions, what time does with them, and what they cost. */
public final class SubscriptionRules {

    /** Nobody buys more licences of one product at a time. */
    static final int MOST = 10_000;

    /** So long before a year is renewed, people are told. */
    private static final Duration NOTICE = Duration.ofDays(30);

    private SubscriptionRules() {}

    /** Asks whether the person may see what the own organisation has bought. */
    public static Optional<SubscriptionRefusal> see(Actor actor) {
        return unless(
                actor.isAtLeastBillingAdministrator() || actor.holds(AdminRole.GLOBAL_READER),
                SubscriptionRefusal.NEEDS_BILLING_READER);
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

    /** Asks whether the person may buy that product there. */
    static Optional<Refusal> buy(Desk desk, Product product) {
        return domain(desk, product).map(Refusal.class::cast).or(() -> buy(desk));
    }

    /** A domain is managed by people of the customer's who hold both roles, whoever else may do everything. */
    private static Optional<SubscriptionRefusal> domain(Desk desk, Product product) {
        if (!product.isDomain()) {
            return Optional.empty();
        }
        if (desk.selling()) {
            return Optional.of(SubscriptionRefusal.DOMAIN_NOT_ON_BEHALF);
        }
        Actor actor = desk.actor();
        return unless(
                actor.holds(AdminRole.DOMAIN_NAME_ADMINISTRATOR) && actor.holds(AdminRole.BILLING_ADMINISTRATOR),
                SubscriptionRefusal.DOMAIN_NEEDS_BOTH_ROLES);
    }

    /**
     * Everything that is wrong with an order.
     *
     * @param domainTaken whether somebody has the domain
     */
    static Stream<SubscriptionRefusal> purchase(Purchase purchase, boolean domainTaken) {
        Optional<SubscriptionRefusal> term = unless(
                purchase.term() != null && purchase.product().terms().contains(purchase.term()),
                SubscriptionRefusal.TERM_MISSING);
        Optional<SubscriptionRefusal> what = purchase.product().isDomain()
                ? unless(EmailAddress.isDomain(purchase.domain()), SubscriptionRefusal.DOMAIN_INVALID)
                        .or(() -> unless(!domainTaken, SubscriptionRefusal.DOMAIN_TAKEN))
                : unless(isQuantity(purchase.quantity()), SubscriptionRefusal.QUANTITY_INVALID);
        return Stream.of(term, what).flatMap(Optional::stream);
    }

    private static boolean isQuantity(int quantity) {
        return quantity > 0 && quantity <= MOST;
    }

    /** Asks whether the person may change or cancel it there. */
    static Optional<Refusal> manage(Desk desk, SubscriptionState subscription, Instant now) {
        return domain(desk, subscription.product())
                .map(Refusal.class::cast)
                .or(() -> desk.selling() ? Optional.ofNullable(desk.sellRefusal()) : manageOwn(desk, subscription))
                .or(() -> unless(status(subscription, now) != SubscriptionStatus.ENDED, SubscriptionRefusal.ENDED));
    }

    private static Optional<Refusal> manageOwn(Desk desk, SubscriptionState subscription) {
        return unless(subscription.seller() == null, SubscriptionRefusal.SOLD_BY_PARTNER)
                .or(() -> unless(
                        desk.actor().isAtLeastBillingAdministrator(), SubscriptionRefusal.NEEDS_BILLING_ADMINISTRATOR))
                .map(Refusal.class::cast);
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
     */
    static Optional<Refusal> changeQuantity(
            Desk desk, SubscriptionState subscription, int shown, int quantity, long assigned, Instant now) {
        return changeQuantity(desk, subscription, now)
                .or(() -> unless(isQuantity(quantity), SubscriptionRefusal.QUANTITY_INVALID))
                .or(() -> unless(subscription.quantity() == shown, SubscriptionRefusal.CHANGED_MEANWHILE))
                .or(() -> quantity > shown ? buy(desk) : Optional.empty()) // more is a purchase
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
