package org.partnerportal.mailqueue;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.mail.MailRules;
import org.partnerportal.mail.MailStatus;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.springframework.stereotype.Component;

/** Reads one page of the mail queue by a fixed number of statements: the rows, their count, a count for each state. */
@Component
class MailQueueSearch {

    static final int PAGE = 50;

    private final EntityManager entities;

    MailQueueSearch(EntityManager entities) {
        this.entities = entities;
    }

    MailQueueList find(MailQueueFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(filter, parameters);
        Map<String, Object> pageParameters = new HashMap<>(parameters);
        String page = matching;
        if (filter.before() != null) {
            page += " and m.id < :before";
            pageParameters.put("before", filter.before());
        }
        List<MailQueueList.Row> rows = ListQuery.of(
                        entities,
                        "select new org.partnerportal.mailqueue.MailQueueList$Row(m.id, m.recipient, m.subject, m.status,"
                                + " m.problem, m.answer, m.attempts, m.queuedAt, m.nextTryAt, m.sentAt,"
                                + " case when m.html is null then false else true end, m.goodUntil) "
                                + page + " order by m.id desc",
                        MailQueueList.Row.class,
                        pageParameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<MailQueueList.Row> shown = more ? rows.subList(0, PAGE) : rows;
        List<MailQueueList.Line> lines =
                shown.stream().map(row -> line(row, now)).toList();
        UUID next = more ? shown.get(PAGE - 1).id() : null;
        Map<MailStatus, Long> counts = new EnumMap<>(MailStatus.class);
        for (MailStatus status : MailStatus.values()) {
            counts.put(
                    status,
                    ListQuery.count(
                            entities, "m.id", "from Mail m where m.status = :status", Map.of("status", status)));
        }
        return new MailQueueList(
                lines,
                ListQuery.count(entities, "m.id", matching, parameters),
                counts,
                next,
                counts.getOrDefault(MailStatus.FAILED, 0L) > 0);
    }

    /** Some failed mails that can be sent again, oldest first, behind that one. */
    List<UUID> failed(UUID after, Instant now, int most) {
        return ListQuery.of(entities, """
                        select m.id from Mail m
                        where m.status = FAILED and m.html is not null and (m.goodUntil is null or m.goodUntil > :now)
                          and m.id > :after
                        order by m.id
                        """, UUID.class, Map.of("now", now, "after", after))
                .setMaxResults(most)
                .getResultList();
    }

    private static MailQueueList.Line line(MailQueueList.Row row, Instant now) {
        boolean again = MailRules.offersAgain(row.status(), row.hasText(), row.goodUntil(), now);
        return new MailQueueList.Line(row, again);
    }

    private static String matching(MailQueueFilter filter, Map<String, Object> parameters) {
        var text = new StringBuilder("from Mail m where m.id is not null");
        if (filter.status() != null) {
            text.append(" and m.status = :status");
            parameters.put("status", filter.status());
        }
        if (!filter.q().isEmpty()) {
            text.append(" and lower(m.recipient) like :q escape '!'");
            parameters.put("q", Parse.like(filter.q()));
        }
        return text.toString();
    }
}
