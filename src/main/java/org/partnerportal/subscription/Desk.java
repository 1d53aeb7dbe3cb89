package org.partnerportal.subscription;

import org.jspecify.annotations.Nullable;
import org.partnerportal.customeragreement.CustomerAgreementRefusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantView;

/**
 * Where subscriptions are bought and looked after: the customer's own Billing, or a partner's Partner Center. Made afresh
 * for every request; templates know it as {@code desk}.
 *
 * @param actor who works there
 * @param customer for whom
 * @param selling whether the person belongs to a partner and sells to the customer
 * @param agreementAccepted whether the customer has accepted the agreement in force
 * @param sellRefusal why the partner's person can't sell to the customer now, or null
 * @param vendor whether that is because the partner offers software to the customer, and nothing else
 * @param domainsManaged whether anybody of the customer's own people holds both roles that domains take
 */
record Desk(
        Actor actor,
        TenantView customer,
        boolean selling,
        boolean agreementAccepted,
        @Nullable CustomerAgreementRefusal sellRefusal,
        boolean vendor,
        boolean domainsManaged) {

    /** Whose name is on what is bought here; null for the customer itself. */
    @Nullable
    TenantId seller() {
        return selling ? actor.tenant() : null;
    }

    /** The address of what was bought. */
    public String products() {
        return selling ? "/partner/customers/" + customer.id() + "/subscriptions" : "/billing/your-products";
    }

    /** The address of what can be bought. */
    public String catalogue() {
        return selling ? products() + "/new" : "/billing/purchase-services";
    }

    /** The address of the agreement that buying waits for. */
    public String agreement() {
        return selling ? "/partner/customers/" + customer.id() + "/agreement" : "/billing/agreement";
    }
}
