package org.partnerportal.accessreview;

import org.partnerportal.shared.Refusal;

/** Why something is not done with an access review. */
enum AccessReviewRefusal implements Refusal {
    /** Seeing access reviews needs one of the roles that see partner relationships. */
    NEEDS_READER(Kind.NOT_ALLOWED, ""),
    /** The person is not at least a Billing Administrator. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** No partner holds any role now. */
    NOTHING_TO_REVIEW(Kind.CONFLICT, ""),
    /** Somebody signed it before. */
    ALREADY_FINISHED(Kind.CONFLICT, ""),
    /** A role was granted that the page did not show. */
    NEW_ACCESS(Kind.CONFLICT, "shown"),
    /** A role has neither been kept nor removed. */
    UNDECIDED(Kind.INVALID, "decisions"),
    /** The note is too long. */
    NOTE_TOO_LONG(Kind.INVALID, "note"),
    /** The note holds a line break or another control character. */
    NOTE_MALFORMED(Kind.INVALID, "note"),
    /** The box of the signature was not ticked. */
    NOT_SIGNED(Kind.INVALID, "signed");

    private final Kind kind;
    private final String field;

    AccessReviewRefusal(Kind kind, String field) {
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
