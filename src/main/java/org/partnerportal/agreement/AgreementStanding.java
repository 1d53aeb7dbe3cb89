package org.partnerportal.agreement;

/** Where a customer stands with the agreement in force. */
public enum AgreementStanding {
    /** It has accepted the version in force. */
    ACCEPTED,
    /** It has accepted an earlier version only: what it has goes on, new purchases wait. */
    ACCEPT_AGAIN,
    /** It has never accepted any version. */
    NEVER_ACCEPTED
}
