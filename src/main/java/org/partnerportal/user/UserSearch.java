package org.partnerportal.user;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Person;
import org.springframework.stereotype.Component;

/** Reads an organisation's people by at most four statements a page. */
@Component
class UserSearch {

    static final int PAGE = 50;

    private static final String ROW =
            "select new org.partnerportal.user.UserSearch$Row(a.id, a.employer, a.name, a.email, a.standing = ACTIVE,"
                    + " a.passwordChosenAt)";

    private final EntityManager entities;

    UserSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** A person without the roles, which are another table's. */
    record Row(
            UUID id,
            @Nullable TenantId employer,
            String name,
            String email,
            boolean active,
            @Nullable Instant passwordChosenAt) {}

    /** The people of one page. */
    record Found(List<Person> people, long count, @Nullable UUID next) {}

    Found people(TenantId tenant, UserFilter filter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant));
        String matching = " from Account a where a.tenant = :tenant"
                + switch (filter.show()) {
                    case ALL -> "";
                    case ADMINS -> " and (a.employer is not null or exists (select r from a.roles r))";
                    case DISABLED -> " and a.standing <> ACTIVE";
                };
        if (!filter.q().isEmpty()) {
            matching += " and (lower(a.name) like :words escape '!' or a.email like :words escape '!')";
            parameters.put("words", Parse.like(filter.q()));
        }
        long count = ListQuery.count(entities, "a.id", matching, parameters);
        String from = matching;
        if (filter.after() != null) {
            String name = "(select k.name from Account k where k.id = :after and k.tenant = :tenant)";
            from += " and (a.name > " + name + " or (a.name = " + name + " and a.id > :after))";
            parameters.put("after", filter.after());
        }
        List<Row> rows = ListQuery.of(entities, ROW + from + " order by a.name, a.id", Row.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, Set<AdminRole>> roles =
                roles(tenant, shown.stream().map(Row::id).toList());
        List<Person> people = new ArrayList<>();
        for (Row row : shown) {
            people.add(new Person(
                    row.id(),
                    tenant,
                    row.employer(),
                    row.name(),
                    row.email(),
                    roles.getOrDefault(row.id(), Set.of()),
                    row.active(),
                    row.passwordChosenAt()));
        }
        return new Found(people, count, more ? shown.get(PAGE - 1).id() : null);
    }

    private record Held(UUID account, AdminRole role) {}

    private Map<UUID, Set<AdminRole>> roles(TenantId tenant, Collection<UUID> accounts) {
        Map<UUID, Set<AdminRole>> roles = new HashMap<>();
        if (!accounts.isEmpty()) {
            ListQuery.of(
                            entities,
                            "select new org.partnerportal.user.UserSearch$Held(a.id, r) from Account a join a.roles r"
                                    + " where a.tenant = :tenant and a.id in :accounts",
                            Held.class,
                            Map.of("tenant", tenant, "accounts", accounts))
                    .getResultList()
                    .forEach(held -> roles.computeIfAbsent(held.account(), id -> EnumSet.noneOf(AdminRole.class))
                            .add(held.role()));
        }
        return roles;
    }
}
