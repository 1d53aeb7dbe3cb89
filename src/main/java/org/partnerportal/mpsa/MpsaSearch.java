package org.partnerportal.mpsa;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.ListQuery;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** Reads a customer's pairs: a page by two statements, whatever their number. */
@Component
class MpsaSearch {

    static final int PAGE = 50;

    private static final String ROW = "select new org.partnerportal.mpsa.MpsaSearch$Row(c.id, c.firstPartner,"
            + " c.secondPartner, c.allowedAt, c.allowedBy)";

    /** What {@link MpsaRules#counts} asks, of all at once. */
    private static final String COUNTING = " from MpsaConsent c where c.customer = :customer and c.takenBackAt is null"
            + " and c.firstRelationship in :inForce and c.secondRelationship in :inForce";

    private final EntityManager entities;

    MpsaSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** A pair as it is read. */
    record Row(UUID id, TenantId first, TenantId second, Instant allowedAt, String allowedBy) {

        MpsaView view(String firstName, String secondName) {
            return new MpsaView(id, first, firstName, second, secondName, allowedAt, allowedBy);
        }
    }

    /**
     * Some pairs, the newest first.
     *
     * @param rows one more than a page has, where more follow
     * @param count how many there are, counted as far as lists tell
     */
    record Found(List<Row> rows, long count) {}

    /**
     * The pairs that count.
     *
     * @param inForce the customer's MPSA relationships that are in force now
     */
    Found pairs(TenantId customer, Set<UUID> inForce, MpsaFilter filter) {
        if (inForce.isEmpty()) {
            return new Found(List.of(), 0);
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("customer", customer, "inForce", inForce));
        String matching = COUNTING;
        if (filter.partner() != null) {
            matching += " and (c.firstPartner = :partner or c.secondPartner = :partner)";
            parameters.put("partner", filter.partner());
        }
        long count = ListQuery.count(entities, "c.id", matching, parameters);
        if (filter.before() != null) {
            matching += " and c.id < :before";
            parameters.put("before", filter.before());
        }
        return new Found(
                ListQuery.of(entities, ROW + matching + " order by c.id desc", Row.class, parameters)
                        .setMaxResults(PAGE + 1)
                        .getResultList(),
                count);
    }
}
