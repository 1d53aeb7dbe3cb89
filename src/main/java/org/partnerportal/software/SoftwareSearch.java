package org.partnerportal.software;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** Reads products page by page: a vendor's own, and what several vendors offer in one currency. */
@Component
class SoftwareSearch {

    static final int PAGE = 50;

    private static final String ROW =
            "select new org.partnerportal.software.SoftwareList$Row(p.id, p.name, p.status) from SoftwareProduct p";

    private static final String OFFERED =
            "select new org.partnerportal.software.SoftwareSearch$Offered(p.id, p.partner,"
                    + " p.name, p.description, price.monthPrice, price.yearPrice)"
                    + " from SoftwareProduct p join p.prices price"
                    + " where p.partner in :vendors and p.status = ON_SALE and key(price) = :currency";

    private final EntityManager entities;
    private final SoftwareSales sales;

    SoftwareSearch(EntityManager entities, SoftwareSales sales) {
        this.entities = entities;
        this.sales = sales;
    }

    SoftwareList page(TenantId partner, SoftwareFilter filter) {
        Map<String, Object> parameters = new HashMap<>(Map.of("partner", partner));
        String where = " where p.partner = :partner"
                + switch (filter.show()) {
                    case ALL -> "";
                    case DRAFT -> " and p.status = DRAFT";
                    case ON_SALE -> " and p.status = ON_SALE";
                    case WITHDRAWN -> " and p.status = WITHDRAWN";
                };
        long count = ListQuery.count(entities, "p.id", "from SoftwareProduct p" + where, parameters);
        List<SoftwareList.Row> rows = read(ROW + where, SoftwareList.Row.class, filter.before(), parameters);
        boolean more = rows.size() > PAGE;
        List<SoftwareList.Row> shown = more ? rows.subList(0, PAGE) : rows;
        Map<UUID, Long> customers = sales.customers(
                partner, shown.stream().map(SoftwareList.Row::id).toList());
        return new SoftwareList(
                shown.stream()
                        .map(row -> new SoftwareList.Line(
                                row.id(), row.name(), row.status(), customers.getOrDefault(row.id(), 0L)))
                        .toList(),
                count,
                more ? shown.get(PAGE - 1).id() : null);
    }

    private <T> List<T> read(String text, Class<T> type, @Nullable UUID before, Map<String, Object> parameters) {
        String where = "";
        if (before != null) {
            where = " and p.id < :before";
            parameters.put("before", before);
        }
        return ListQuery.of(entities, text + where + " order by p.id desc", type, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
    }

    /** A product that is on sale. */
    record Offered(
            UUID id,
            TenantId vendor,
            Bilingual name,
            Bilingual description,
            @Nullable Long month,
            @Nullable Long year) {}

    /** What these vendors offer, newest first; one more than a page where there is another. */
    List<Offered> offered(Collection<TenantId> vendors, String currency, @Nullable UUID before) {
        return vendors.isEmpty()
                ? List.of()
                : read(OFFERED, Offered.class, before, new HashMap<>(Map.of("vendors", vendors, "currency", currency)));
    }
}
