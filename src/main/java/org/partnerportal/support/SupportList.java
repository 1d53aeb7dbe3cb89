package org.partnerportal.support;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor.Worker;

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
            @Nullable Instant closedAt) {

        /** The same as it stands in truth where nobody looks after it any more. */
        Row left() {
            return new Row(
                    id,
                    customer,
                    customerName,
                    reference,
                    subject,
                    area,
                    urgency,
                    SupportRules.standing(status, true),
                    openerId,
                    openerName,
                    openerPartner,
                    null,
                    null,
                    null,
                    createdAt,
                    activeAt,
                    closedAt);
        }
    }

    /**
     * One request.
     *
     * @param turn whether it is the reader who acts next
     */
    record Line(Row row, boolean turn) {

        static Line of(Row row, UUID reader) {
            return new Line(row, SupportRules.isTurnOf(reader, row.status(), row.openerId(), row.assigneeId()));
        }
    }

    /** Those who are said to look after requests that are not closed, each for its customer. */
    Set<Worker> assignees() {
        return lines.stream()
                .map(Line::row)
                .filter(row -> row.assigneeId() != null && row.status() != SupportStatus.CLOSED)
                .map(row -> new Worker(row.customer(), Objects.requireNonNull(row.assigneeId())))
                .collect(Collectors.toSet());
    }

    /**
     * The same list as things stand in truth.
     *
     * @param able those who can handle requests now
     */
    SupportList standing(Set<Worker> able, UUID reader) {
        Set<Worker> out = assignees();
        out.removeAll(able);
        List<Line> standing = lines.stream()
                .map(Line::row)
                .map(row -> isOut(row, out) ? row.left() : row)
                .map(row -> Line.of(row, reader))
                .toList();
        return new SupportList(standing, count, next);
    }

    private static boolean isOut(Row row, Set<Worker> out) {
        UUID assignee = row.assigneeId();
        return SupportRules.isLeft(
                row.status(), assignee != null && out.contains(new Worker(row.customer(), assignee)));
    }
}
