package org.partnerportal.bulkinvitation;

import org.partnerportal.shared.Refusal;

/** What is wrong with a file, or with a row of it, that no single form could have wrong. */
public enum BulkInvitationRefusal implements Refusal {
    /** A column that every file needs is not in the heading. */
    COLUMN_MISSING("file"),
    /** A column stands in the heading twice. */
    COLUMN_TWICE("file"),
    /** The row has more cells than the heading. */
    TOO_MANY_CELLS(""),
    /** A cell would be run as a formula by a spreadsheet program. */
    FORMULA(""),
    /** The row names both roles and a template. */
    ROLES_AND_TEMPLATE("TEMPLATE"),
    /** Nobody has a role template with that name. */
    TEMPLATE_UNKNOWN("TEMPLATE"),
    /** The same offer stands in a row above. */
    SAME_AS_ABOVE("");

    private final String field;

    BulkInvitationRefusal(String field) {
        this.field = field;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String field() {
        return field;
    }
}
