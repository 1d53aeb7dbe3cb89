package org.partnerportal.referral;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.stereotype.Component;

/** Reads one page of a partner's inbox by two statements: the rows and the count. */
@Component
class ReferralSearch {

    static final int PAGE = 50;

    // people who confirm their address later come later, whenever they began to write
    private static final String BEFORE =
            "(select b.receivedAt from Referral b where b.partner = :partner and b.id = :before)";

    private final EntityManager entities;

    ReferralSearch(EntityManager entities) {
        this.entities = entities;
    }

    ReferralList find(Actor actor, ReferralFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(actor, filter, now, parameters);
        Map<String, Object> pageParameters = new HashMap<>(parameters);
        String page = matching;
        if (filter.before() != null) {
            page += " and (r.receivedAt < " + BEFORE + " or (r.receivedAt = " + BEFORE + " and r.id < :before))";
            pageParameters.put("before", filter.before());
        }
        List<ReferralList.Row> rows = ListQuery.of(
                        entities,
                        "select new org.partnerportal.referral.ReferralList$Row(r.id, r.reference, r.organisation, r.name,"
                                + " r.country, r.industry, r.status, r.outcome, r.closedBy, r.receivedAt, r.assigneeName, r.type,"
                                + " substring(r.needs, 1, 80), r.openInvitation) "
                                + page + " order by r.receivedAt desc, r.id desc",
                        ReferralList.Row.class,
                        pageParameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<ReferralList.Row> shown = more ? rows.subList(0, PAGE) : rows;
        List<ReferralList.Line> lines =
                shown.stream().map(row -> line(row, now)).toList();
        UUID next = more ? shown.get(PAGE - 1).id() : null;
        return new ReferralList(lines, ListQuery.count(entities, "r.id", matching, parameters), next);
    }

    private static ReferralList.Line line(ReferralList.Row row, Instant now) {
        boolean expired = ReferralRules.isExpired(row.stored(), row.receivedAt(), now);
        return new ReferralList.Line(
                row,
                ReferralRules.statusAt(row.stored(), row.receivedAt(), now),
                expired ? ReferralOutcome.EXPIRED : row.outcome());
    }

    private static String matching(Actor actor, ReferralFilter filter, Instant now, Map<String, Object> parameters) {
        var text = new StringBuilder("from Referral r where r.partner = :partner");
        parameters.put("partner", actor.tenant());
        text.append(
                switch (filter.show()) {
                    case OPEN -> " and (r.status = ACTIVE or (r.status = NEW and r.receivedAt > :since))";
                    case NEW -> " and r.status = NEW and r.receivedAt > :since";
                    case ACTIVE -> " and r.status = ACTIVE";
                    case MINE -> " and r.status = ACTIVE and r.assigneeId = :me";
                    case CLOSED -> " and (r.status = CLOSED or (r.status = NEW and r.receivedAt <= :since))";
                });
        if (text.indexOf(":since") > 0) {
            parameters.put("since", now.minus(ReferralRules.EXPIRES_AFTER));
        }
        if (filter.show() == ReferralFilter.Show.MINE) {
            parameters.put("me", actor.account());
        }
        if (!filter.q().isEmpty()) {
            text.append(" and (lower(r.organisation) like :q escape '!' or lower(r.name) like :q escape '!'"
                    + " or r.email like :q escape '!' or lower(r.reference) like :q escape '!')");
            parameters.put("q", Parse.like(filter.q()));
        }
        return text.toString();
    }
}
