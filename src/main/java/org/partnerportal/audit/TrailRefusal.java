package org.partnerportal.audit;

import org.partnerportal.shared.Refusal;

/** Why the history is not shown. */
public enum TrailRefusal implements Refusal {
    /** Seeing the history needs one of the administrators' or agents' roles. */
    NEEDS_READER(Kind.NOT_ALLOWED);

    private final Kind kind;

    TrailRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
