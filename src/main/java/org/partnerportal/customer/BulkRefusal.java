package org.partnerportal.customer;

import org.partnerportal.shared.Refusal;

/** Why a bulk switch is not begun. */
public enum BulkRefusal implements Refusal {
    /** No relationship was chosen, or none of the partner's. */
    NOTHING_CHOSEN(Kind.INVALID),
    /** More relationships match than one request works through. */
    TOO_MANY(Kind.CONFLICT);

    private final Kind kind;

    BulkRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
