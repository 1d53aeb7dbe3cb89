package org.partnerportal.onbehalf;

import java.util.Set;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.tenant.Actor;

/** Makes admin centers for the rules of other features. */
public final class AdminCenterFixture {

    private AdminCenterFixture() {}

    /** The person's own. */
    public static AdminCenter own(Actor actor) {
        return new AdminCenter(actor, actor.tenant(), actor.tenantName(), false, OnBehalfRules.own(actor.roles()));
    }

    /** The customer's, as a partner's person with these delegated roles sees it. */
    public static AdminCenter onBehalf(Actor agent, Actor customer, Set<String> roles) {
        return new AdminCenter(agent, customer.tenant(), customer.tenantName(), true, Permission.of(roles));
    }
}
