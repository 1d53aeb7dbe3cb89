package org.partnerportal.trailcheck;

import org.partnerportal.shared.Refusal;

/** Why the trail is not checked. */
enum TrailCheckRefusal implements Refusal {
    /** Only an operator has it checked. */
    NEEDS_OPERATOR(Kind.NOT_ALLOWED),
    /** What was noted is no end of a chain. */
    NOTED_MALFORMED(Kind.INVALID);

    private final Kind kind;

    TrailCheckRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return kind == Kind.INVALID ? "noted" : "";
    }
}
