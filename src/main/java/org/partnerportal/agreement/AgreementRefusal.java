package org.partnerportal.agreement;

import org.partnerportal.shared.Refusal;

/** Why the agreement is not accepted, or a version not published. */
public enum AgreementRefusal implements Refusal {
    /** Only a Billing or Global Administrator accepts for the organisation. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** A newer version came into force while the page was open. */
    VERSION_CHANGED(Kind.CONFLICT, ""),
    /** The box was not ticked. */
    NOT_READ(Kind.INVALID, "read"),
    /** The version has no name. */
    NAME_MISSING(Kind.INVALID, "name"),
    /** The version's name is too long, or holds what does not show. */
    NAME_UNSUITABLE(Kind.INVALID, "name"),
    /** Another version has that name. */
    NAME_TAKEN(Kind.INVALID, "name"),
    /** It would be in force before it is published. */
    EFFECTIVE_IN_PAST(Kind.INVALID, "effectiveOn"),
    /** There is no text in one of the languages. */
    TEXT_MISSING(Kind.INVALID, "Text"),
    /** The text is longer than the portal takes. */
    TEXT_TOO_LONG(Kind.INVALID, "Text"),
    /** A PDF was meant and none was given. */
    FILE_MISSING(Kind.INVALID, "File");

    private final Kind kind;
    private final String field;

    AgreementRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The form field; for what is wrong in one language, the field's name behind the language. */
    @Override
    public String field() {
        return field;
    }
}
