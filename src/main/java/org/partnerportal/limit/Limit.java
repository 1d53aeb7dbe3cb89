package org.partnerportal.limit;

import java.time.Duration;
import org.partnerportal.shared.Refusal;

/** What may be done only so often in a while. */
public enum Limit implements Refusal {
    /** Invitation mails of one organisation: sent, resent and revised. */
    INVITATION_MAILS(100, Duration.ofHours(1)),
    /** Mails of one invitation that somebody has sent once more. */
    RESENDS(3, Duration.ofMinutes(10)),
    /** Notification addresses that one organisation adds, each of which gets a mail. */
    NEW_ADDRESSES(20, Duration.ofDays(1)),
    /** Requests for contact to one partner. */
    CONTACT_OF_PARTNER(100, Duration.ofHours(1)),
    /** Requests for contact from one network address. */
    CONTACT_FROM_NETWORK(10, Duration.ofHours(1)),
    /** Requests for contact of one person who is signed in. */
    CONTACT_BY_ACCOUNT(20, Duration.ofDays(1)),
    /** Requests for contact under one address that somebody typed, each of which gets a mail to confirm it. */
    CONTACT_CONFIRMATIONS(3, Duration.ofDays(1)),
    /** Invitation links followed from one network address. */
    LINK_TRIES(20, Duration.ofMinutes(1)),
    /** Failed sign-ins to one account from one network address, so that strangers lock nobody out. */
    SIGN_IN_FAILURES(10, Duration.ofMinutes(15)),
    /** Failed sign-ins to any accounts from one network address: a school behind one address has many who mistype. */
    NETWORK_FAILURES(300, Duration.ofMinutes(15)),
    /** Rows of the trail about the same refusal of the same person for the same customer. */
    REFUSALS_ON_BEHALF(1, Duration.ofMinutes(5)),
    /** Links for forgotten passwords asked for from one network address. */
    FORGOTTEN_PASSWORDS(30, Duration.ofHours(1));

    private final int number;
    private final Duration window;

    Limit(int number, Duration window) {
        this.number = number;
        this.window = window;
    }

    /** How often, where nothing else is set. */
    int number() {
        return number;
    }

    /** In which time. */
    Duration window() {
        return window;
    }

    @Override
    public Kind kind() {
        return Kind.LIMITED;
    }
}
