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
    NEEDS_AGENT(Kind.NOT_ALLOWED),
    /** Only a partner's admin agents change its relationships. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED),
    /** The role is gone already. */
    ROLE_ALREADY_REMOVED(Kind.CONFLICT),
    /** The partner type has no time limit, so there is no end to move. */
    TYPE_HAS_NO_END(Kind.CONFLICT),
    /** What was entered is no date. */
    END_MALFORMED(Kind.INVALID, "until"),
    /** The new end would not be earlier than the present one. */
    END_NOT_EARLIER(Kind.INVALID, "until"),
    /** The new end would lie in the past. */
    END_IN_PAST(Kind.INVALID, "until"),
    /** It was extended since the page was shown. */
    END_STALE(Kind.CONFLICT),
    /** Global Administrator is never extended by itself. */
    AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR(Kind.CONFLICT),
    /** Without roles there is no access to extend. */
    AUTO_EXTEND_WITHOUT_ROLES(Kind.CONFLICT),
    /** The customer cut the time short: only the customer lengthens it again. */
    CUT_BY_CUSTOMER(Kind.CONFLICT),
    /** Another relationship has taken its place. */
    ALREADY_RENEWED(Kind.CONFLICT);

    private final Kind kind;
    private final String field;

    RelationshipRefusal(Kind kind) {
        this(kind, "");
    }

    RelationshipRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
