package org.partnerportal.listing;

import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.DemoData;
import org.springframework.stereotype.Component;

/** Reads one page of the operator's list by a fixed number of statements: the lines, and a count for each filter. */
@Component
class ListingSearch {

    static final int PAGE = 50;

    private static final String MATCHING = " from Listing l join Tenant t on t.id = l.partner"
            + " where (t.demo = false or :demo = true)"
            + " and (l.listedSince is not null or l.draftState in (SUBMITTED, RETURNED))";
    private static final String WAITS = "l.draftState = SUBMITTED";
    private static final String WAITS_NOT = "(l.draftState is null or l.draftState <> SUBMITTED)";
    private static final String ORDER = " order by case when " + WAITS + " then 0 else 1 end," + " case when " + WAITS
            + " then l.submittedAt end, l.partner.value desc";

    private final EntityManager entities;
    private final DemoData demoData;

    ListingSearch(EntityManager entities, DemoData demoData) {
        this.entities = entities;
        this.demoData = demoData;
    }

    ListingList find(ListingFilter filter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("demo", demoData.isOn()));
        String found = MATCHING;
        if (!filter.q().isEmpty()) {
            found += " and (lower(t.name) like :q escape '!' or t.domain like :q escape '!')";
            parameters.put("q", Parse.like(filter.q()));
        }
        List<ListingList.Line> lines = lines(filter, found + shown(filter.show()), parameters);
        Map<ListingFilter.Show, Long> counts = new EnumMap<>(ListingFilter.Show.class);
        for (ListingFilter.Show show : ListingFilter.Show.values()) {
            counts.put(show, ListQuery.count(entities, "l.partner.value", found + shown(show), parameters));
        }
        boolean more = lines.size() > PAGE;
        return new ListingList(more ? lines.subList(0, PAGE) : lines, counts, more ? lines.get(PAGE - 1) : null);
    }

    private List<ListingList.Line> lines(ListingFilter filter, String matching, Map<String, Object> parameters) {
        Map<String, Object> pageParameters = new HashMap<>(parameters);
        String page = matching;
        if (filter.after() != null) {
            pageParameters.put("after", filter.after());
            page += " and (" + WAITS_NOT;
            if (filter.since() == null) {
                page += " and l.partner.value < :after)";
            } else {
                page += " or l.submittedAt > :since or (l.submittedAt = :since and l.partner.value < :after))";
                pageParameters.put("since", filter.since());
            }
        }
        return ListQuery.of(
                        entities,
                        "select new org.partnerportal.listing.ListingList$Line(l.partner.value, t.name, t.domain,"
                                + " t.standing = ACTIVE, l.draftState, l.submittedAt, l.listedSince, l.hidden,"
                                + " l.blockReason)" + page + ORDER,
                        ListingList.Line.class,
                        pageParameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
    }

    private static String shown(ListingFilter.Show show) {
        return switch (show) {
            case ALL -> "";
            case WAITING -> " and " + WAITS;
            case LISTED ->
                " and l.listedSince is not null and l.hidden = false and l.blockReason is null"
                        + " and t.standing = ACTIVE";
            case HIDDEN -> " and l.hidden = true and l.blockReason is null";
            case BLOCKED -> " and l.blockReason is not null";
        };
    }
}
