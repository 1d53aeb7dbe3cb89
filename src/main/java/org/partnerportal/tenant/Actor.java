package org.partnerportal.tenant;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;

/**
 * The person who acts, read afresh for every request, so that a changed role works on the next one.
 *
 * @param account the person's account
 * @param tenant the person's organisation
 * @param tenantName the organisation's display name
 * @param partner whether the organisation is a partner too
 * @param name the person's display name
 * @param email the address that the person signs in with, in lower case
 * @param roles the admin roles held now
 * @param locale the language that the person reads
 * @param zone the time zone in which the person reads times
 * @param theme light, dark or as the system has it
 * @param passwordTemporary whether the person must choose another password before anything else
 * @param employer the partner whose person uses the account, or null for the organisation's own people
 */
public record Actor(
        UUID account,
        TenantId tenant,
        String tenantName,
        boolean partner,
        String name,
        String email,
        Set<AdminRole> roles,
        Locale locale,
        ZoneId zone,
        Theme theme,
        boolean passwordTemporary,
        @Nullable TenantId employer) {

    /** Whether a partner's person uses the account. */
    public boolean isEmployed() {
        return employer != null;
    }

    public boolean holds(AdminRole role) {
        return roles.contains(role);
    }

    public boolean isAtLeastBillingAdministrator() {
        return holds(AdminRole.GLOBAL_ADMINISTRATOR) || holds(AdminRole.BILLING_ADMINISTRATOR);
    }

    /** Whether the person gives the people of the own organisation their admin roles. */
    public boolean givesRoles() {
        return holds(AdminRole.GLOBAL_ADMINISTRATOR);
    }

    /** Whether the person may see the organisation's partner relationships and their history. */
    public boolean maySeeRelationships() {
        return isAtLeastBillingAdministrator()
                || holds(AdminRole.GLOBAL_READER)
                || holds(AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);
    }

    /** Whether the person may read what happened to the organisation, as a customer or as a partner. */
    public boolean maySeeHistory() {
        return maySeeRelationships() || (partner && holds(AdminRole.ADMIN_AGENT)) || isOperator();
    }

    /** Whether the person may send invitations, of some types at least. */
    public boolean maySendInvitations() {
        return partner && (holds(AdminRole.ADMIN_AGENT) || holds(AdminRole.SALES_AGENT));
    }

    /** Whether the person is one of a partner's agents. */
    public boolean isAgent() {
        return partner && roles.stream().anyMatch(AdminRole::isAgent);
    }

    /** Whether the person is an agent who works inside customers' organisations; sales agents don't. */
    public boolean mayWorkOnBehalf() {
        return partner && (holds(AdminRole.ADMIN_AGENT) || holds(AdminRole.HELPDESK_AGENT));
    }

    /** Whether the person runs the portal; that gives nothing inside any organisation. */
    public boolean isOperator() {
        return holds(AdminRole.OPERATOR);
    }

    public Who who() {
        return new Who(account, tenant, name);
    }

    /**
     * Somebody who may act for an organisation.
     *
     * @param tenant for which
     * @param account the account with which, of its own people or of a partner's
     */
    public record Worker(TenantId tenant, UUID account) {}
}
