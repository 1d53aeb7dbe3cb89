package org.partnerportal.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Invoices in the database; rows are added, never changed. */
interface InvoiceRepository extends Repository<Invoice, UUID> {

    Invoice save(Invoice invoice);

    @Query("select i from Invoice i where i.customer = :customer and i.id = :id")
    Optional<Invoice> ofCustomer(TenantId customer, UUID id);

    /** What the customer had to pay since then, in each currency. */
    @Query("""
            select new org.partnerportal.shared.Money(sum(i.amount), i.currency) from Invoice i
            where i.customer = :customer and i.issuedAt >= :since group by i.currency order by i.currency
            """)
    List<Money> spent(TenantId customer, Instant since);

    /** What the partner's customers had to pay since then for what it sold, in each currency. */
    @Query("""
            select new org.partnerportal.shared.Money(sum(i.amount), i.currency) from Invoice i
            where i.seller = :seller and i.issuedAt >= :since group by i.currency order by i.currency
            """)
    List<Money> sold(TenantId seller, Instant since);
}
