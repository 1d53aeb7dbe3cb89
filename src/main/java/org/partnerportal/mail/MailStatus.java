package org.partnerportal.mail;

/** How far a mail got. */
enum MailStatus {
    /** Waits for its first try. */
    QUEUED,
    /** Handed to the mail server. */
    SENT,
    /** A try failed; there will be another. */
    DEFERRED,
    /** Given up after the last try. */
    FAILED
}
