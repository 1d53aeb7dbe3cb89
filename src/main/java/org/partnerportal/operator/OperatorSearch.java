package org.partnerportal.operator;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.DemoData;
import org.springframework.stereotype.Component;

/** Reads organisations and accounts by two or three statements a page. Demo ones are there while demo data is. */
@Component
class OperatorSearch {

    static final int PAGE = 50;

    private static final String LINE =
            "org.partnerportal.operator.TenantLine(t.id.value, t.name, t.domain, t.country, t.standing = ACTIVE,"
                    + " p.tenant is not null, t.createdAt, (select count(a) from Account a where a.tenant = t.id))";
    private static final String TENANTS =
            " from Tenant t left join PartnerProfile p on p.tenant = t.id where (t.demo = false or :demo = true)";
    private static final String ROW =
            "select new org.partnerportal.operator.AccountLine$Row(a.id, a.name, a.email, t.id.value, t.name,"
                    + " a.standing = ACTIVE, t.standing = ACTIVE, p.tenant is not null, a.passwordChosenAt is not null,"
                    + " a.employer is not null, a.disabledByTenant, a.createdAt)";
    private static final String ACCOUNTS = " from Account a join Tenant t on t.id = a.tenant"
            + " left join PartnerProfile p on p.tenant = t.id where (t.demo = false or :demo = true)";

    private final EntityManager entities;
    private final DemoData demoData;

    OperatorSearch(EntityManager entities, DemoData demoData) {
        this.entities = entities;
        this.demoData = demoData;
    }

    Listed<TenantLine> tenants(TenantFilter filter) {
        Map<String, Object> parameters = demo();
        String matching = TENANTS
                + switch (filter.show()) {
                    case ALL -> "";
                    case CUSTOMERS -> " and p.tenant is null";
                    case PARTNERS -> " and p.tenant is not null";
                    case DISABLED -> " and t.standing = DISABLED";
                }
                + words(filter.q(), "t.name", "t.domain", parameters);
        return page(
                "select new " + LINE,
                matching,
                "t.id.value",
                filter.before(),
                parameters,
                TenantLine.class,
                TenantLine::id);
    }

    Listed<AccountLine> accounts(AccountFilter filter) {
        Map<String, Object> parameters = demo();
        String matching = ACCOUNTS
                + switch (filter.show()) {
                    case ALL -> "";
                    case WAITING -> " and a.passwordChosenAt is null";
                    case DISABLED -> " and a.standing = DISABLED";
                }
                + words(filter.q(), "a.name", "a.email", parameters);
        if (filter.tenant() != null) {
            matching += " and t.id.value = :tenant";
            parameters.put("tenant", filter.tenant());
        }
        Listed<AccountLine.Row> rows =
                page(ROW, matching, "a.id", filter.before(), parameters, AccountLine.Row.class, AccountLine.Row::id);
        Map<UUID, List<AdminRole>> roles =
                roles(rows.lines().stream().map(AccountLine.Row::id).toList());
        return new Listed<>(rows.lines().stream().map(row -> line(row, roles)).toList(), rows.count(), rows.next());
    }

    private static AccountLine line(AccountLine.Row row, Map<UUID, List<AdminRole>> roles) {
        return new AccountLine(row, roles.getOrDefault(row.id(), List.of()));
    }

    private record Held(UUID account, AdminRole role) {}

    private Map<UUID, List<AdminRole>> roles(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return ListQuery.of(
                        entities,
                        "select a.id, r from Account a join a.roles r where a.id in :accounts order by r",
                        Object[].class,
                        Map.of("accounts", accounts))
                .getResultStream()
                .map(held -> new Held((UUID) held[0], (AdminRole) held[1]))
                .collect(Collectors.groupingBy(Held::account, Collectors.mapping(Held::role, Collectors.toList())));
    }

    Optional<AccountLine> account(UUID id) {
        Map<String, Object> parameters = demo();
        parameters.put("id", id);
        return ListQuery.of(entities, ROW + ACCOUNTS + " and a.id = :id", AccountLine.Row.class, parameters)
                .getResultStream()
                .findFirst()
                .map(row -> line(row, roles(List.of(id))));
    }

    private record Found(
            TenantLine line,
            @Nullable String phone,
            @Nullable String supportEmail) {}

    Optional<TenantDetails> tenant(UUID id) {
        Map<String, Object> parameters = demo();
        parameters.put("id", id);
        return ListQuery.of(
                        entities,
                        "select new " + LINE + ", p.phone, p.supportEmail" + TENANTS + " and t.id.value = :id",
                        Object[].class,
                        parameters)
                .getResultStream()
                .findFirst()
                .map(found -> new Found((TenantLine) found[0], (String) found[1], (String) found[2]))
                .map(found -> details(found, id));
    }

    private TenantDetails details(Found found, UUID id) {
        List<TenantDetails.Administrator> administrators = ListQuery.of(
                        entities,
                        "select new org.partnerportal.operator.TenantDetails$Administrator(a.id, a.name, a.email,"
                                + " a.language, a.standing = ACTIVE, a.passwordChosenAt is not null)"
                                + " from Account a join a.roles r where a.tenant.value = :id and r = GLOBAL_ADMINISTRATOR"
                                + " order by a.name, a.id",
                        TenantDetails.Administrator.class,
                        Map.of("id", id))
                .getResultList();
        boolean operators = ListQuery.of(
                                entities,
                                "select count(a) from Account a join a.roles r"
                                        + " where a.tenant.value = :id and r = OPERATOR",
                                Long.class,
                                Map.of("id", id))
                        .getSingleResult()
                > 0;
        return new TenantDetails(found.line(), found.phone(), found.supportEmail(), operators, administrators);
    }

    private Map<String, Object> demo() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("demo", demoData.isOn());
        return parameters;
    }

    private static String words(String q, String one, String other, Map<String, Object> parameters) {
        if (q.isEmpty()) {
            return "";
        }
        parameters.put("q", Parse.like(q));
        return " and (lower(" + one + ") like :q escape '!' or " + other + " like :q escape '!')";
    }

    private <T> Listed<T> page(
            String select,
            String matching,
            String key,
            @Nullable UUID before,
            Map<String, Object> parameters,
            Class<T> type,
            Function<T, UUID> id) {
        Map<String, Object> pageParameters = new HashMap<>(parameters);
        String page = matching;
        if (before != null) {
            page += " and " + key + " < :before";
            pageParameters.put("before", before);
        }
        List<T> rows = ListQuery.of(entities, select + page + " order by " + key + " desc", type, pageParameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<T> shown = more ? rows.subList(0, PAGE) : rows;
        long count = ListQuery.count(entities, key, matching, parameters);
        return new Listed<>(shown, count, more ? id.apply(shown.get(PAGE - 1)) : null);
    }
}
