package org.partnerportal.subscription;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a subscription. */
public sealed interface SubscriptionEvent extends TrailEvent {

    Facts subscription();

    /**
     * What events tell of a subscription.
     *
     * @param seller the partner that sold it, or null where the customer bought it itself
     * @param title what its vendor calls it; nothing for a product of the catalogue
     * @param quantity how many licences it has now
     * @param domain the domain name; empty for licences
     * @param endsAt when the present term ends
     */
    record Facts(
            UUID id,
            String reference,
            TenantId customer,
            @Nullable TenantId seller,
            Product product,
            Bilingual title,
            Term term,
            int quantity,
            String domain,
            Instant endsAt) {}

    /** What is to be paid because of it, or null. */
    default @Nullable Charge charge() {
        return null;
    }

    /** Why it is not renewed any more, where that is what happened; or null. */
    default @Nullable CancelReason cancelReason() {
        return null;
    }

    /** How many licenses it had, where that has changed; or null. */
    default @Nullable Integer quantityBefore() {
        return null;
    }

    @Override
    default String kind() {
        return "Subscription" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId onBehalfOf() {
        TenantId seller = subscription().seller();
        boolean sold = seller != null && seller.equals(who().tenant());
        return sold && cancelReason() != CancelReason.SELLER_LEFT ? customer() : null; // whoever leaves acts for nobody
    }

    @Override
    default TenantId customer() {
        return subscription().customer();
    }

    @Override
    default @Nullable TenantId partner() {
        return subscription().seller();
    }

    @Override
    default UUID subject() {
        return subscription().id();
    }

    @Override
    default Map<String, String> details() {
        return with(this, Map.of());
    }

    private static Map<String, String> with(SubscriptionEvent event, Map<String, String> more) {
        Facts facts = event.subscription();
        Map<String, String> details = new HashMap<>(Map.of(
                "reference", facts.reference(),
                "product", facts.product().isSoftware() ? "" : facts.product().name(),
                "software", facts.title().all(),
                "quantity", facts.product().isDomain() ? "" : String.valueOf(facts.quantity()),
                "domain", facts.domain(),
                "endAfter", facts.endsAt().toString()));
        Charge charge = event.charge();
        if (charge != null) {
            details.put("amount", charge.amount().exact());
        }
        details.putAll(more);
        return Map.copyOf(details);
    }

    /** It was bought. */
    record Bought(Instant at, Who who, Facts subscription, Charge charge) implements SubscriptionEvent {}

    /** It has more licences; nothing is to be paid for those that the term was paid for already. */
    record Increased(
            Instant at,
            Who who,
            Facts subscription,
            int before,
            @Nullable Charge charge) implements SubscriptionEvent {

        @Override
        public Integer quantityBefore() {
            return before;
        }

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("quantityBefore", String.valueOf(before)));
        }
    }

    /** It has fewer licences. */
    record Decreased(Instant at, Who who, Facts subscription, int before) implements SubscriptionEvent {

        @Override
        public Integer quantityBefore() {
            return before;
        }

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("quantityBefore", String.valueOf(before)));
        }
    }

    /** It is not renewed any more. */
    record Canceled(Instant at, Who who, Facts subscription, CancelReason reason) implements SubscriptionEvent {

        @Override
        public CancelReason cancelReason() {
            return reason;
        }

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("cancelReason", reason.name()));
        }
    }

    /** It is renewed again. */
    record CancelUndone(Instant at, Who who, Facts subscription) implements SubscriptionEvent {}

    /** Its year will be renewed in 30 days. */
    record RenewsSoon(Instant at, Who who, Facts subscription) implements SubscriptionEvent {}

    /** Another term began. */
    record Renewed(Instant at, Who who, Facts subscription, Charge charge) implements SubscriptionEvent {}

    /** Its last term ended. */
    record Ended(Instant at, Who who, Facts subscription) implements SubscriptionEvent {}
}
