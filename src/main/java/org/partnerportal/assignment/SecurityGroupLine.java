package org.partnerportal.assignment;

import java.util.UUID;

/**
 * One line of the list of groups.
 *
 * @param people how many people are in it
 * @param assignments to how many relationships it is assigned with roles that are in force
 */
record SecurityGroupLine(UUID id, GroupKind kind, String name, int people, long assignments) {

    SecurityGroupLine withPeople(int number) {
        return new SecurityGroupLine(id, kind, name, number, assignments);
    }
}
