package org.partnerportal.referral;

import org.partnerportal.shared.Refusal;

/** Why a request is not sent, confirmed, taken, closed or turned into an invitation. */
public enum ReferralRefusal implements Refusal {
    /** Nobody is named. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** The address is none. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** The telephone number is none. */
    PHONE_MALFORMED(Kind.INVALID, "phone"),
    /** The organisation has no name, or not one of one visible line. */
    ORGANISATION_MALFORMED(Kind.INVALID, "organisation"),
    /** No country or region is chosen, or one that there is not. */
    COUNTRY_UNKNOWN(Kind.INVALID, "country"),
    /** The town is missing, too long or not one visible line. */
    PLACE_MALFORMED(Kind.INVALID, "place"),
    /** No size is chosen. */
    SIZE_MISSING(Kind.INVALID, "size"),
    /** No industry is chosen. */
    INDUSTRY_MISSING(Kind.INVALID, "industry"),
    /** What is needed is not said. */
    NEEDS_MISSING(Kind.INVALID, "needs"),
    /** What is needed is said at too great a length. */
    NEEDS_TOO_LONG(Kind.INVALID, "needs"),
    /** What is needed holds signs that cannot be seen. */
    NEEDS_MALFORMED(Kind.INVALID, "needs"),
    /** The partner offers no relationships of that type. */
    TYPE_NOT_OFFERED(Kind.INVALID, "type"),
    /** The answer cannot be in that language. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** The sender does not agree to be contacted. */
    CONTACT_NOT_AGREED(Kind.INVALID, "contactAgreed"),
    /** The sender does not agree to share what was entered. */
    SHARING_NOT_AGREED(Kind.INVALID, "shareAgreed"),
    /** Whoever asks is one of the partner's own people. */
    OWN_ORGANISATION(Kind.CONFLICT, ""),
    /** The link to confirm the address has run out. */
    LINK_RUN_OUT(Kind.CONFLICT, ""),
    /** People can't find the partner any more. */
    NO_LONGER_LISTED(Kind.CONFLICT, ""),
    /** Only admin agents and sales agents see and answer requests. */
    NEEDS_SALES_AGENT(Kind.NOT_ALLOWED, ""),
    /** Whoever is to look after it is no admin agent or sales agent in use. */
    ASSIGNEE_UNKNOWN(Kind.INVALID, "person"),
    /** Nobody took it for 30 days. */
    ALREADY_EXPIRED(Kind.CONFLICT, ""),
    /** It is over. */
    ALREADY_CLOSED(Kind.CONFLICT, ""),
    /** Somebody else took it meanwhile. */
    ASSIGNED_MEANWHILE(Kind.CONFLICT, ""),
    /** Nobody has taken it, so nothing can have come of it. */
    NOT_TAKEN(Kind.CONFLICT, ""),
    /** An invitation waits for its answer, which decides. */
    INVITATION_WAITS(Kind.CONFLICT, ""),
    /** It is not said how it ended. */
    OUTCOME_MISSING(Kind.INVALID, "outcome"),
    /** What is told to the customer is too long, or holds signs that cannot be seen. */
    MESSAGE_MALFORMED(Kind.INVALID, "message"),
    /** The note is empty, too long, or holds signs that cannot be seen. */
    NOTE_MALFORMED(Kind.INVALID, "note"),
    /** Only the sender and the organisation's billing administrators take it back. */
    NOT_THE_SENDER(Kind.NOT_ALLOWED, "");

    private final Kind kind;
    private final String field;

    ReferralRefusal(Kind kind, String field) {
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
