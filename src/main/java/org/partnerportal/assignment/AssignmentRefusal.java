package org.partnerportal.assignment;

import org.partnerportal.shared.Refusal;

/** Why something is not done with a security group or an assignment, or by one. */
public enum AssignmentRefusal implements Refusal {
    /** Groups and assignments are shown to a partner's agents, and only they work on behalf. */
    NEEDS_AGENT(Kind.NOT_ALLOWED),
    /** Only a partner's admin agents change them. */
    NEEDS_ADMIN_AGENT(Kind.NOT_ALLOWED),
    /** The built-in group follows the admin agents by itself. */
    BUILT_IN(Kind.CONFLICT),
    /** A group needs a name. */
    NAME_MISSING(Kind.INVALID, "name"),
    /** The name has more than 60 characters. */
    NAME_TOO_LONG(Kind.INVALID, "name"),
    /** The name holds control characters, or nothing that can be seen. */
    NAME_MALFORMED(Kind.INVALID, "name"),
    /** The partner has a group of that name. */
    NAME_TAKEN(Kind.INVALID, "name"),
    /** The partner has as many groups as it can have. */
    TOO_MANY_GROUPS(Kind.CONFLICT),
    /** Nobody is chosen. */
    PEOPLE_MISSING(Kind.INVALID, "people"),
    /** Somebody is chosen who is no agent of the partner, or no longer. */
    PERSON_UNKNOWN(Kind.INVALID, "people"),
    /** The group would have more people than a group can have. */
    TOO_MANY_PEOPLE(Kind.INVALID, "people"),
    /** Roles are assigned to the group, and they are in force. */
    GROUP_IN_USE(Kind.CONFLICT),
    /** No group is chosen, or one that is gone. */
    GROUP_UNKNOWN(Kind.INVALID, "group"),
    /** The group has an assignment of that relationship. */
    GROUP_ALREADY_ASSIGNED(Kind.CONFLICT),
    /** No role is chosen. */
    ROLES_MISSING(Kind.INVALID, "roles"),
    /** A role is chosen that the relationship does not give, or no longer. */
    ROLES_NOT_HELD(Kind.INVALID, "roles"),
    /** The partner type never holds roles. */
    TYPE_HAS_NO_ROLES(Kind.CONFLICT),
    /** The customer took the roles away. */
    ROLES_REMOVED(Kind.CONFLICT),
    /** The time of the access is over. */
    ACCESS_ENDED(Kind.CONFLICT),
    /** One side ended the relationship. */
    RELATIONSHIP_ENDED(Kind.CONFLICT),
    /** Somebody took the assignment away. */
    ASSIGNMENT_REMOVED(Kind.CONFLICT),
    /** Somebody changed the assignment while the page was open. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The customer's organisation is switched off. */
    CUSTOMER_DISABLED(Kind.CONFLICT),
    /** The customer never gave the partner a role that the work needs. */
    ROLE_NOT_GRANTED(Kind.CONFLICT),
    /** The partner has the role, but no group of this person does. */
    NOTHING_ASSIGNED(Kind.NOT_ALLOWED);

    private final Kind kind;
    private final String field;

    AssignmentRefusal(Kind kind) {
        this(kind, "");
    }

    AssignmentRefusal(Kind kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
