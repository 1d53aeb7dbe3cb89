package org.partnerportal.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a partner held, holds and will hold, and until when: a bar for each role, on one scale.
 *
 * @param from where the scale begins
 * @param to where it ends
 * @param today where now lies on it, from 0 to {@link #SCALE}
 * @param bars the bars, those in force first, the one that ends last in front
 */
record AccessTimeline(Instant from, Instant to, int today, List<Bar> bars) {

    /** The length of the scale in units of the picture. */
    static final int SCALE = 1_000;

    private static final int MOST_BARS = 60;
    private static final Duration AHEAD = Duration.ofDays(90);

    /**
     * One role of one relationship, or the relationship itself where it gives none.
     *
     * @param relationship the relationship's name
     * @param type its partner type
     * @param role the role's template id, or null
     * @param begin when it began
     * @param end when it ends or ended, or null without an end
     * @param removedBy who took it away before its end, or null
     * @param inForce whether it is in force now
     * @param x where the bar begins, from 0 to {@link #SCALE}
     * @param width how long it is
     */
    record Bar(
            String relationship,
            PartnerType type,
            @Nullable String role,
            Instant begin,
            @Nullable Instant end,
            @Nullable String removedBy,
            boolean inForce,
            int x,
            int width) {}

    static AccessTimeline of(List<RelationshipView> relationships, Instant now) {
        List<Span> spans = relationships.stream().flatMap(Span::of).toList();
        Instant from =
                spans.stream().map(Span::begin).min(Comparator.naturalOrder()).orElse(now);
        Instant to = Stream.concat(
                        Stream.of(now.plus(AHEAD)),
                        spans.stream().map(Span::end).filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(now);
        List<Bar> bars = new ArrayList<>();
        for (Span span : spans) {
            int x = at(span.begin(), from, to);
            int end = span.end() == null ? SCALE : at(span.end(), from, to);
            boolean inForce = span.end() == null || span.end().isAfter(now);
            RelationshipView relationship = span.relationship();
            bars.add(new Bar(
                    relationship.name(),
                    relationship.type(),
                    span.role(),
                    span.begin(),
                    span.end(),
                    span.removedBy(),
                    inForce,
                    x,
                    Math.max(end - x, 4))); // even the shortest can be seen
        }
        bars.sort(Comparator.comparing(Bar::inForce)
                .reversed()
                .thenComparing(Bar::end, Comparator.nullsFirst(Comparator.reverseOrder())));
        return new AccessTimeline(from, to, at(now, from, to), bars.subList(0, Math.min(bars.size(), MOST_BARS)));
    }

    private static int at(Instant time, Instant from, Instant to) {
        long whole = Math.max(Duration.between(from, to).toSeconds(), 1);
        return (int) (Duration.between(from, time).toSeconds() * SCALE / whole);
    }

    private record Span(
            RelationshipView relationship,
            @Nullable String role,
            Instant begin,
            @Nullable Instant end,
            @Nullable String removedBy) {

        static Stream<Span> of(RelationshipView relationship) {
            Instant end = relationship.endedAt() == null ? relationship.endsAt() : relationship.endedAt();
            if (relationship.grants().isEmpty()) {
                return Stream.of(new Span(relationship, null, relationship.startedAt(), end, null));
            }
            return relationship.grants().stream()
                    .map(grant -> new Span(
                            relationship,
                            grant.role(),
                            grant.from(),
                            grant.removedAt() == null ? end : grant.removedAt(),
                            grant.removedBy()));
        }
    }
}
