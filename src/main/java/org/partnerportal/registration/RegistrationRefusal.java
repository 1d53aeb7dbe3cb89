package org.partnerportal.registration;

import org.partnerportal.shared.Refusal;

/** Why an organisation is not registered. */
public enum RegistrationRefusal implements Refusal {
    /** The organisation's name is missing or too long. */
    ORGANISATION_MALFORMED(Kind.INVALID, "organisation"),
    /** The country is not one that ISO 3166 knows. */
    COUNTRY_UNKNOWN(Kind.INVALID, "country"),
    /** The domain is not a domain name. */
    DOMAIN_MALFORMED(Kind.INVALID, "domain"),
    /** Anybody can have an address in that domain, so it belongs to no organisation here. */
    DOMAIN_OF_A_MAIL_PROVIDER(Kind.INVALID, "domain"),
    /** The person's name is missing or too long. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** The address is not a mail address. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** The address is not in the organisation's domain, so it proves nothing. */
    EMAIL_NOT_IN_DOMAIN(Kind.INVALID, "email"),
    /** The portal does not speak that language. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** The password is shorter than 8 characters. */
    PASSWORD_TOO_SHORT(Kind.INVALID, "password"),
    /** The password is longer than 200 characters. */
    PASSWORD_TOO_LONG(Kind.INVALID, "password"),
    /** The password is one that everybody tries first. */
    PASSWORD_COMMON(Kind.INVALID, "password"),
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
