package org.partnerportal.assignment;

/** Who decides about the people of a security group. */
enum GroupKind {
    /** Built in, one for each partner: whoever is an admin agent now. */
    ALL_ADMIN_AGENTS,
    /** Made by the partner, which puts its people into it. */
    OWN
}
