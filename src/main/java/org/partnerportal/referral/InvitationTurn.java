package org.partnerportal.referral;

/** Who has to act on the open invitation of a request. */
public enum InvitationTurn {
    /** The addressee answers it. */
    CUSTOMER,
    /** Changes were requested, and the partner revises or withdraws it. */
    PARTNER,
    /** Its time is over, and the partner sends it again or another one. */
    RUN_OUT
}
