package org.partnerportal.invitation;

/** Where an invitation stands. */
public enum InvitationStatus {
    /** Waits for an answer. */
    PENDING,
    /** The customer accepted: the relationship is there. */
    ACCEPTED,
    /** The customer declined. */
    DECLINED,
    /** The partner took it back. */
    WITHDRAWN,
    /** Its time ran out. */
    LAPSED,
    /** The customer proposes other terms; the partner revises or withdraws. */
    CHANGES_REQUESTED;

    /** Whether it can still lead to a relationship without the partner sending it again. */
    boolean isOpen() {
        return this == PENDING || this == CHANGES_REQUESTED;
    }

    /** Whether an invitation may move from this status to the next. */
    boolean canBecome(InvitationStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case CHANGES_REQUESTED -> next != ACCEPTED && next != CHANGES_REQUESTED;
            case LAPSED -> next == PENDING; // a new link brings it back
            case ACCEPTED, DECLINED, WITHDRAWN -> false;
        };
    }
}
