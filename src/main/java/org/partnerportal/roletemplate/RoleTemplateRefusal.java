package org.partnerportal.roletemplate;

import org.partnerportal.shared.Refusal;

/** Why a role template is not shown, kept or changed. */
public enum RoleTemplateRefusal implements Refusal {
    /** Only a partner's agents see its templates. */
    NEEDS_AGENT(Kind.NOT_ALLOWED),
    /** Only an admin agent changes them. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED),
    /** The partner keeps as many as it may. */
    TOO_MANY(Kind.CONFLICT),
    /** The template has no name. */
    NAME_MISSING(Kind.INVALID, "name"),
    /** The name is too long. */
    NAME_TOO_LONG(Kind.INVALID, "name"),
    /** The name holds a line break or another control character, or nothing to read. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** Another template of the partner has that name. */
    NAME_TAKEN(Kind.INVALID, "name"),
    /** No role is ticked. */
    ROLES_MISSING(Kind.INVALID, "roles"),
    /** A role is not in the catalogue. */
    ROLE_UNKNOWN(Kind.INVALID, "roles"),
    /** A role can't be asked for any more. */
    ROLE_DEPRECATED(Kind.INVALID, "roles");

    private final Kind kind;
    private final String field;

    RoleTemplateRefusal(Kind kind) {
        this(kind, "");
    }

    RoleTemplateRefusal(Kind kind, String field) {
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
