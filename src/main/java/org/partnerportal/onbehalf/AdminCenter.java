package org.partnerportal.onbehalf;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/**
 * The admin center of one organisation as one person may use it, made afresh for every request. Templates know it as
 * {@code center}.
 *
 * @param actor who works there
 * @param tenant whose admin center it is
 * @param tenantName the name of that organisation
 * @param onBehalf whether the person belongs to a partner and works by delegated roles
 * @param permissions what the person's roles let it do there now
 */
public record AdminCenter(
        Actor actor, TenantId tenant, String tenantName, boolean onBehalf, Set<Permission> permissions) {

    static final String PATH = "/on-behalf/";

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether the person looks after the own organisation's purchases and bills; a partner's person never does. */
    public boolean isOwnBilling() {
        return !onBehalf && !actor.isEmployed() && may(Permission.SEE_BILLING_NOTIFICATIONS);
    }

    /** The partner whose person works there, on behalf or by an account; null for the organisation's own people. */
    public @Nullable TenantId partner() {
        return onBehalf ? actor.tenant() : actor.employer();
    }

    /** The address in front of its pages: the customer stands in it, so that two tabs never mix two customers up. */
    public String base() {
        return onBehalf ? of(tenant) : "";
    }

    /** The same for that customer, as a partner's people come to it. */
    public static String of(TenantId customer) {
        return PATH + customer;
    }
}
