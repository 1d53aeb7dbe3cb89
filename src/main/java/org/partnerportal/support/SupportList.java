package org.partnerportal.support;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;

/**
 * One page of requests, with the newest activity first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}; 0 where nobody asked
 * @param next behind which request the next page begins, or null on the last
 */
record SupportList(List<Line> lines, long count, SupportFilter.@Nullable Place next) implements CutCount {

    /** A request as the list reads it. */
    record Row(
            UUID id,
            TenantId customer,
            String customerName,
            String reference,
            String subject,
            ServiceArea area,
            Urgency urgency,
            SupportStatus status,
            UUID openerId,
            String openerName,
            @Nullable String openerPartner,
            @Nullable UUID assigneeId,
            @Nullable String assigneeName,
            @Nullable String assigneePartner,
            Instant createdAt,
            Instant activeAt,
            @Nullable Instant closedAt) {}

    /**
     * One request.
     *
     * @param status where it stands
     * @param turn whether it is the reader who acts next
     */
    record Line(Row row, SupportStatus status, boolean turn) {}

    /**
     * The same list with what each request's standing is in truth.
     *
     * @param handlers the accounts of those who can handle requests now
     */
    SupportList standing(Set<UUID> handlers) {
        return new SupportList(
                lines.stream().map(line -> standing(line, handlers)).toList(), count, next);
    }

    private static Line standing(Line line, Set<UUID> handlers) {
        UUID assignee = line.row.assigneeId();
        boolean assigneeOut = assignee != null && !handlers.contains(assignee);
        return new Line(line.row, SupportRules.standing(line.status, assigneeOut), line.turn);
    }
}
