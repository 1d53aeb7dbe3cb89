package org.partnerportal.subscription;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;

/**
 * A subscription as pages show it.
 *
 * @param seller the partner that sold it, or null where the customer bought it itself
 * @param sellerName what that one is called, or null
 * @param title what its vendor calls it; nothing for a product of the catalogue
 * @param quantity how many licences it has
 * @param paidQuantity how many the present term was paid for
 * @param assigned how many people hold one
 * @param price what one costs for one term
 * @param domain the domain name; empty for licences
 * @param endsAt when the present term ends
 * @param canceledAt when it was canceled, or null
 * @param cancelReason why it is not renewed, or null
 */
public record SubscriptionView(
        UUID id,
        String reference,
        TenantId customer,
        @Nullable TenantId seller,
        @Nullable String sellerName,
        Product product,
        Bilingual title,
        Term term,
        int quantity,
        int paidQuantity,
        long assigned,
        Money price,
        String domain,
        Instant startedAt,
        Instant endsAt,
        SubscriptionStatus status,
        @Nullable Instant canceledAt,
        @Nullable CancelReason cancelReason) {

    /** What a whole term costs. */
    public Money total() {
        return price.times(quantity);
    }

    /** How many licences nobody holds. */
    public long free() {
        return Math.max(0, quantity - assigned);
    }

    public boolean isEnded() {
        return status == SubscriptionStatus.ENDED;
    }
}
