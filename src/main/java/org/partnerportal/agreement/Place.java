package org.partnerportal.agreement;

/** Where an agreement was accepted. */
public enum Place {
    /** With an invitation, on the page that authorizes the partner. */
    INVITATION,
    /** Alone, on the agreement's own page. */
    AGREEMENT_PAGE
}
