package org.partnerportal.agreement;

import org.partnerportal.shared.Refusal;

/** Why the agreement is not accepted. */
public enum AgreementRefusal implements Refusal {
    /** Only a Billing or Global Administrator accepts for the organisation. */
    NEEDS_BILLING_ADMINISTRATOR(Kind.NOT_ALLOWED, ""),
    /** A newer version came into force while the page was open. */
    VERSION_CHANGED(Kind.CONFLICT, ""),
    /** The box was not ticked. */
    NOT_READ(Kind.INVALID, "read");

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

    @Override
    public String field() {
        return field;
    }
}
