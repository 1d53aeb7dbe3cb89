package org.partnerportal.user;

import org.partnerportal.shared.Refusal;

/** Why a person's password is not reset, or the admin roles are not changed. */
enum UserRefusal implements Refusal {
    /** People change their own on their account's page. */
    YOURSELF(Kind.CONFLICT),
    /** Whoever holds an admin role can be reset by few. */
    MORE_PRIVILEGED(Kind.NOT_ALLOWED),
    /** Whoever runs the portal is reset by nobody here. */
    OPERATOR(Kind.NOT_ALLOWED),
    /** The account is switched off. */
    DISABLED(Kind.CONFLICT),
    /** The person has yet to choose the first password by a mailed link. */
    NO_PASSWORD_YET(Kind.CONFLICT),
    /** The password changed after the page was shown. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** Admin roles are given and taken by Global Administrators. */
    NEEDS_GLOBAL_ADMINISTRATOR(Kind.NOT_ALLOWED),
    /** What a partner's person may do comes from the relationship. */
    ROLES_BY_RELATIONSHIP(Kind.CONFLICT),
    /** Whoever runs the portal holds no other role. */
    OPERATORS_ROLES(Kind.CONFLICT),
    /** Nobody would be left who could give roles. */
    LAST_GLOBAL_ADMINISTRATOR(Kind.CONFLICT),
    /** Nobody would be left who could manage the organisation's domains, and that was not confirmed. */
    LAST_FOR_DOMAINS(Kind.INVALID),
    /** The roles changed after the page was shown. */
    ROLES_CHANGED_MEANWHILE(Kind.CONFLICT),
    /** No such role can be given in this organisation. */
    ROLE_NOT_AVAILABLE(Kind.INVALID);

    private final Kind kind;

    UserRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String field() {
        return switch (this) {
            case LAST_GLOBAL_ADMINISTRATOR, ROLES_CHANGED_MEANWHILE, ROLE_NOT_AVAILABLE -> "role";
            case LAST_FOR_DOMAINS -> "confirmed";
            case YOURSELF,
                    MORE_PRIVILEGED,
                    OPERATOR,
                    DISABLED,
                    NO_PASSWORD_YET,
                    CHANGED_MEANWHILE,
                    NEEDS_GLOBAL_ADMINISTRATOR,
                    ROLES_BY_RELATIONSHIP,
                    OPERATORS_ROLES -> "";
        };
    }
}
