package org.partnerportal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerHistory;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailPage;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail for the people whose part it is. */
@Service
@Transactional(readOnly = true)
class TrailService implements PartnerHistory {

    static final int PAGE = 50;

    private final TrailSearch search;
    private final TrailKinds kinds;
    private final TrailWords words;
    private final List<TrailPage> pages;

    TrailService(TrailSearch search, TrailKinds kinds, TrailWords words, List<TrailPage> pages) {
        this.search = search;
        this.kinds = kinds;
        this.words = words;
        this.pages = pages;
    }

    /**
     * One page of a tenant's history.
     *
     * @param filter what it shows
     * @param with the name of the one organisation that it shows, or null
     * @param lines the lines, newest first
     * @param older the row before which the next page begins, or null on the last
     * @param newer the row after which the page before ends, or null on the first
     */
    record History(
            TrailFilter filter,
            @Nullable String with,
            List<HistoryLine> lines,
            @Nullable TrailKey older,
            @Nullable TrailKey newer) {}

    /**
     * One line of the history, in the reader's language.
     *
     * @param page where the reader sees what came of it, or null
     * @param person who did it; empty for the portal itself
     * @param onBehalfOf for which other organisation, or null
     * @param with the organisation on the other side, or null
     * @param address from where, or null where that is not the reader's business
     * @param requestId in which request, or null likewise
     */
    record HistoryLine(
            Instant at,
            String what,
            @Nullable String page,
            String person,
            @Nullable String onBehalfOf,
            @Nullable String with,
            List<String> facts,
            @Nullable String address,
            @Nullable String requestId) {}

    History history(Actor actor, HistoryForm form) {
        requireReader(actor);
        TrailFilter filter = filter(actor, form);
        String with = name(actor, filter);
        if (filter.organisation() != null && with == null) {
            filter = filter.withoutOrganisation();
        }
        Optional<TrailKey> after = TrailKey.parse(form.after());
        if (after.isPresent()) {
            List<TrailLine> found = search.newer(actor.tenant(), filter, after.get(), PAGE + 1);
            if (!found.isEmpty()) {
                return after(actor, filter, with, found);
            }
        }
        TrailKey before = TrailKey.parse(form.before()).orElse(null);
        List<TrailLine> found = search.older(actor.tenant(), filter, before, PAGE + 1, false);
        boolean more = found.size() > PAGE;
        List<TrailLine> shown = more ? found.subList(0, PAGE) : found;
        return new History(
                filter,
                with,
                lines(actor, shown),
                more ? TrailKey.of(shown.get(PAGE - 1)) : null,
                before == null || shown.isEmpty() ? null : TrailKey.of(shown.get(0)));
    }

    private History after(Actor actor, TrailFilter filter, @Nullable String with, List<TrailLine> found) {
        boolean more = found.size() > PAGE;
        List<TrailLine> shown = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        Collections.reverse(shown);
        return new History(
                filter,
                with,
                lines(actor, shown),
                TrailKey.of(shown.get(shown.size() - 1)),
                more ? TrailKey.of(shown.get(0)) : null);
    }

    /** The filter that such an address means to that reader. */
    TrailFilter filter(Actor actor, HistoryForm form) {
        return TrailFilter.of(form, kinds, actor.zone());
    }

    private @Nullable String name(Actor actor, TrailFilter filter) {
        return filter.organisation() == null
                ? null
                : search.name(actor.tenant(), filter.organisation()).orElse(null);
    }

    /** What there is to choose from, in the reader's language. */
    List<TrailKinds.Choice> choices(Actor actor, TrailFilter filter) {
        return kinds.choices(actor, filter.kind());
    }

    /** The filter of a file: the same as that of the page with the same address. */
    TrailFilter fileFilter(Actor actor, HistoryForm form) {
        requireReader(actor);
        TrailFilter filter = filter(actor, form);
        return filter.organisation() != null && name(actor, filter) == null ? filter.withoutOrganisation() : filter;
    }

    /** The next rows of a file, newest first. */
    List<TrailLine> rows(Actor actor, TrailFilter filter, @Nullable TrailKey before, int most) {
        requireReader(actor);
        return search.older(actor.tenant(), filter, before, most, true);
    }

    private static void requireReader(Actor actor) {
        TrailRules.see(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }

    private @Nullable String page(Actor reader, TrailLine row) {
        var entry = new TrailPage.Entry(
                row.kind(), row.at(), row.subject(), row.customer(), row.partner(), words.details(row.details()));
        return pages.stream()
                .flatMap(page -> page.of(entry, reader.tenant()).stream())
                .findFirst()
                .orElse(null);
    }

    private List<HistoryLine> lines(Actor actor, List<TrailLine> rows) {
        return rows.stream()
                .map(row -> new HistoryLine(
                        row.at(),
                        words.what(row.kind()),
                        page(actor, row),
                        row.personName(),
                        row.onBehalfOfName(),
                        row.otherName(actor.tenant()),
                        words.facts(row.details()),
                        row.isOwn(actor.tenant()) ? row.address() : null,
                        row.isOwn(actor.tenant()) ? row.requestId() : null))
                .toList();
    }

    @Override
    public PartnerHistory.Page page(TenantId customer, TenantId partner, @Nullable String before, int most) {
        TrailKey key = TrailKey.parse(before).orElse(null);
        List<TrailLine> found = search.between(customer, partner, key, most + 1);
        boolean more = found.size() > most;
        List<TrailLine> shown = more ? found.subList(0, most) : found;
        List<Line> lines = shown.stream()
                .map(row -> new Line(row.at(), words.what(row.kind()), row.personName(), words.facts(row.details())))
                .toList();
        return new PartnerHistory.Page(
                lines, more ? TrailKey.of(shown.get(most - 1)).toString() : null);
    }
}
