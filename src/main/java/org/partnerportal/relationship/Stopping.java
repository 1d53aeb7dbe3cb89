package org.partnerportal.relationship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What of a feature stops with a relationship, or with its roles. The questions before it ask every feature that
 * relationships unlock, the features answer.
 */
public interface Stopping {

    /** The template with the fragment {@code stops(what, action, side, role)}, which says it before that action. */
    String template();

    /**
     * What stops for each of these, by a fixed number of statements; nothing where nothing does.
     *
     * @param inForce all relationships of one partner with one customer that are in force
     */
    Map<UUID, ?> of(List<RelationshipView> inForce);

    /**
     * What one feature says of one relationship.
     *
     * @param what what the template's fragment is given
     */
    record Part(String template, Object what) {}

    /** Things of which the first are named, and the others counted. */
    interface Named<T> {

        int MOST = 10;

        List<T> all();

        default List<T> named() {
            return all().stream().limit(MOST).toList();
        }

        default int number() {
            return all().size();
        }

        default int more() {
            return Math.max(0, number() - MOST);
        }
    }

    /** What all the features say, by relationship; with an entry for each. */
    static Map<UUID, List<Part>> parts(List<Stopping> features, List<RelationshipView> relationships) {
        Map<UUID, List<Part>> parts = new HashMap<>();
        relationships.forEach(relationship -> parts.put(relationship.id(), new ArrayList<>()));
        List<RelationshipView> inForce = relationships.stream()
                .filter(relationship -> relationship.status() == RelationshipStatus.ACTIVE)
                .toList();
        for (Stopping feature : inForce.isEmpty() ? List.<Stopping>of() : features) {
            feature.of(inForce)
                    .forEach((id, what) ->
                            Objects.requireNonNull(parts.get(id)).add(new Part(feature.template(), what)));
        }
        return parts;
    }

    /** The relationship with which the last of these types goes; none where another one goes on. */
    static Optional<RelationshipView> last(List<RelationshipView> inForce, Predicate<PartnerType> types) {
        List<RelationshipView> found =
                inForce.stream().filter(each -> types.test(each.type())).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
