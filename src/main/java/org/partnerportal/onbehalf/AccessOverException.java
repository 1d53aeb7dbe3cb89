package org.partnerportal.onbehalf;

import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Thrown when somebody can do nothing on behalf of a customer, or no longer. */
class AccessOverException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient Actor agent;
    private final transient TenantId customer;

    AccessOverException(AssignmentRefusal refusal, Actor agent, TenantId customer) {
        super(refusal);
        this.agent = agent;
        this.customer = customer;
    }

    Actor agent() {
        return agent;
    }

    TenantId customer() {
        return customer;
    }
}
