package org.partnerportal.subscription;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.TenantId;
import org.partnerportal.software.SoftwareSales;
import org.springframework.stereotype.Component;

/** Tells vendors what was sold of their software. */
@Component
class SoldSoftware implements SoftwareSales {

    static final int PAGE = 50;

    private static final String CUSTOMERS = "select new org.partnerportal.subscription.SoldSoftware$Customers("
            + "s.softwareId, count(distinct s.customer.value)) from Subscription s"
            + " where s.seller = :vendor and s.softwareId in :products and (s.canceledAt is null or s.endsAt > :now)"
            + " group by s.softwareId";

    private static final String ROW = "select new org.partnerportal.subscription.SoldSoftware$Row(s.id, s.customer,"
            + " c.name, s.reference, s.seller, s.term, s.quantity, s.startedAt, s.terms, s.canceledAt)"
            + " from Subscription s join Tenant c on c.id = s.customer";

    private final EntityManager entities;
    private final Clock clock;

    SoldSoftware(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** How many customers have a product in use. */
    record Customers(UUID product, long number) {}

    @Override
    public Map<UUID, Long> customers(TenantId vendor, Collection<UUID> products) {
        if (products.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> parameters = Map.of("vendor", vendor, "products", products, "now", clock.instant());
        return ListQuery.of(entities, CUSTOMERS, Customers.class, parameters).getResultList().stream()
                .collect(Collectors.toMap(Customers::product, Customers::number));
    }

    /** What a line needs to know. */
    record Row(
            UUID id,
            TenantId customer,
            String customerName,
            String reference,
            @Nullable TenantId seller,
            Term term,
            int quantity,
            Instant startedAt,
            int terms,
            @Nullable Instant canceledAt) {

        Sale sale(Instant now) {
            var state = new SubscriptionState(seller, Product.SOFTWARE, term, quantity, startedAt, terms, canceledAt);
            Next next = switch (SubscriptionRules.status(state, now)) {
                case ACTIVE -> Next.RENEWS;
                case CANCELED -> Next.ENDS;
                case ENDED -> Next.ENDED;
            };
            return new Sale(id, customer, customerName, reference, quantity, SubscriptionRules.end(state, now), next);
        }
    }

    @Override
    public Page of(TenantId vendor, UUID product, @Nullable UUID before) {
        Map<String, Object> parameters = new HashMap<>(Map.of("vendor", vendor, "product", product));
        String where = " where s.seller = :vendor and s.softwareId = :product";
        long count = ListQuery.count(entities, "s.id", "from Subscription s" + where, parameters);
        if (before != null) {
            where += " and s.id < :before";
            parameters.put("before", before);
        }
        List<Row> rows = ListQuery.of(entities, ROW + where + " order by s.id desc", Row.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        Instant now = clock.instant();
        return new Page(
                shown.stream().map(row -> row.sale(now)).toList(),
                count,
                before,
                more ? shown.get(PAGE - 1).id() : null);
    }
}
