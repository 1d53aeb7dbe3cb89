package org.partnerportal.tenant;

import org.partnerportal.shared.Refusal;

/** Why an organisation or an account is not made or changed. */
public enum TenantRefusal implements Refusal {
    /** Only whoever runs the portal may do it. */
    NEEDS_OPERATOR(Kind.NOT_ALLOWED, ""),
    /** The organisation's name is missing or too long. */
    ORGANISATION_MALFORMED(Kind.INVALID, "organisation"),
    /** The country is not one that ISO 3166 knows. */
    COUNTRY_UNKNOWN(Kind.INVALID, "country"),
    /** The domain is not a domain name. */
    DOMAIN_MALFORMED(Kind.INVALID, "domain"),
    /** Anybody can have an address in that domain, so it belongs to no organisation here. */
    DOMAIN_OF_A_MAIL_PROVIDER(Kind.INVALID, "domain"),
    /** Another organisation has that domain. */
    DOMAIN_TAKEN(Kind.INVALID, "domain"),
    /** The telephone number is missing, too long or none. */
    PHONE_MALFORMED(Kind.INVALID, "phone"),
    /** The address for customers in need is not a mail address. */
    SUPPORT_EMAIL_MALFORMED(Kind.INVALID, "supportEmail"),
    /** The person's name is missing or too long. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** The address is not a mail address. */
    EMAIL_MALFORMED(Kind.INVALID, "email"),
    /** Somebody else signs in with that address. */
    EMAIL_TAKEN(Kind.INVALID, "email"),
    /** The account with that address is switched off. */
    EMAIL_DISABLED(Kind.INVALID, "email"),
    /** The portal does not speak that language. */
    LANGUAGE_UNKNOWN(Kind.INVALID, "language"),
    /** The password is shorter than 8 characters. */
    PASSWORD_TOO_SHORT(Kind.INVALID, "password"),
    /** The password is longer than 200 characters. */
    PASSWORD_TOO_LONG(Kind.INVALID, "password"),
    /** The password is one that everybody tries first. */
    PASSWORD_COMMON(Kind.INVALID, "password"),
    /** The new password is the one that is to be replaced. */
    PASSWORD_SAME(Kind.INVALID, "password"),
    /** What was typed is not the present password. */
    PASSWORD_WRONG(Kind.INVALID, "current"),
    /** Whoever runs the portal must have no part in any organisation, so the account holds no other role. */
    OPERATOR_HOLDS_OTHER_ROLE(Kind.INVALID, "email"),
    /** A partner's person uses the account, which never becomes an admin of the organisation. */
    PARTNERS_ACCOUNT(Kind.INVALID, "email"),
    /** Whoever runs the portal has switched the account off. */
    DISABLED_BY_OPERATOR(Kind.CONFLICT, ""),
    /** The organisation has switched off the account, which it made for a partner's person. */
    DISABLED_BY_TENANT(Kind.CONFLICT, ""),
    /** The organisation of whoever runs the portal stays in use. */
    OPERATORS_ORGANISATION(Kind.CONFLICT, ""),
    /** The account of whoever runs the portal stays in use. */
    OPERATORS_ACCOUNT(Kind.CONFLICT, ""),
    /** The organisation is switched off. */
    ORGANISATION_DISABLED(Kind.CONFLICT, ""),
    /** The account is switched off. */
    ACCOUNT_DISABLED(Kind.CONFLICT, ""),
    /** The organisation has a Global Administrator, who invites everybody else. */
    HAS_ADMINISTRATOR(Kind.CONFLICT, ""),
    /** The organisation is a partner already. */
    ALREADY_PARTNER(Kind.CONFLICT, "");

    private final Kind kind;
    private final String field;

    TenantRefusal(Kind kind, String field) {
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
