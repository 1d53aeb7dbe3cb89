package org.partnerportal.entrarole;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The requestable roles under one heading, for people to choose from.
 *
 * @param category the heading
 * @param roles the smaller ones first, then by name in the reader's language
 */
public record RoleGroup(RoleCategory category, List<EntraRole> roles) {

    /** How many of these ids are roles of this group. */
    public long count(Collection<String> ids) {
        return roles.stream().filter(role -> ids.contains(role.id())).count();
    }

    /** The roles, those with one of these ids in front. */
    public List<EntraRole> with(Collection<String> ids) {
        return roles.stream()
                .sorted(Comparator.comparing(role -> !ids.contains(role.id())))
                .toList();
    }
}
