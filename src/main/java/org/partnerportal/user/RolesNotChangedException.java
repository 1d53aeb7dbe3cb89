package org.partnerportal.user;

import java.util.UUID;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;

/** Thrown when somebody's admin roles are not changed as a form wants it; the form is shown again as it was sent. */
class RolesNotChangedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final transient UserRoleForm form;

    RolesNotChangedException(Refusal refusal, UUID account, UserRoleForm form) {
        super(refusal);
        this.account = account;
        this.form = form;
    }

    UUID account() {
        return account;
    }

    UserRoleForm form() {
        return form;
    }
}
