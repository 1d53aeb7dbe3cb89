package org.partnerportal.user;

import org.partnerportal.shared.Refusal;

/** Why a person's password is not reset. */
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
    CHANGED_MEANWHILE(Kind.CONFLICT);

    private final Kind kind;

    UserRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
