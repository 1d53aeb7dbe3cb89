package org.partnerportal.referral;

/** Where a request stands. */
public enum ReferralStatus {
    /** Nobody has proven its address yet: the partner knows nothing of it. */
    UNCONFIRMED,
    /** The partner has it, and nobody there has taken it. */
    NEW,
    /** Somebody of the partner looks after it. */
    ACTIVE,
    /** It is over. */
    CLOSED;

    /** Whether something can still become of it in the partner's inbox. */
    boolean isOpen() {
        return this == NEW || this == ACTIVE;
    }

    /** Whether a request may move from this status to the next. */
    boolean canBecome(ReferralStatus next) {
        return switch (this) {
            case UNCONFIRMED -> next == NEW;
            case NEW -> next == ACTIVE || next == CLOSED;
            case ACTIVE -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
