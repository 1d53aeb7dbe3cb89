package org.partnerportal.invitation;

import org.partnerportal.shared.Refusal;

/** Why an invitation is not sent, changed or answered. */
public enum InvitationRefusal implements Refusal {
    /** Only a partner's agents send invitations. */
    NEEDS_AGENT(Kind.NOT_ALLOWED),
    /** Sales agents invite only as types without roles. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED),
    /** The address is not a mail address. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** The partner has no relationship with that customer. */
    CUSTOMER_UNKNOWN(Kind.INVALID, "customer"),
    /** The mail can be written in English or Japanese. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** No partner type was chosen. */
    TYPE_MISSING(Kind.INVALID, "type"),
    /** The type needs at least one role. */
    ROLES_MISSING(Kind.INVALID, "roles"),
    /** The type takes no roles. */
    ROLES_NOT_TAKEN(Kind.INVALID, "roles"),
    /** A role is not in the catalogue, or can't be requested any more. */
    ROLE_UNKNOWN(Kind.INVALID, "roles"),
    /** The duration is not between 1 and 730 days. */
    DURATION_OUT_OF_RANGE(Kind.INVALID, "durationDays"),
    /** The type has no time limit. */
    DURATION_NOT_TAKEN(Kind.INVALID, "durationDays"),
    /** The type has no end that could move. */
    AUTO_EXTEND_NOT_TAKEN(Kind.INVALID, "autoExtend"),
    /** Global Administrator is never extended by itself. */
    AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR(Kind.INVALID, "autoExtend"),
    /** The relationship's name is too long. */
    NAME_TOO_LONG(Kind.INVALID, "name"),
    /** The name holds a line break or another control character. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** The note is too long. */
    NOTE_TOO_LONG(Kind.INVALID, "note"),
    /** The note holds a line break or another control character. */
    NOTE_MALFORMED(Kind.INVALID, "note"),
    /** The link's life time is not between 1 and 90 days. */
    LIFE_OUT_OF_RANGE(Kind.INVALID, "lifeDays"),
    /** A renewal is offered to the customer of the relationship that it renews. */
    RENEWS_ANOTHER_CUSTOMER(Kind.INVALID, "customer"),
    /** A renewal has the partner type of the relationship that it renews. */
    RENEWS_ANOTHER_TYPE(Kind.INVALID, "type"),
    /** Another offer to renew the relationship is open. */
    RENEWAL_IS_OPEN(Kind.CONFLICT),

    /** Another address was invited, or another organisation. */
    NOT_FOR_YOU(Kind.NOT_ALLOWED),
    /** The customer accepted it. */
    ALREADY_ACCEPTED(Kind.CONFLICT),
    /** The customer declined it. */
    ALREADY_DECLINED(Kind.CONFLICT),
    /** The partner took it back. */
    ALREADY_WITHDRAWN(Kind.CONFLICT),
    /** Its time ran out. */
    ALREADY_LAPSED(Kind.CONFLICT),
    /** The customer proposed other terms. */
    CHANGES_WERE_REQUESTED(Kind.CONFLICT),
    /** Nobody asked for changes, so there is nothing to revise. */
    NO_CHANGES_REQUESTED(Kind.CONFLICT),
    /** The portal reminds at half of the life time and before its end only. */
    NO_REMINDER_DUE(Kind.CONFLICT),
    /** Its time is not over yet. */
    NOT_LAPSED_YET(Kind.CONFLICT),
    /** The partner, or the person who sent it, is switched off. */
    PARTNER_DISABLED(Kind.CONFLICT),
    /** The offer comes from the person's own organisation. */
    OWN_ORGANISATION(Kind.CONFLICT),
    /** Only a Billing or Global Administrator answers. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** The offer holds a privileged role, and the portal wants a Global Administrator for those. */
    NEEDS_GLOBAL_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** The agreement is not accepted yet, and this person can't accept it. */
    AGREEMENT_NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** That person is no Global Administrator in use of the same organisation. */
    NOT_AN_APPROVER(Kind.CONFLICT),
    /** The person can answer without a colleague. */
    CAN_ANSWER_ALONE(Kind.CONFLICT),
    /** The terms changed while the page was open. */
    TERMS_STALE(Kind.CONFLICT),
    /** A colleague revised the offer while the page was open. */
    REVISION_STALE(Kind.CONFLICT),
    /** The same person has proposed other terms from another page. */
    PROPOSED_OTHERWISE(Kind.CONFLICT),
    /** The same person has revised the offer to other terms from another page. */
    REVISED_OTHERWISE(Kind.CONFLICT),
    /** What is proposed is what is offered, and no note says more. */
    NOTHING_PROPOSED(Kind.INVALID, "note"),
    /** A newer agreement came into force while the page was open. */
    AGREEMENT_STALE(Kind.CONFLICT),
    /** The box "I have read the agreement" is not ticked. */
    AGREEMENT_NOT_READ(Kind.INVALID, "read"),
    /** A role was added that the partner did not ask for. */
    ROLES_NOT_OFFERED(Kind.INVALID, "roles"),
    /** No role was left: then declining is the answer. */
    NO_ROLE_LEFT(Kind.INVALID, "roles"),
    /** The duration is longer than offered, or not a number of days. */
    DURATION_NOT_OFFERED(Kind.INVALID, "durationDays"),
    /** The reason for declining is too long. */
    REASON_TOO_LONG(Kind.INVALID, "reason"),
    /** The reason holds a line break or another control character. */
    REASON_MALFORMED(Kind.INVALID, "reason");

    private final Kind kind;
    private final String field;

    InvitationRefusal(Kind kind) {
        this(kind, "");
    }

    InvitationRefusal(Kind kind, String field) {
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
