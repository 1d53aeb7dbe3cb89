package org.partnerportal.partneraccount;

import org.partnerportal.shared.Refusal;

/** Why an account for a partner's person is not made or changed. */
enum PartnerAccountRefusal implements Refusal {
    /** The person may not see the organisation's partner relationships. */
    NEEDS_READER(Kind.NOT_ALLOWED, ""),
    /** The person lacks Billing Administrator. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** The relationship is not in force. */
    RELATIONSHIP_OVER(Kind.CONFLICT, ""),
    /** The partner's organisation is switched off. */
    PARTNER_DISABLED(Kind.CONFLICT, ""),
    /** The relationship has no roles left to give. */
    NO_ROLES_LEFT(Kind.CONFLICT, ""),
    /** As many accounts are there as there may be. */
    TOO_MANY(Kind.CONFLICT, ""),
    /** With the partner's name behind it the name would be too long. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** Somebody signs in with that address. */
    EMAIL_TAKEN(Kind.INVALID, "email"),
    /** It is an address of the organisation itself, whose people have accounts of their own. */
    EMAIL_OWN(Kind.INVALID, "email"),
    /** No role is chosen. */
    ROLES_MISSING(Kind.INVALID, "roles"),
    /** A role is chosen that the relationship does not give. */
    ROLES_NOT_GRANTED(Kind.INVALID, "roles"),
    /** A role is chosen that reaches administrators, and the person is no Global Administrator. */
    ROLES_NEED_GLOBAL_ADMINISTRATOR(Kind.INVALID, "roles");

    private final Kind kind;
    private final String field;

    PartnerAccountRefusal(Kind kind, String field) {
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
