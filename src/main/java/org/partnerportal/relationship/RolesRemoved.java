package org.partnerportal.relationship;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.partnerportal.shared.Who;

/**
 * A customer took roles of a relationship away.
 *
 * @param at when
 * @param who the person
 * @param relationship the relationship
 * @param roles the template ids of the roles that went
 * @param left the template ids of the roles that stay
 */
public record RolesRemoved(Instant at, Who who, Facts relationship, Set<String> roles, Set<String> left)
        implements RelationshipEvent {

    @Override
    public String kind() {
        return getClass().getSimpleName(); // older than its family's prefix
    }

    @Override
    public Map<String, String> details() {
        Map<String, String> details = new HashMap<>(RelationshipEvent.super.details());
        details.put("removedRoles", String.join(",", new TreeSet<>(roles)));
        details.put("leftRoles", String.join(",", new TreeSet<>(left)));
        return Map.copyOf(details);
    }
}
