package org.partnerportal.invitation;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** Reads one page of a partner's invitations by three statements: the rows, their mails, the count. */
@Component
class InvitationSearch {

    static final int PAGE = 50;

    private final EntityManager entities;
    private final InvitationDelivery delivery;

    InvitationSearch(EntityManager entities, InvitationDelivery delivery) {
        this.entities = entities;
        this.delivery = delivery;
    }

    InvitationList find(TenantId partner, InvitationFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(partner, filter, now, parameters);
        Map<String, Object> pageParameters = new HashMap<>(parameters);
        String page = matching;
        if (filter.before() != null) {
            page += " and i.id < :before";
            pageParameters.put("before", filter.before());
        }
        List<InvitationList.Row> rows = ListQuery.of(
                        entities,
                        "select new org.partnerportal.invitation.InvitationList$Row(i.id, i.email, c.name, i.type,"
                                + " i.relationshipName, i.status, i.sentAt, i.expiresAt, i.openedAt, i.answeredAt) "
                                + page + " order by i.id desc",
                        InvitationList.Row.class,
                        pageParameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<InvitationList.Row> shown = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, InvitationDelivery.State> mails =
                delivery.latest(shown.stream().map(InvitationList.Row::id).toList());
        List<InvitationList.Line> lines = shown.stream()
                .map(row -> new InvitationList.Line(
                        row, InvitationRules.statusAt(row.stored(), row.expiresAt(), now), mails.get(row.id())))
                .toList();
        UUID next = more ? shown.get(PAGE - 1).id() : null;
        return new InvitationList(lines, ListQuery.count(entities, "i.id", matching, parameters), next);
    }

    long count(TenantId partner, InvitationFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        return ListQuery.count(entities, "i.id", matching(partner, filter, now, parameters), parameters);
    }

    private static String matching(
            TenantId partner, InvitationFilter filter, Instant now, Map<String, Object> parameters) {
        var text = new StringBuilder(
                "from Invitation i left join Tenant c on c.id = i.customer" + " where i.partner = :partner");
        parameters.put("partner", partner);
        text.append(
                switch (filter.show()) {
                    case ALL -> "";
                    case PENDING -> " and i.status = PENDING and i.expiresAt > :now";
                    case CHANGES_REQUESTED -> " and i.status = CHANGES_REQUESTED and i.expiresAt > :now";
                    case ACCEPTED -> " and i.status = ACCEPTED";
                    case DECLINED -> " and i.status = DECLINED";
                    case WITHDRAWN -> " and i.status = WITHDRAWN";
                    case LAPSED ->
                        " and (i.status = LAPSED or (i.status in (PENDING, CHANGES_REQUESTED) and i.expiresAt <= :now))";
                });
        if (text.indexOf(":now") > 0) {
            parameters.put("now", now);
        }
        if (!filter.q().isEmpty()) {
            text.append(" and (i.email like :q escape '!' or lower(c.name) like :q escape '!'"
                    + " or lower(i.relationshipName) like :q escape '!' or lower(i.reference) like :q escape '!')");
            parameters.put("q", Parse.like(filter.q()));
        }
        return text.toString();
    }
}
