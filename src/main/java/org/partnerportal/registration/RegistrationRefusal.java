package org.partnerportal.registration;

import org.partnerportal.shared.Refusal;

/** Why an organisation is not registered. */
public enum RegistrationRefusal implements Refusal {
    /** The address is not in the organisation's domain, so it proves nothing. */
    EMAIL_NOT_IN_DOMAIN(Kind.INVALID, "email"),
    /** The code is not the one that was mailed. */
    CODE_WRONG(Kind.INVALID, "code"),
    /** The code is too old, or was tried too often; a new one is needed. */
    CODE_DEAD(Kind.CONFLICT, "code"),
    /** The organisation is here already, and switched off. */
    ORGANISATION_DISABLED(Kind.CONFLICT, "code");

    private final Kind kind;
    private final String field;

    RegistrationRefusal(Kind kind, String field) {
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
