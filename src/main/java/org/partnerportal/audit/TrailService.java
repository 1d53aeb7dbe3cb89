package org.partnerportal.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerHistory;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail for the people whose part it is. */
@Service
@Transactional(readOnly = true)
class TrailService implements PartnerHistory {

    static final int PAGE = 50;
    private static final UUID LAST = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    private final TrailRepository trail;
    private final TrailWords words;

    TrailService(TrailRepository trail, TrailWords words) {
        this.trail = trail;
        this.words = words;
    }

    /**
     * One page of a tenant's history.
     *
     * @param lines the lines, newest first
     * @param next the row before which the next page begins, or null on the last
     */
    record Page(List<HistoryLine> lines, @Nullable UUID next) {}

    /** One line of the history, in the reader's language. */
    record HistoryLine(
            Instant at,
            String what,
            String person,
            @Nullable String partner,
            @Nullable String customer,
            List<String> facts) {}

    Page history(Actor actor, @Nullable UUID before) {
        TrailRules.see(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        List<TrailLine> found = trail.of(actor.tenant(), before == null ? LAST : before, Limit.of(PAGE + 1));
        boolean more = found.size() > PAGE;
        List<TrailLine> shown = more ? found.subList(0, PAGE) : found;
        List<HistoryLine> lines = shown.stream()
                .map(line -> new HistoryLine(
                        line.at(),
                        words.what(line.kind()),
                        line.personName(),
                        line.partnerName(),
                        line.customerName(),
                        words.facts(line.details())))
                .toList();
        return new Page(lines, more ? shown.get(PAGE - 1).id() : null);
    }

    @Override
    public PartnerHistory.Page page(TenantId customer, TenantId partner, @Nullable UUID before, int most) {
        List<TrailLine> found = trail.between(customer, partner, before == null ? LAST : before, Limit.of(most + 1));
        boolean more = found.size() > most;
        List<TrailLine> shown = more ? found.subList(0, most) : found;
        List<Line> lines = shown.stream()
                .map(line ->
                        new Line(line.at(), words.what(line.kind()), line.personName(), words.facts(line.details())))
                .toList();
        return new PartnerHistory.Page(lines, more ? shown.get(most - 1).id() : null);
    }
}
