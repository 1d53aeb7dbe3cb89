package org.partnerportal.support;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.springframework.stereotype.Component;

/** Reads pages of requests, each by one statement and one more for the count. */
@Component
class SupportSearch {

    static final int PAGE = 50;

    private static final String ROW = "select new org.partnerportal.support.SupportList$Row(s.id, s.customer, t.name,"
            + " s.reference, s.subject, s.area, s.urgency, s.status, s.openerId, s.openerName, s.openerPartnerName,"
            + " s.assigneeId, s.assigneeName, s.assigneePartnerName, s.createdAt, s.activeAt, s.closedAt) ";
    private static final String FROM = "from ServiceRequest s join Tenant t on t.id = s.customer where ";

    private final EntityManager entities;

    SupportSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** What a list reads: the query from its {@code from} on, and its parameters. */
    private record Matching(String text, Map<String, Object> parameters) {}

    /** An organisation's requests, as far as the person sees them. */
    SupportList find(AdminCenter center, SupportFilter filter) {
        return page(center.actor(), matching(center, filter), filter, PAGE, true);
    }

    /** The same for a file, without the count. */
    SupportList find(AdminCenter center, SupportFilter filter, int most) {
        return page(center.actor(), matching(center, filter), filter, most, false);
    }

    /** The open requests of all the customers whose requests the partner's person may handle. */
    SupportList ofCustomers(Actor agent, SupportFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "partner", agent.tenant(),
                "account", agent.account(),
                "adminAgent", agent.holds(AdminRole.ADMIN_AGENT),
                "anyOfRoles", Permission.HANDLE_SERVICE_REQUESTS.roles(),
                "now", now));
        String text = FROM + "s.customer in (" + AssignmentService.CUSTOMERS + ") and s.status <> CLOSED"
                + narrowed(agent, filter, parameters);
        return page(agent, new Matching(text, parameters), filter, PAGE, true);
    }

    private static Matching matching(AdminCenter center, SupportFilter filter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", center.tenant()));
        String text = FROM + "s.customer = :customer";
        if (!SupportRules.seesAll(center)) {
            text += " and s.openerId = :reader";
            parameters.put("reader", center.actor().account());
        }
        return new Matching(text + narrowed(center.actor(), filter, parameters), parameters);
    }

    private static String narrowed(Actor reader, SupportFilter filter, Map<String, Object> parameters) {
        String text = switch (filter.show()) {
            case OPEN -> " and s.status <> CLOSED";
            case WAITING -> " and s.status in (OPEN, WITH_HANDLER)";
            case MINE -> {
                parameters.put("me", reader.account());
                yield " and s.status <> CLOSED and (s.openerId = :me or s.assigneeId = :me)";
            }
            case CLOSED -> " and s.status = CLOSED";
            case ALL -> "";
        };
        if (!filter.q().isEmpty()) {
            text += " and (lower(s.subject) like :q escape '!' or lower(s.reference) like :q escape '!')";
            parameters.put("q", Parse.like(filter.q()));
        }
        return text;
    }

    private SupportList page(Actor reader, Matching matching, SupportFilter filter, int most, boolean counted) {
        Map<String, Object> parameters = new HashMap<>(matching.parameters());
        String text = matching.text();
        SupportFilter.Place after = filter.after();
        if (after != null) {
            text += " and (s.activeAt < :at or (s.activeAt = :at and s.id < :id))";
            parameters.put("at", after.at());
            parameters.put("id", after.id());
        }
        List<SupportList.Row> rows = ListQuery.of(
                        entities,
                        ROW + text + " order by s.activeAt desc, s.id desc",
                        SupportList.Row.class,
                        parameters)
                .setMaxResults(most + 1)
                .getResultList();
        boolean more = rows.size() > most;
        List<SupportList.Row> shown = more ? rows.subList(0, most) : rows;
        SupportList.Row last = more ? shown.get(most - 1) : null;
        return new SupportList(
                shown.stream()
                        .map(row -> SupportList.Line.of(row, reader.account()))
                        .toList(),
                counted ? ListQuery.count(entities, "s.id", matching.text(), matching.parameters()) : 0,
                last == null ? null : new SupportFilter.Place(last.activeAt(), last.id()));
    }
}
