package org.partnerportal.entrarole;

/** What a customer should know before giving a role. */
public enum RoleRisk {
    /** Entra marks the role as privileged: it can be used to get further rights. */
    PRIVILEGED,
    /** Can read mail, files, messages, personal data or secrets of the customer, or let itself in. */
    READS_DATA,
    /** Can change how people or apps sign in. */
    CHANGES_SIGN_IN
}
