package org.partnerportal.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.stereotype.Component;

/** Reads one side's apps: a page by five statements, whatever their number. */
@Component
class ApplicationSearch {

    static final int PAGE = 50;

    private static final String ROW =
            "select new org.partnerportal.application.ApplicationList$Row(a.id, a.customer, a.partner, a.name,"
                    + " a.platform, a.createdAt)";

    private static final String VERSIONS =
            "select new org.partnerportal.application.ApplicationList$Versions(v.applicationId, v.status, count(v))"
                    + " from ApplicationVersion v where v.applicationId in :applications"
                    + " group by v.applicationId, v.status";

    private static final String NEWEST =
            "select new org.partnerportal.application.ApplicationList$Newest(v.applicationId, v.number)"
                    + " from ApplicationVersion v where v.applicationId in :applications and v.status = PUBLISHED"
                    + " and not exists (select w.id from ApplicationVersion w where w.applicationId = v.applicationId"
                    + " and w.status = PUBLISHED and w.numberKey > v.numberKey)";

    private final EntityManager entities;
    private final TenantService tenants;

    ApplicationSearch(EntityManager entities, TenantService tenants) {
        this.entities = entities;
        this.tenants = tenants;
    }

    /** A page with its count. */
    ApplicationList page(Side side, TenantId tenant, ApplicationFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, filter, parameters);
        long count = ListQuery.count(entities, "a.id", matching, parameters);
        if (filter.before() != null) {
            matching += " and a.id < :before";
            parameters.put("before", filter.before());
        }
        List<ApplicationList.Row> rows = ListQuery.of(
                        entities, ROW + matching + " order by a.id desc", ApplicationList.Row.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<ApplicationList.Row> shown = more ? rows.subList(0, PAGE) : rows;
        return new ApplicationList(
                lines(side, shown), count, more ? shown.get(PAGE - 1).id() : null);
    }

    private List<ApplicationList.Line> lines(Side side, List<ApplicationList.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Object> ids = Map.of(
                "applications", rows.stream().map(ApplicationList.Row::id).toList());
        Map<UUID, Map<ApplicationVersionStatus, Long>> numbers =
                ListQuery.of(entities, VERSIONS, ApplicationList.Versions.class, ids).getResultList().stream()
                        .collect(Collectors.groupingBy(
                                ApplicationList.Versions::application,
                                Collectors.toMap(ApplicationList.Versions::status, ApplicationList.Versions::number)));
        Map<UUID, String> newest =
                ListQuery.of(entities, NEWEST, ApplicationList.Newest.class, ids).getResultList().stream()
                        .collect(Collectors.toMap(ApplicationList.Newest::application, ApplicationList.Newest::number));
        Set<TenantId> others = rows.stream().map(row -> other(side, row)).collect(Collectors.toSet());
        Map<TenantId, TenantView> names = tenants.tenants(others);
        return rows.stream()
                .map(row -> line(
                        row,
                        names.get(other(side, row)),
                        newest.getOrDefault(row.id(), ""),
                        numbers.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    private static ApplicationList.Line line(
            ApplicationList.Row row,
            @Nullable TenantView other,
            String newest,
            Map<ApplicationVersionStatus, Long> numbers) {
        return new ApplicationList.Line(
                row,
                other == null ? "" : other.name(),
                newest,
                numbers.getOrDefault(ApplicationVersionStatus.SUBMITTED, 0L),
                numbers.getOrDefault(ApplicationVersionStatus.DRAFT, 0L),
                numbers.getOrDefault(ApplicationVersionStatus.REJECTED, 0L));
    }

    private static TenantId other(Side side, ApplicationList.Row row) {
        return switch (side) {
            case CUSTOMER -> row.partner();
            case PARTNER -> row.customer();
        };
    }

    private static String matching(
            Side side, TenantId tenant, ApplicationFilter filter, Map<String, Object> parameters) {
        String own = switch (side) {
            case CUSTOMER -> "customer";
            case PARTNER -> "partner";
        };
        var text = new StringBuilder(" from Application a where a." + own + " = :tenant");
        parameters.put("tenant", tenant);
        text.append(
                switch (filter.show()) {
                    case ALL -> side == Side.CUSTOMER ? with("<> DRAFT") : "";
                    case DRAFT -> with("= DRAFT");
                    case SUBMITTED -> with("= SUBMITTED");
                    case PUBLISHED -> with("= PUBLISHED");
                    case REJECTED -> with("= REJECTED");
                });
        if (filter.other() != null) {
            text.append(side == Side.CUSTOMER ? " and a.partner = :other" : " and a.customer = :other");
            parameters.put("other", filter.other());
        }
        if (!filter.q().isEmpty()) {
            text.append(" and a.words like :words escape '!'");
            parameters.put("words", Parse.like(filter.q()));
        }
        return text.toString();
    }

    private static String with(String status) {
        return " and exists (select v.id from ApplicationVersion v where v.applicationId = a.id and v.status " + status
                + ")";
    }
}
