package org.partnerportal.invoice;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantView;

/**
 * Whose invoices somebody reads: the own organisation's, or those of a customer for what the own organisation sold it.
 *
 * @param seller the partner that reads them, or null for the customer itself
 */
record InvoiceShelf(TenantView customer, @Nullable TenantId seller) {

    /** The address of the list. */
    public String address() {
        return seller == null ? "/billing/bills-and-payments" : "/partner/customers/" + customer.id() + "/invoices";
    }

    /** The address of the subscriptions. */
    public String products() {
        return seller == null ? "/billing/your-products" : "/partner/customers/" + customer.id() + "/subscriptions";
    }
}
