package org.partnerportal.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Repository;

/**
 * Reads a part of the trail by two statements, one for each side that an organisation can be on: each follows an index from
 * the key on, which a single one for both sides could not.
 */
@Repository
class TrailSearch {

    /** A person does not wait any longer for a page; a file may take its time. */
    private static final int PATIENCE = 5_000;

    private static final String LINE = """
            select new org.partnerportal.audit.TrailLine(e.id, e.at, e.kind, e.personId, e.personName, e.tenant.value,
                b.name, e.partner.value, p.name, e.customer.value, c.name, e.subjectId, e.details, e.address, e.requestId)
            from TrailEntry e left join Tenant p on p.id = e.partner left join Tenant c on c.id = e.customer
            left join Tenant b on b.id = e.onBehalfOf
            """;

    /** What was told to two partners is one thing to the customer, unless it asks for one of the two. */
    private static final String FIRST_OF_TWO = " and (e.kind not like :twice or not exists (select 1 from TrailEntry t"
            + " where t.customer = e.customer and t.at = e.at and t.subjectId = e.subjectId and t.kind = e.kind"
            + " and t.id < e.id))";

    private static final Comparator<TrailLine> OLDEST_FIRST =
            Comparator.comparing(TrailLine::at).thenComparing(line -> line.id().toString());

    private final EntityManager entities;
    private final TrailKinds kinds;
    private final TrailWords words;

    TrailSearch(EntityManager entities, TrailKinds kinds, TrailWords words) {
        this.entities = entities;
        this.kinds = kinds;
        this.words = words;
    }

    /** The next rows from the newest on, or before a key, newest first. */
    List<TrailLine> older(TenantId tenant, TrailFilter filter, @Nullable TrailKey before, int most, boolean patient) {
        return both(tenant, filter, before, most, true, patient)
                .sorted(OLDEST_FIRST.reversed())
                .limit(most)
                .toList();
    }

    /** The next rows after a key, oldest first. */
    List<TrailLine> newer(TenantId tenant, TrailFilter filter, TrailKey after, int most) {
        return both(tenant, filter, after, most, false, false)
                .sorted(OLDEST_FIRST)
                .limit(most)
                .toList();
    }

    private Stream<TrailLine> both(
            TenantId tenant,
            TrailFilter filter,
            @Nullable TrailKey key,
            int most,
            boolean descending,
            boolean patient) {
        List<TrailLine> asCustomer = side("customer", "partner", tenant, filter, key, most, descending, patient);
        List<TrailLine> asPartner = side("partner", "customer", tenant, filter, key, most, descending, patient);
        return Stream.concat(asCustomer.stream(), asPartner.stream());
    }

    private List<TrailLine> side(
            String own,
            String other,
            TenantId tenant,
            TrailFilter filter,
            @Nullable TrailKey key,
            int most,
            boolean descending,
            boolean patient) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant));
        var text = new StringBuilder(LINE);
        text.append("where e.").append(own).append(" = :tenant");
        if (own.equals("partner")) {
            text.append(" and (e.customer is null or e.customer <> :tenant)"); // that one is found as a customer's
        } else if (filter.organisation() == null && filter.with().isEmpty()) {
            text.append(FIRST_OF_TWO);
            parameters.put("twice", TrailKinds.TOLD_TO_TWO + "%");
        }
        narrow(text, other, filter, parameters);
        from(text, key, descending, parameters);
        TypedQuery<TrailLine> query = query(text.toString(), parameters).setMaxResults(most);
        return (patient ? query : query.setHint("jakarta.persistence.query.timeout", PATIENCE)).getResultList();
    }

    /** What happened between two organisations before a key, newest first. */
    List<TrailLine> between(TenantId customer, TenantId partner, @Nullable TrailKey before, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer, "partner", partner));
        var text = new StringBuilder(LINE).append("where e.customer = :customer and e.partner = :partner");
        from(text, before, true, parameters);
        return query(text.toString(), parameters).setMaxResults(most).getResultList();
    }

    /** The name of an organisation, if it has ever had to do with the reader's. */
    Optional<String> name(TenantId reader, UUID organisation) {
        return entities.createQuery(
                        "select t.name from Tenant t where t.id = :other and (exists (select 1 from TrailEntry e"
                                + " where e.customer = :reader and e.partner = :other)"
                                + " or exists (select 1 from TrailEntry e where e.customer = :other and e.partner = :reader))",
                        String.class)
                .setParameter("reader", reader)
                .setParameter("other", new TenantId(organisation))
                .getResultStream()
                .findFirst();
    }

    /** The order, and where in it the page begins; the first comparison is the one that an index can begin at. */
    private static void from(
            StringBuilder text, @Nullable TrailKey key, boolean descending, Map<String, Object> parameters) {
        String sign = descending ? "<" : ">";
        if (key != null) {
            text.append(String.format(" and e.at %1$s= :at and (e.at %1$s :at or e.id %1$s :id)", sign));
            parameters.put("at", key.at());
            parameters.put("id", key.id());
        }
        text.append(descending ? " order by e.at desc, e.id desc" : " order by e.at, e.id");
    }

    private void narrow(StringBuilder text, String other, TrailFilter filter, Map<String, Object> parameters) {
        String otherName = other.substring(0, 1) + ".name";
        if (filter.start() != null) {
            text.append(" and e.at >= :start");
            parameters.put("start", filter.start());
        }
        if (filter.end() != null) {
            text.append(" and e.at < :end");
            parameters.put("end", filter.end());
        }
        if (!filter.kinds().isEmpty()) {
            text.append(" and e.kind in :kinds");
            parameters.put("kinds", filter.kinds());
        }
        if (filter.organisation() != null) {
            text.append(" and e.").append(other).append(" = :other");
            parameters.put("other", new TenantId(filter.organisation()));
        }
        if (!filter.with().isEmpty()) {
            text.append(" and lower(").append(otherName).append(") like :with escape '!'");
            parameters.put("with", Parse.like(filter.with()));
        }
        if (!filter.person().isEmpty()) {
            text.append(" and (lower(e.personName) like :person escape '!'");
            text.append(words.isPortal(filter.person()) ? " or e.tenant.value is null)" : ")");
            parameters.put("person", Parse.like(filter.person()));
        }
        if (!filter.q().isEmpty()) {
            find(text, otherName, filter.q(), parameters);
        }
    }

    /** Looks into everything that the page and its files show, and into nothing that they do not. */
    private void find(StringBuilder text, String otherName, String q, Map<String, Object> parameters) {
        List<String> places = new ArrayList<>(List.of(
                "lower(e.personName) like :q escape '!'",
                "lower(" + otherName + ") like :q escape '!'",
                // the facts without their names, which are words of the database's and not of the page's
                "lower(function('regexp_replace', e.details, '\"[^\"]*\":', '', 'g')) like :q escape '!'",
                "(e.tenant = :tenant and (e.address = :address or e.requestId = :requestId))"));
        parameters.put("q", Parse.like(q));
        parameters.put("address", q.toLowerCase(Locale.ROOT));
        parameters.put("requestId", q.toUpperCase(Locale.ROOT));
        if (words.isPortal(q)) {
            places.add("e.tenant.value is null");
        }
        Set<String> labelled = kinds.labelled(q);
        if (!labelled.isEmpty()) {
            places.add("e.kind in :labelled");
            parameters.put("labelled", labelled);
        }
        for (String value : words.storedAs(q)) {
            String name = "value" + parameters.size();
            places.add("e.details like :" + name);
            parameters.put(name, "%" + value + "%");
        }
        text.append(places.stream().collect(Collectors.joining(" or ", " and (", ")")));
    }

    private TypedQuery<TrailLine> query(String text, Map<String, Object> parameters) {
        TypedQuery<TrailLine> query = entities.createQuery(text, TrailLine.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
