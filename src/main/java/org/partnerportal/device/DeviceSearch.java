package org.partnerportal.device;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.stereotype.Component;

/** Reads one side's devices: a page by three statements, whatever their number. */
@Component
class DeviceSearch {

    static final int PAGE = 50;

    private static final String ROW =
            "select new org.partnerportal.device.DeviceList$Row(d.id, d.customer, d.partner, d.batchName, d.serial,"
                    + " d.productId, d.hashSha256, d.manufacturer, d.model, d.groupTag, d.assignedUser, d.status,"
                    + " d.registeredAt, d.registeredBy, d.removedAt, d.removedBy)";

    /** A partner sees of a customer what it registered there, as long as it may register something. */
    private static final String CUSTOMERS_IN_FORCE = " and d.customer in (select r.customer from Relationship r"
            + " where r.partner = :tenant and r.type in :types and " + RelationshipRules.IN_FORCE + ")";

    private final EntityManager entities;
    private final TenantService tenants;

    DeviceSearch(EntityManager entities, TenantService tenants) {
        this.entities = entities;
        this.tenants = tenants;
    }

    /** A page with its count. */
    DeviceList page(Side side, TenantId tenant, DeviceFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, filter, now, parameters);
        DeviceList some = some(side, tenant, filter, PAGE, now);
        return new DeviceList(some.lines(), ListQuery.count(entities, "d.id", matching, parameters), some.next());
    }

    /** Some of them from the filter's device on, without counting. */
    DeviceList some(Side side, TenantId tenant, DeviceFilter filter, int most, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, filter, now, parameters);
        if (filter.before() != null) {
            matching += " and d.id < :before";
            parameters.put("before", filter.before());
        }
        List<DeviceList.Row> rows = ListQuery.of(
                        entities, ROW + matching + " order by d.id desc", DeviceList.Row.class, parameters)
                .setMaxResults(most + 1)
                .getResultList();
        boolean more = rows.size() > most;
        List<DeviceList.Row> shown = more ? rows.subList(0, most) : rows;
        UUID next = more ? shown.get(most - 1).id() : null;
        return new DeviceList(lines(side, shown), 0, next);
    }

    /** One of the customer's. */
    Optional<DeviceList.Line> one(TenantId customer, UUID id) {
        List<DeviceList.Row> rows = ListQuery.of(
                        entities,
                        ROW + " from Device d where d.customer = :tenant and d.id = :id",
                        DeviceList.Row.class,
                        Map.of("tenant", customer, "id", id))
                .getResultList();
        return lines(Side.CUSTOMER, rows).stream().findFirst();
    }

    /** The name of the filter's batch, from a device of that side; no other side's batch is named. */
    Optional<String> batchName(Side side, TenantId tenant, DeviceFilter filter, Instant now) {
        if (filter.batch() == null) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, DeviceFilter.ofBatch(filter.batch()), now, parameters);
        return ListQuery.of(entities, "select d.batchName" + matching, String.class, parameters)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** How many are registered now. */
    long registered(Side side, TenantId tenant, Instant now) {
        return count(side, tenant, DeviceFilter.of(null, null, null, null, null), now);
    }

    /** How many of them the partner registered for that customer. */
    long registered(TenantId partner, TenantId customer, Instant now) {
        return count(Side.PARTNER, partner, DeviceFilter.of(null, null, customer.toString(), null, null), now);
    }

    private long count(Side side, TenantId tenant, DeviceFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String matching = matching(side, tenant, filter, now, parameters);
        return ListQuery.count(entities, "d.id", matching, parameters);
    }

    private List<DeviceList.Line> lines(Side side, List<DeviceList.Row> rows) {
        Set<TenantId> others = rows.stream().map(row -> other(side, row)).collect(Collectors.toSet());
        Map<TenantId, TenantView> names = tenants.tenants(others);
        return rows.stream()
                .map(row -> new DeviceList.Line(row, name(names, other(side, row))))
                .toList();
    }

    private static String name(Map<TenantId, TenantView> names, TenantId tenant) {
        TenantView view = names.get(tenant);
        return view == null ? "" : view.name();
    }

    private static TenantId other(Side side, DeviceList.Row row) {
        return switch (side) {
            case CUSTOMER -> row.partner();
            case PARTNER -> row.customer();
        };
    }

    private static String matching(
            Side side, TenantId tenant, DeviceFilter filter, Instant now, Map<String, Object> parameters) {
        String own = switch (side) {
            case CUSTOMER -> "customer";
            case PARTNER -> "partner";
        };
        var text = new StringBuilder(" from Device d where d." + own + " = :tenant");
        parameters.put("tenant", tenant);
        if (side == Side.PARTNER) {
            text.append(CUSTOMERS_IN_FORCE);
            parameters.put("types", PartnerType.registeringDevices());
            parameters.put("now", now);
        }
        text.append(
                switch (filter.show()) {
                    case REGISTERED -> " and d.status = REGISTERED";
                    case REMOVED -> " and d.status = REMOVED";
                    case ALL -> "";
                });
        if (filter.other() != null) {
            text.append(side == Side.CUSTOMER ? " and d.partner = :other" : " and d.customer = :other");
            parameters.put("other", filter.other());
        }
        if (filter.batch() != null) {
            text.append(" and d.batchId = :batch");
            parameters.put("batch", filter.batch());
        }
        if (!filter.q().isEmpty()) {
            // what was registered before words were folded has them in lower case only
            text.append(" and (d.words like :words escape '!' or d.words like :folded escape '!')");
            parameters.put("words", Parse.like(filter.q()));
            String folded = Folding.fold(filter.q());
            parameters.put("folded", Parse.like(folded.isEmpty() ? filter.q() : folded));
        }
        return text.toString();
    }
}
