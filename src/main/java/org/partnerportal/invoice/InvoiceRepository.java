package org.partnerportal.invoice;

import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Invoices in the database; rows are added, never changed. */
interface InvoiceRepository extends Repository<Invoice, UUID> {

    Invoice save(Invoice invoice);

    @Query("select i from Invoice i where i.customer = :customer and i.id = :id")
    Optional<Invoice> ofCustomer(TenantId customer, UUID id);
}
