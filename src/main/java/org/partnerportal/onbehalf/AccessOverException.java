package org.partnerportal.onbehalf;

import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;

/** Thrown when somebody can do nothing on behalf of a customer, or no longer. */
class AccessOverException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient TenantId customer;

    AccessOverException(AssignmentRefusal refusal, TenantId customer) {
        super(refusal);
        this.customer = customer;
    }

    TenantId customer() {
        return customer;
    }
}
