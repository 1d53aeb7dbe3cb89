package org.partnerportal.support;

import java.time.Instant;
import java.util.List;
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
     * @param turn whether it is the reader who acts next
     */
    record Line(Row row, boolean turn) {}
}
