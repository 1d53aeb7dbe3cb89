package org.partnerportal.license;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.AssignedLicenses;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Counts and names the people who hold licences of a subscription. */
@Component
class LicenseHolders implements AssignedLicenses {

    static final int PAGE = 50;

    private final LicenseRepository licenses;
    private final EntityManager entities;

    LicenseHolders(LicenseRepository licenses, EntityManager entities) {
        this.licenses = licenses;
        this.entities = entities;
    }

    @Override
    public Map<UUID, Long> count(TenantId customer, Collection<UUID> subscriptions) {
        return subscriptions.isEmpty()
                ? Map.of()
                : licenses.count(customer, subscriptions).stream()
                        .collect(Collectors.toMap(
                                LicenseRepository.Count::subscription, LicenseRepository.Count::number));
    }

    @Override
    public List<String> holders(TenantId customer, UUID subscription, int most) {
        return licenses.holders(customer, subscription, Limit.of(most));
    }

    /** Somebody who holds one. */
    record Holder(UUID account, String name, String email) {}

    /**
     * One page of them, by name.
     *
     * @param next the person behind whom the next page begins, or null on the last
     */
    record Page(List<Holder> lines, long count, @Nullable UUID next) implements CutCount {}

    /** Those behind that person, or the first. */
    Page page(TenantId customer, UUID subscription, @Nullable UUID after) {
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer, "subscription", subscription));
        String from = "from License l join Account a on a.id = l.accountId"
                + " where l.customer = :customer and l.subscriptionId = :subscription";
        long count = ListQuery.count(entities, "a.id", from, parameters);
        if (after != null) {
            String name = "(select k.name from Account k where k.id = :after and k.tenant = :customer)";
            from += " and (a.name > " + name + " or (a.name = " + name + " and a.id > :after))";
            parameters.put("after", after);
        }
        String holder = "select new org.partnerportal.license.LicenseHolders$Holder(a.id, a.name, a.email) ";
        List<Holder> found = ListQuery.of(entities, holder + from + " order by a.name, a.id", Holder.class, parameters)
                .setMaxResults(PAGE + 1)
                .getResultList();
        boolean more = found.size() > PAGE;
        List<Holder> shown = more ? found.subList(0, PAGE) : found;
        return new Page(shown, count, more ? shown.get(PAGE - 1).account() : null);
    }
}
