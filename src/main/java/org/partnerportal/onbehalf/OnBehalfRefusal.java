package org.partnerportal.onbehalf;

import org.partnerportal.shared.Refusal;

/** Why somebody may not do something in an admin center. */
public enum OnBehalfRefusal implements Refusal {
    /** None of the person's own admin roles allows it. */
    ROLE_MISSING(Kind.NOT_ALLOWED),
    /** None of the delegated roles that the person can use allows it. */
    DELEGATED_ROLE_MISSING(Kind.NOT_ALLOWED);

    private final Kind kind;

    OnBehalfRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
