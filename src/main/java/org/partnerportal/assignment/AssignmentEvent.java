package org.partnerportal.assignment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to an assignment; the customer sees it too. */
sealed interface AssignmentEvent extends TrailEvent {

    Facts assignment();

    /** The template ids of the roles before and after. */
    Set<String> before();

    Set<String> after();

    /**
     * What events tell of an assignment.
     *
     * @param id the assignment
     * @param reference the relationship's number
     * @param kind who decides about the group's people
     * @param group the group's name; empty for the built-in group
     */
    record Facts(UUID id, TenantId partner, TenantId customer, String reference, GroupKind kind, String group) {}

    @Override
    default String kind() {
        return "Assignment" + getClass().getSimpleName();
    }

    @Override
    default TenantId customer() {
        return assignment().customer();
    }

    @Override
    default TenantId partner() {
        return assignment().partner();
    }

    @Override
    default UUID subject() {
        return assignment().id();
    }

    @Override
    default Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        details.put("reference", assignment().reference());
        if (assignment().kind() == GroupKind.OWN) {
            details.put("group", assignment().group());
        } else {
            details.put("groupKind", assignment().kind().name()); // its name is in the reader's language
        }
        details.put("beforeRoles", String.join(",", new TreeSet<>(before())));
        details.put("afterRoles", String.join(",", new TreeSet<>(after())));
        return Map.copyOf(details);
    }

    /** A group got roles. */
    record Added(Instant at, Who who, Facts assignment, Set<String> after) implements AssignmentEvent {

        @Override
        public Set<String> before() {
            return Set.of();
        }
    }

    /** A group got other roles. */
    record Changed(Instant at, Who who, Facts assignment, Set<String> before, Set<String> after)
            implements AssignmentEvent {}

    /** The roles were taken from a group. */
    record Removed(Instant at, Who who, Facts assignment, Set<String> before) implements AssignmentEvent {

        @Override
        public Set<String> after() {
            return Set.of();
        }
    }
}
