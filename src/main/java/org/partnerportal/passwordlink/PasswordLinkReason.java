package org.partnerportal.passwordlink;

/** Why somebody gets a link to choose a password. */
public enum PasswordLinkReason {
    /** The operator made the account. */
    INVITED,
    /** A customer made the account for a person of one of its partners. */
    PARTNER_ACCOUNT,
    /** The operator sends a new link. */
    SENT,
    /** Somebody who gave the address at sign-in has forgotten the password. */
    FORGOTTEN
}
