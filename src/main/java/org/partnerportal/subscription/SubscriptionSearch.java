package org.partnerportal.subscription;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** Reads one page of a customer's subscriptions by three statements: the rows, the count, and the licences in use. */
@Component
class SubscriptionSearch {

    static final int PAGE = 50;

    private static final String ROW = "select new org.partnerportal.subscription.SubscriptionSearch$Row(s.id,"
            + " s.reference, s.seller, p.name, s.product, s.title, s.term, s.quantity, s.paidQuantity, s.currency, s.price,"
            + " s.domain, s.startedAt, s.terms, s.canceledAt, s.cancelReason)";

    private final EntityManager entities;
    private final AssignedLicenses licenses;

    SubscriptionSearch(EntityManager entities, AssignedLicenses licenses) {
        this.entities = entities;
        this.licenses = licenses;
    }

    /** What a line needs to know. */
    record Row(
            UUID id,
            String reference,
            @Nullable TenantId seller,
            @Nullable String sellerName,
            Product product,
            Bilingual title,
            Term term,
            int quantity,
            int paidQuantity,
            String currency,
            long price,
            String domain,
            Instant startedAt,
            int terms,
            @Nullable Instant canceledAt,
            @Nullable CancelReason cancelReason) {

        SubscriptionView view(TenantId customer, long assigned, Instant now) {
            var state = new SubscriptionState(seller, product, term, quantity, startedAt, terms, canceledAt);
            return new SubscriptionView(
                    id,
                    reference,
                    customer,
                    seller,
                    sellerName,
                    product,
                    title,
                    term,
                    quantity,
                    paidQuantity,
                    assigned,
                    new Money(price, currency),
                    domain,
                    startedAt,
                    SubscriptionRules.end(state, now),
                    SubscriptionRules.status(state, now),
                    canceledAt,
                    cancelReason);
        }
    }

    SubscriptionList find(Desk desk, SubscriptionFilter filter, Instant now) {
        TenantId seller = desk.seller();
        // another partner's sales are none of this one's business
        return find(desk.customer().id(), seller == null ? null : List.of(seller), filter, now);
    }

    /**
     * Finds what is shown of a customer's.
     *
     * @param sellers whose sales, or null for everything
     */
    SubscriptionList find(
            TenantId customer, @Nullable Collection<TenantId> sellers, SubscriptionFilter filter, Instant now) {
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer));
        String where = " where s.customer = :customer"
                + switch (filter.show()) {
                    case CURRENT -> " and (s.canceledAt is null or s.endsAt > :now)";
                    case CANCELED -> " and s.canceledAt is not null and s.endsAt > :now";
                    case ENDED -> " and s.canceledAt is not null and s.endsAt <= :now";
                    case ALL -> "";
                };
        if (where.contains(":now")) {
            parameters.put("now", now);
        }
        if (sellers != null) {
            where += " and s.seller in :sellers";
            parameters.put("sellers", sellers);
        }
        long count = ListQuery.count(entities, "s.id", "from Subscription s" + where, parameters);
        if (filter.before() != null) {
            where += " and s.id < :before";
            parameters.put("before", filter.before());
        }
        String text =
                ROW + " from Subscription s left join Tenant p on p.id = s.seller" + where + " order by s.id desc";
        List<Row> rows = ListQuery.of(entities, text, Row.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, Long> assigned =
                licenses.count(customer, shown.stream().map(Row::id).toList());
        return new SubscriptionList(
                shown.stream()
                        .map(row -> row.view(customer, assigned.getOrDefault(row.id(), 0L), now))
                        .toList(),
                count,
                more ? shown.get(PAGE - 1).id() : null);
    }
}
