package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * One relationship with everything that its pages show, on either side.
 *
 * @param status where it stands now
 * @param endsAt when the time is over, with every extension so far; null without a limit
 * @param endedBy who ended it, or null
 * @param roles the template ids of the roles that are left
 * @param grants every role that was ever granted, with when it came and went
 * @param state what the rules ask for
 * @param renewedBy the relationship that took its place, or null
 */
public record RelationshipView(
        UUID id,
        String reference,
        TenantId partner,
        TenantId customer,
        PartnerType type,
        String name,
        RelationshipStatus status,
        @Nullable Integer durationDays,
        boolean autoExtend,
        Instant startedAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        Set<String> roles,
        List<Grant> grants,
        RelationshipState state,
        @Nullable UUID renewedBy) {

    /** The one of these that took its place, or null. */
    public @Nullable RelationshipView renewal(List<RelationshipView> all) {
        return all.stream()
                .filter(other -> other.id().equals(renewedBy))
                .findFirst()
                .orElse(null);
    }

    /** The one of these whose place it took, or null. */
    public @Nullable RelationshipView renewed(List<RelationshipView> all) {
        return all.stream()
                .filter(other -> id.equals(other.renewedBy()))
                .findFirst()
                .orElse(null);
    }

    /** What the customer has taken away of what it granted. */
    public List<Grant> removed() {
        return grants.stream().filter(grant -> grant.removedAt() != null).toList();
    }

    /** Every role that is gone: taken away by the customer, or with the end of the relationship. */
    public List<Went> went() {
        Instant over = status == RelationshipStatus.ACTIVE
                ? null
                : Optional.ofNullable(endedAt).orElse(endsAt);
        return grants.stream()
                .flatMap(grant -> grant.removedAt() != null
                        ? Stream.of(new Went(grant.role(), grant.removedAt(), grant.removedBy()))
                        : Stream.ofNullable(over).map(at -> new Went(grant.role(), at, null)))
                .toList();
    }

    /** How much it matters now: most where roles are in force, least where it is over. */
    int weight() {
        if (status != RelationshipStatus.ACTIVE) {
            return 0;
        }
        return roles.isEmpty() ? 1 : 2;
    }

    /** The template ids of the roles with which it began, whatever has gone since. */
    public Set<String> grantedRoles() {
        return grants.stream().map(Grant::role).collect(Collectors.toSet());
    }

    /**
     * One role that was granted.
     *
     * @param role its template id
     * @param from when it was granted
     * @param removedAt when it was taken away, or null
     * @param removedBy by whom, or null
     */
    public record Grant(
            String role,
            Instant from,
            @Nullable Instant removedAt,
            @Nullable String removedBy) {}

    /**
     * A role that is gone.
     *
     * @param by who of the customer took it away, or null where it went with the end
     */
    public record Went(String role, Instant at, @Nullable String by) {}

    /**
     * Roles that went at one moment.
     *
     * @param by who of the customer took them away, or null where they went with the end of the relationship
     * @param roles their template ids
     */
    public record RoleLoss(Instant at, @Nullable String by, Set<String> roles) {

        private record Hand(Instant at, @Nullable String by) {}

        /** When these roles went, the latest first; each role counts once, the last time that it went. */
        public static List<RoleLoss> of(Stream<Went> went) {
            Set<String> named = new HashSet<>();
            Map<Hand, Set<String>> together = new LinkedHashMap<>();
            went.sorted(Comparator.comparing(Went::at).reversed()).forEachOrdered(each -> {
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
}
