package org.partnerportal.mail;

/** How far a mail got. */
public enum MailStatus {
    /** Waits for its first try, or for one that somebody asked for. */
    QUEUED,
    /** Handed to the mail server. */
    SENT,
    /** A try failed; there will be another. */
    DEFERRED,
    /** Given up after the last try, or because the address is refused. */
    FAILED,
    /** Not sent any more, because nobody needs it: what it tells is over. */
    CANCELLED
}
