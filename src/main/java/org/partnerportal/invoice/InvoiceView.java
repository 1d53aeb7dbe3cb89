package org.partnerportal.invoice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.Product;
import org.partnerportal.subscription.Term;

/**
 * An invoice as pages and files show it.
 *
 * @param seller the partner that sold, or null where the customer bought itself
 * @param sellerName who sold, as it was called then; empty for the portal itself
 * @param title what its vendor calls it; nothing for a product of the catalogue
 * @param domain the domain name; empty for licences
 * @param price what one costs for a whole term
 * @param amount what is to be paid
 */
record InvoiceView(
        UUID id,
        String number,
        TenantId customer,
        String customerName,
        @Nullable TenantId seller,
        String sellerName,
        UUID subscription,
        String subscriptionReference,
        Charge.Reason reason,
        Product product,
        Bilingual title,
        Term term,
        String domain,
        int quantity,
        Money price,
        Money amount,
        Instant from,
        Instant to,
        Instant issuedAt) {

    // for the query, which knows amounts by their currency
    InvoiceView(
            UUID id,
            String number,
            TenantId customer,
            String customerName,
            @Nullable TenantId seller,
            String sellerName,
            UUID subscription,
            String subscriptionReference,
            Charge.Reason reason,
            Product product,
            Bilingual title,
            Term term,
            String domain,
            int quantity,
            String currency,
            long price,
            long amount,
            Instant from,
            Instant to,
            Instant issuedAt) {
        this(
                id,
                number,
                customer,
                customerName,
                seller,
                sellerName,
                subscription,
                subscriptionReference,
                reason,
                product,
                title,
                term,
                domain,
                quantity,
                new Money(price, currency),
                new Money(amount, currency),
                from,
                to,
                issuedAt);
    }
}
