package org.partnerportal.assignment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Contact;

/**
 * Everything that the page of a group shows.
 *
 * @param people who is in it, by name
 * @param others the partner's agents who are not in it, by name
 * @param uses to which relationships it is assigned, newest first
 * @param next the assignment before which the next page of them begins, or null on the last
 * @param edit why the person can't change it, or null
 * @param delete why the person can't delete it, or null
 */
record SecurityGroupView(
        UUID id,
        GroupKind kind,
        String name,
        List<Person> people,
        List<Contact> others,
        List<GroupUse> uses,
        @Nullable UUID next,
        @Nullable AssignmentRefusal edit,
        @Nullable AssignmentRefusal delete) {

    /**
     * Somebody in the group.
     *
     * @param agent whether the person is an agent in use: nobody else gets anything by a group
     */
    record Person(UUID account, String name, String email, boolean agent) {}
}
