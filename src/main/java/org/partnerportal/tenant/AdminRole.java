package org.partnerportal.tenant;

/** The admin roles that a person can hold in the own organisation. */
public enum AdminRole {
    /** May do everything on the customer's side. */
    GLOBAL_ADMINISTRATOR,
    /** Accepts agreements and invitations, removes roles. */
    BILLING_ADMINISTRATOR,
    /** Manages GDAP relationships, without the agreement. */
    CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR,
    /** Sees everything, changes nothing. */
    GLOBAL_READER,
    /** Resets passwords of the own people. */
    HELPDESK_ADMINISTRATOR,
    /** Manages domain names. */
    DOMAIN_NAME_ADMINISTRATOR,
    /** Partner side: everything. */
    ADMIN_AGENT,
    /** Partner side: invitations of types without roles, referrals, purchases, devices. */
    SALES_AGENT,
    /** Partner side: reads customers, works on behalf where the roles allow. */
    HELPDESK_AGENT,
    /** Runs the portal: organisations, agreement versions, mail queue, trail check; nothing of a customer's. */
    OPERATOR;

    /** Whether the role is one of a partner's agents. */
    public boolean isAgent() {
        return this == ADMIN_AGENT || this == SALES_AGENT || this == HELPDESK_AGENT;
    }
}
