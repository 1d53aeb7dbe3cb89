package org.partnerportal.referral;

/** What can happen to a request, as its time line shows it. */
public enum StepKind {
    /** The customer sent it. */
    SENT(true),
    /** Its address was proven by the mailed link. */
    CONFIRMED(true),
    /** Somebody of the partner took it. */
    TAKEN(true),
    /** The partner gave it to another of its people. */
    ASSIGNED(true),
    /** Somebody of the partner wrote something down for colleagues. */
    NOTED(false),
    /** The partner was reminded that nobody has taken it. */
    REMINDED(false),
    /** The partner sent an invitation. */
    INVITED(true),
    /** The addressee saw the invitation. */
    OPENED(true),
    /** The customer asked for other terms. */
    CHANGES_REQUESTED(true),
    /** The partner revised the offer. */
    REVISED(true),
    /** The partner sent the invitation again. */
    RESENT(true),
    /** The customer declined the invitation. */
    INVITATION_DECLINED(true),
    /** The invitation ran out. */
    INVITATION_LAPSED(true),
    /** The partner took the invitation back. */
    INVITATION_WITHDRAWN(true),
    /** The customer accepted the invitation, and the relationship began. */
    ACCEPTED(true),
    /** The partner closed it: the two work together. */
    WON(true),
    /** The partner closed it: nothing came of it. */
    LOST(true),
    /** The partner does not take it on. */
    DECLINED(true),
    /** Nobody at the partner took it in time. */
    EXPIRED(true),
    /** The customer took it back. */
    WITHDRAWN(true);

    private final boolean shared;

    StepKind(boolean shared) {
        this.shared = shared;
    }

    /** Whether the customer sees it too; the rest is the partner's own. */
    boolean isShared() {
        return shared;
    }

    /** Whether it is done by whoever was invited. */
    public boolean isOfInvited() {
        return this == OPENED || this == CHANGES_REQUESTED || this == INVITATION_DECLINED || this == ACCEPTED;
    }

    static StepKind of(ReferralOutcome outcome) {
        return switch (outcome) {
            case WON -> WON;
            case LOST -> LOST;
            case DECLINED -> DECLINED;
            case EXPIRED -> EXPIRED;
        };
    }
}
