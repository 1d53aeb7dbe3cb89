package org.partnerportal.relationship;

/** What a partner type says about delegated roles. */
public enum RolePolicy {
    /** The type brings its own roles; an offer names none. */
    FIXED,
    /** The type never has roles. */
    NONE,
    /** Roles can't be assigned to the type at all, which is not the same as having none. */
    NOT_ASSIGNABLE,
    /** The offer names the roles. */
    ANY
}
