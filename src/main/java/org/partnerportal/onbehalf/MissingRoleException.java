package org.partnerportal.onbehalf;

import org.partnerportal.entrarole.Permission;
import org.partnerportal.shared.RefusedException;

/** Thrown when nobody's roles give the permission that something in an admin center needs. */
class MissingRoleException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final Permission permission;

    MissingRoleException(OnBehalfRefusal refusal, Permission permission) {
        super(refusal);
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }
}
