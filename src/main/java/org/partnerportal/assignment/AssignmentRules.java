package org.partnerportal.assignment;

import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.tenant.AdminRole.ADMIN_AGENT;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.PlainText;
import org.partnerportal.tenant.Actor;

/** Who may arrange a partner's people and roles and how, and what an assignment gives. */
final class AssignmentRules {

    private AssignmentRules() {}

    /** Asks whether the person may see the own organisation's groups and assignments. */
    static Optional<AssignmentRefusal> see(Actor actor) {
        return unless(actor.isAgent(), AssignmentRefusal.NEEDS_AGENT);
    }

    /** Asks whether the person may change them. */
    static Optional<AssignmentRefusal> manage(Actor actor) {
        return see(actor).or(() -> unless(actor.holds(ADMIN_AGENT), AssignmentRefusal.NEEDS_ADMIN_AGENT));
    }

    // groups

    /** Asks whether the person may make a group of that name, beside so many others. */
    static Optional<AssignmentRefusal> create(String name, boolean taken, long groups, Actor actor) {
        return mayCreate(groups, actor).or(() -> name(name, taken));
    }

    static Optional<AssignmentRefusal> mayCreate(long groups, Actor actor) {
        return manage(actor).or(() -> unless(groups < SecurityGroup.MOST_GROUPS, AssignmentRefusal.TOO_MANY_GROUPS));
    }

    /** Asks whether the person may change the group at all. */
    static Optional<AssignmentRefusal> edit(GroupKind kind, Actor actor) {
        return unless(kind == GroupKind.OWN, AssignmentRefusal.BUILT_IN).or(() -> manage(actor));
    }

    static Optional<AssignmentRefusal> rename(GroupKind kind, String name, boolean taken, Actor actor) {
        return edit(kind, actor).or(() -> name(name, taken));
    }

    private static Optional<AssignmentRefusal> name(String name, boolean taken) {
        if (name.isEmpty()) {
            return Optional.of(AssignmentRefusal.NAME_MISSING);
        }
        if (name.length() > SecurityGroup.LONGEST_NAME) {
            return Optional.of(AssignmentRefusal.NAME_TOO_LONG);
        }
        if (!PlainText.isOneLine(name) || !PlainText.isVisible(name)) {
            return Optional.of(AssignmentRefusal.NAME_MALFORMED);
        }
        return unless(!taken, AssignmentRefusal.NAME_TAKEN);
    }

    /**
     * Asks whether the person may put these people into the group.
     *
     * @param members who is in it
     * @param agents the partner's agents
     */
    static Optional<AssignmentRefusal> addPeople(
            GroupKind kind, Set<UUID> members, Set<UUID> people, Set<UUID> agents, Actor actor) {
        Optional<AssignmentRefusal> refused = edit(kind, actor);
        if (refused.isPresent()) {
            return refused;
        }
        if (people.isEmpty()) {
            return Optional.of(AssignmentRefusal.PEOPLE_MISSING);
        }
        if (!agents.containsAll(people)) {
            return Optional.of(AssignmentRefusal.PERSON_UNKNOWN);
        }
        Set<UUID> all = new HashSet<>(members);
        all.addAll(people);
        return unless(all.size() <= SecurityGroup.MOST_PEOPLE, AssignmentRefusal.TOO_MANY_PEOPLE);
    }

    /** Asks whether the person may delete the group, which is in use while it has roles that are in force. */
    static Optional<AssignmentRefusal> delete(GroupKind kind, boolean used, Actor actor) {
        return edit(kind, actor).or(() -> unless(!used, AssignmentRefusal.GROUP_IN_USE));
    }

    // assignments

    /**
     * Asks whether the person may assign roles of the relationship. Reasons that no person could change come first, so that
     * nobody is sent to a colleague for nothing.
     */
    static Optional<AssignmentRefusal> mayAssign(RelationshipView relationship, Actor actor) {
        return givesRoles(relationship).or(() -> manage(actor));
    }

    private static Optional<AssignmentRefusal> givesRoles(RelationshipView relationship) {
        if (!relationship.type().holdsRoles()) {
            return Optional.of(AssignmentRefusal.TYPE_HAS_NO_ROLES);
        }
        return switch (relationship.status()) {
            case ACTIVE -> unless(!relationship.roles().isEmpty(), AssignmentRefusal.ROLES_REMOVED);
            case EXPIRED -> Optional.of(AssignmentRefusal.ACCESS_ENDED);
            case ENDED -> Optional.of(AssignmentRefusal.RELATIONSHIP_ENDED);
        };
    }

    /** Asks whether the person may give exactly these roles to a group. */
    static Optional<AssignmentRefusal> assign(
            RelationshipView relationship, Set<String> roles, boolean assigned, Actor actor) {
        return mayAssign(relationship, actor)
                .or(() -> unless(!assigned, AssignmentRefusal.GROUP_ALREADY_ASSIGNED))
                .or(() -> roles(relationship, roles));
    }

    /**
     * Asks whether the person may give the group exactly these roles instead.
     *
     * @param active whether the assignment still stands
     * @param stale whether somebody has changed it since the person saw it
     */
    static Optional<AssignmentRefusal> change(
            RelationshipView relationship, boolean active, boolean stale, Set<String> roles, Actor actor) {
        return unless(active, AssignmentRefusal.ASSIGNMENT_REMOVED)
                .or(() -> mayAssign(relationship, actor))
                .or(() -> unless(!stale, AssignmentRefusal.CHANGED_MEANWHILE))
                .or(() -> roles(relationship, roles));
    }

    private static Optional<AssignmentRefusal> roles(RelationshipView relationship, Set<String> roles) {
        if (roles.isEmpty()) {
            return Optional.of(AssignmentRefusal.ROLES_MISSING);
        }
        return unless(relationship.roles().containsAll(roles), AssignmentRefusal.ROLES_NOT_HELD);
    }

    // what they give

    /** What an assignment of these roles gives now: what the relationship still holds, while it is in force. */
    static Set<String> effective(Set<String> assigned, RelationshipView relationship) {
        if (relationship.status() != RelationshipStatus.ACTIVE) {
            return Set.of();
        }
        Set<String> roles = new TreeSet<>(assigned);
        roles.retainAll(relationship.roles());
        return roles;
    }

    /**
     * What a person can use of what is assigned to the person's groups.
     *
     * @param inForce for each relationship the roles that it gives now
     */
    static Set<RelationshipRole> usable(Collection<RelationshipRole> assigned, Map<UUID, Set<String>> inForce) {
        return assigned.stream()
                .filter(each ->
                        inForce.getOrDefault(each.relationship(), Set.of()).contains(each.role()))
                .collect(Collectors.toSet());
    }

    /** The least powerful of the roles by which the person can do the work, so that no greater one counts as used. */
    static Optional<RelationshipRole> least(
            Set<RelationshipRole> usable, Set<String> anyOf, Predicate<String> isPrivileged) {
        return usable.stream()
                .filter(each -> anyOf.contains(each.role()))
                .min(Comparator.comparing((RelationshipRole each) -> each.role().equals(GLOBAL_ADMINISTRATOR))
                        .thenComparing(each -> isPrivileged.test(each.role()))
                        .thenComparing(RelationshipRole::role)
                        .thenComparing(RelationshipRole::relationship));
    }

    /** Why none of these roles can be used by a person who lacks them all, the reason nearest to a remedy first. */
    static AssignmentRefusal whyNot(List<RelationshipView> relationships, Set<String> anyOf) {
        boolean held = false;
        boolean removed = false;
        boolean expired = false;
        boolean ended = false;
        for (RelationshipView relationship : relationships) {
            boolean granted = meet(relationship.grantedRoles(), anyOf);
            switch (relationship.status()) {
                case ACTIVE -> {
                    held = held || meet(relationship.roles(), anyOf);
                    removed = removed || granted;
                }
                case EXPIRED -> expired = expired || granted;
                case ENDED -> ended = ended || granted;
            }
        }
        if (held) {
            return AssignmentRefusal.NOTHING_ASSIGNED;
        }
        if (removed) {
            return AssignmentRefusal.ROLES_REMOVED;
        }
        if (expired) {
            return AssignmentRefusal.ACCESS_ENDED;
        }
        return ended ? AssignmentRefusal.RELATIONSHIP_ENDED : AssignmentRefusal.ROLE_NOT_GRANTED;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    private static Optional<AssignmentRefusal> unless(boolean fine, AssignmentRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
