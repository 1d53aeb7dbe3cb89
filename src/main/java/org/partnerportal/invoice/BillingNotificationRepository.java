package org.partnerportal.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.CancelReason;
import org.partnerportal.subscription.Product;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Billing notifications in the database; rows are added, never changed. */
interface BillingNotificationRepository extends Repository<BillingNotification, UUID> {

    BillingNotification save(BillingNotification notification);

    /**
     * A line of the page.
     *
     * @param kind what happened, by the name that the trail has for it
     * @param quantity how many licences there were then
     * @param quantityBefore how many there were before it, where that changed; or null
     * @param person who did it; empty for the portal
     * @param organisation the person's organisation where it is not the customer; or null
     * @param cancelReason why the subscription is not renewed, where that is what happened; or null
     * @param sellerName the partner that sold it, or null
     */
    record Line(
            UUID id,
            UUID subscription,
            String reference,
            String kind,
            Product product,
            Bilingual title,
            String domain,
            int quantity,
            @Nullable Integer quantityBefore,
            Instant endsAt,
            String person,
            @Nullable String organisation,
            @Nullable CancelReason cancelReason,
            @Nullable String sellerName,
            Instant at) {

        /** Whether it is because its seller's relationship is over. */
        public boolean isSellerLeft() {
            return cancelReason == CancelReason.SELLER_LEFT;
        }
    }

    /** The newest before that one. */
    @Query("""
            select new org.partnerportal.invoice.BillingNotificationRepository$Line(n.id, n.subscriptionId, n.reference,
                n.kind, n.product, n.title, n.domain, n.quantity, n.quantityBefore, n.endsAt, n.person,
                f.name, n.cancelReason, s.name, n.at)
            from BillingNotification n
            left join Tenant f on f.id = n.personTenant and f.id <> n.customer
            left join Subscription b on b.id = n.subscriptionId left join Tenant s on s.id = b.seller
            where n.customer = :customer and n.id < :before order by n.id desc
            """)
    List<Line> before(TenantId customer, UUID before, Limit most);
}
