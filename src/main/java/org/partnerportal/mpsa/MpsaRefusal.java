package org.partnerportal.mpsa;

import org.partnerportal.shared.Refusal;

/** Why a pair is not allowed, or its purchases are not shown. */
enum MpsaRefusal implements Refusal {
    /** The person doesn't look after the organisation's partner relationships. */
    NEEDS_READER(Kind.NOT_ALLOWED, ""),
    /** The person lacks Billing Administrator. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** The partner's person is no admin or sales agent. */
    NEEDS_ADMIN_OR_SALES_AGENT(Kind.NOT_ALLOWED, ""),
    /** No first partner is chosen that is an MPSA partner now. */
    FIRST_NOT_CHOSEN(Kind.INVALID, "first"),
    /** No second partner is chosen that is an MPSA partner now. */
    SECOND_NOT_CHOSEN(Kind.INVALID, "second"),
    /** One partner was chosen twice. */
    SAME_PARTNER(Kind.INVALID, "second"),
    /** One of the two is no MPSA partner any more. */
    RELATIONSHIP_OVER(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    MpsaRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return field;
    }
}
