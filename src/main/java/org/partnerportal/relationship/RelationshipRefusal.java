package org.partnerportal.relationship;

import org.partnerportal.shared.Refusal;

/** Why something is not done with a relationship. */
public enum RelationshipRefusal implements Refusal {
    /** Seeing partner relationships needs one of four roles. */
    NEEDS_READER(Kind.NOT_ALLOWED),
    /** The partner type never has roles. */
    TYPE_HAS_NO_ROLES(Kind.CONFLICT),
    /** Roles can't be assigned to the partner type. */
    ROLES_NOT_ASSIGNABLE(Kind.CONFLICT),
    /** One side ended the relationship. */
    RELATIONSHIP_ENDED(Kind.CONFLICT),
    /** The time is over: the roles give nothing any more. */
    ACCESS_ENDED(Kind.CONFLICT),
    /** Somebody removed them before. */
    ROLES_ALREADY_REMOVED(Kind.CONFLICT),
    /** The person is not at least a Billing Administrator. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** Only a partner's agents see its customers. */
    NEEDS_AGENT(Kind.NOT_ALLOWED);

    private final Kind kind;

    RelationshipRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
