package org.partnerportal.relationship;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Months;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** Reads one page of relationships by three statements, whatever the number of rows: the rows, their roles, the count. */
@Component
class RelationshipSearch {

    static final int PAGE = 50;
    private static final List<PartnerType> ROLE_TYPES =
            Arrays.stream(PartnerType.values()).filter(PartnerType::holdsRoles).toList();
    /** Stands for "no end" in the order by end; later than any end that a relationship can have. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final EntityManager entities;

    RelationshipSearch(EntityManager entities) {
        this.entities = entities;
    }

    RelationshipList find(Side side, TenantId tenant, RelationshipFilter filter, Instant now) {
        RelationshipList.Batch page = batch(side, tenant, filter, PAGE, now);
        long count = count(side, tenant, filter, CutCount.MOST + 1, now);
        return new RelationshipList(page.lines(), count, page.next());
    }

    /** At most that many from the filter's key on, without counting. */
    RelationshipList.Batch batch(Side side, TenantId tenant, RelationshipFilter filter, int most, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String page = matching(side, tenant, filter, now, parameters) + after(filter, parameters);
        List<RelationshipList.Row> rows = rows(page + order(filter.sort()), parameters, most + 1);
        boolean more = rows.size() > most;
        List<RelationshipList.Row> shown = more ? rows.subList(0, most) : rows;
        return new RelationshipList.Batch(lines(shown, now), more ? key(filter.sort(), shown.get(most - 1)) : null);
    }

    /** Those of these that are the tenant's, by the other side's name. */
    List<RelationshipList.Line> chosen(Side side, TenantId tenant, Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("ids", ids));
        RelationshipFilter all = RelationshipFilter.of(side, "all", "", "", "");
        String matching = matching(side, tenant, all, now, parameters) + " and r.id in :ids";
        return lines(rows(matching + order(all.sort()), parameters, ids.size()), now);
    }

    private List<RelationshipList.Row> rows(String page, Map<String, Object> parameters, int most) {
        return ListQuery.of(
                        entities,
                        "select new org.partnerportal.relationship.RelationshipList$Row(r.id, t.id, t.name, lower(t.name), r.type, r.name,"
                                + " r.reference, r.status, r.startedAt, r.endsAt, r.endedAt, r.durationDays, r.autoExtend, r.customerCut) "
                                + page,
                        RelationshipList.Row.class,
                        parameters)
                .setMaxResults(most)
                .getResultList();
    }

    private List<RelationshipList.Line> lines(List<RelationshipList.Row> rows, Instant now) {
        Map<UUID, Set<String>> roles = heldRoles(rows);
        return rows.stream().map(row -> line(row, roles, now)).toList();
    }

    private static RelationshipList.Line line(RelationshipList.Row row, Map<UUID, Set<String>> roles, Instant now) {
        Set<String> held = roles.getOrDefault(row.id(), Set.of());
        var state = new RelationshipState(
                row.type(), row.stored(), row.endsAt(), row.autoExtend(), row.customerCut(), held);
        return new RelationshipList.Line(
                row,
                RelationshipRules.statusAt(state, now),
                RelationshipRules.endAt(state, now),
                held,
                RelationshipRules.extendsItself(state));
    }

    private static String matching(
            Side side, TenantId tenant, RelationshipFilter filter, Instant now, Map<String, Object> parameters) {
        var text = new StringBuilder("from Relationship r join Tenant t on t.id = r." + side.other());
        text.append(" where r.").append(side.own()).append(" = :tenant");
        parameters.put("tenant", tenant);
        String inForce = " and " + RelationshipRules.IN_FORCE;
        String ending = " and r.status = ACTIVE and r.endsAt > :now and r.autoExtend = false";
        text.append(
                switch (filter.show()) {
                    case ACTIVE -> inForce;
                    case EXPIRING_1, EXPIRING_7, EXPIRING, EXPIRING_90 -> ending + " and r.endsAt <= :soon";
                    case EXPIRED -> " and r.status = ACTIVE and r.endsAt <= :now and r.autoExtend = false";
                    case ENDED -> " and r.status = ENDED";
                    case NO_ROLES ->
                        inForce + " and r.type in :roleTypes and not exists (select 1 from DelegatedRole d"
                                + " where d.id.relationshipId = r.id and d.removedAt is null)";
                    case AUTO_EXTEND_OFF -> ending;
                    case ALL, PENDING -> "";
                });
        if (text.indexOf(":now") > 0) {
            parameters.put("now", now);
        }
        if (text.indexOf(":soon") > 0) {
            parameters.put("soon", now.plus(Duration.ofDays(filter.show().days())));
        }
        if (text.indexOf(":roleTypes") > 0) {
            parameters.put("roleTypes", ROLE_TYPES);
        }
        if (!filter.q().isEmpty()) {
            text.append(" and (lower(t.name) like :q escape '!' or lower(r.name) like :q escape '!'"
                    + " or lower(r.reference) like :q escape '!')");
            parameters.put("q", Parse.like(filter.q()));
        }
        return text.toString();
    }

    private static String order(RelationshipFilter.Sort sort) {
        return switch (sort) {
            case PARTNER -> " order by lower(t.name), r.id";
            case NEWEST -> " order by r.startedAt desc, r.id desc";
            case ENDING -> " order by coalesce(r.endsAt, :never), r.id";
        };
    }

    /** The condition that begins the page behind its key; a key that makes no sense begins with the first page. */
    private static String after(RelationshipFilter filter, Map<String, Object> parameters) {
        if (filter.sort() == RelationshipFilter.Sort.ENDING) {
            parameters.put("never", NEVER);
        }
        Optional<RelationshipFilter.Key> key = RelationshipFilter.Key.parse(filter.sort(), filter.after());
        if (key.isEmpty()) {
            return "";
        }
        parameters.put("id", key.get().id());
        parameters.put("key", key.get().value());
        return switch (filter.sort()) {
            case PARTNER -> " and (lower(t.name) > :key or (lower(t.name) = :key and r.id > :id))";
            case NEWEST -> " and (r.startedAt < :key or (r.startedAt = :key and r.id < :id))";
            case ENDING ->
                " and (coalesce(r.endsAt, :never) > :key or (coalesce(r.endsAt, :never) = :key and r.id > :id))";
        };
    }

    private static String key(RelationshipFilter.Sort sort, RelationshipList.Row row) {
        Comparable<?> value = switch (sort) {
            case PARTNER -> row.sortName(); // as the database wrote it small
            case NEWEST -> row.startedAt();
            case ENDING -> Objects.requireNonNullElse(row.endsAt(), NEVER);
        };
        return new RelationshipFilter.Key(value, row.id()).toString();
    }

    private Map<UUID, Set<String>> heldRoles(List<RelationshipList.Row> rows) {
        Map<UUID, Set<String>> roles = new HashMap<>();
        if (rows.isEmpty()) {
            return roles;
        }
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.id()));
        entities.createQuery(
                        "select d.id from DelegatedRole d where d.id.relationshipId in :ids and d.removedAt is null",
                        DelegatedRole.Key.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(key -> roles.computeIfAbsent(key.relationshipId(), id -> new TreeSet<>())
                        .add(key.roleTemplateId()));
        return roles;
    }

    /** How many of the partner's in force end in each of the months, where nothing moves that by itself. */
    List<Long> ends(TenantId partner, Months months) {
        Map<String, Object> parameters = months.parameters();
        parameters.put("tenant", partner);
        String from =
                " from Relationship r where r.partner = :tenant and r.status = ACTIVE and r.autoExtend = false and ";
        return Months.read(ListQuery.of(
                        entities,
                        "select " + months.sums("r.endsAt", "1") + from + Months.within("r.endsAt"),
                        Object[].class,
                        parameters)
                .getSingleResult());
    }

    /** How many match, counted up to that many. */
    long count(Side side, TenantId tenant, RelationshipFilter filter, int most, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, filter, now, parameters);
        return ListQuery.of(
                        entities,
                        "select count(*) from (select r.id as id " + matching + " order by r.id limit " + most
                                + ") found",
                        Long.class,
                        parameters)
                .getSingleResult();
    }
}
