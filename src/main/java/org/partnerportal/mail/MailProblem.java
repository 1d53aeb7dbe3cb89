package org.partnerportal.mail;

/** Why a mail did not get through. */
public enum MailProblem {
    /** The server will not take mail for this address. */
    REFUSED,
    /** The server did not take the mail this time. */
    NOT_TAKEN,
    /** The server cannot be reached. */
    NO_CONNECTION,
    /** The connection broke off, or the server fell silent, before it said that it took the mail. */
    NO_ANSWER,
    /** The server does not let the portal in. */
    SIGN_IN,
    /** No mail server is set. */
    NOT_CONFIGURED,
    /** The address is none that mail can be sent to. */
    BAD_ADDRESS;

    /** The key of the text that says it. */
    public String key() {
        return "MailProblem." + name();
    }

    /** Whether trying again by itself is of no use. */
    boolean isFinal() {
        return this == REFUSED || this == BAD_ADDRESS;
    }
}
