package org.partnerportal.support;

/** What a request is about. */
public enum ServiceArea {
    /** Signing in, passwords, accounts and groups. */
    SIGN_IN_AND_USERS,
    /** Mail, calendars and shared mailboxes. */
    MAIL,
    /** Computers, phones and printers. */
    DEVICES,
    /** Licences, subscriptions and bills. */
    LICENCES_AND_BILLING,
    /** Apps, the organisation's own too. */
    APPS,
    /** Anything else. */
    OTHER
}
