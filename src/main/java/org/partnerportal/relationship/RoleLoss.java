package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipView.Went;

/**
 * Roles that went at one moment.
 *
 * @param by who of the customer took them away, or null where they went with the end of the relationship
 * @param roles their template ids
 */
public record RoleLoss(Instant at, @Nullable String by, Set<String> roles) {

    private record Hand(Instant at, @Nullable String by) {}

    /** When any of these roles went, the latest first; each role counts once, the last time that it went. */
    public static List<RoleLoss> of(Stream<Went> went, Collection<String> anyOfRoles) {
        Set<String> named = new HashSet<>();
        Map<Hand, Set<String>> together = new LinkedHashMap<>();
        went.filter(each -> anyOfRoles.contains(each.role()))
                .sorted(Comparator.comparing(Went::at).reversed())
                .forEachOrdered(each -> {
                    if (named.add(each.role())) {
                        together.computeIfAbsent(new Hand(each.at(), each.by()), hand -> new HashSet<>())
                                .add(each.role());
                    }
                });
        return together.entrySet().stream()
                .map(each -> new RoleLoss(each.getKey().at(), each.getKey().by(), each.getValue()))
                .toList();
    }
}
