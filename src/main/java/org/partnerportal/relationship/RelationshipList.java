package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;

/**
 * One page of a list.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the key of the next page, or null on the last
 */
public record RelationshipList(
        List<Line> lines, long count, @Nullable String next) implements CutCount {

    /** One line of a list: the columns that it shows, and the other side's name. */
    public record Row(
            UUID id,
            TenantId other,
            String otherName,
            String sortName,
            PartnerType type,
            String name,
            String reference,
            RelationshipStatus stored,
            Instant startedAt,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable Integer durationDays,
            boolean autoExtend,
            boolean customerCut) {}

    /**
     * One relationship.
     *
     * @param row the row
     * @param status where it stands now
     * @param endsAt its end with every extension, or null without a limit
     * @param roles the template ids of the roles that it still gives
     * @param extending whether the end moves by itself when it comes
     */
    public record Line(
            Row row, RelationshipStatus status, @Nullable Instant endsAt, Set<String> roles, boolean extending) {}

    /**
     * Some lines of a list, for work that goes through all of them.
     *
     * @param lines the lines
     * @param next the key behind which the next ones begin, or null after the last
     */
    public record Batch(List<Line> lines, @Nullable String next) {}
}
