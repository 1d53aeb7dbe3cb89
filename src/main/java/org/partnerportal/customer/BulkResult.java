package org.partnerportal.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipList;

/**
 * What became of a bulk switch.
 *
 * @param id the bulk switch
 * @param on whether auto-extend was switched on, or off
 * @param person who did it
 * @param at when it began
 * @param counts how many came to each outcome
 * @param refused the first of those that were refused
 */
record BulkResult(UUID id, boolean on, String person, Instant at, Map<BulkOutcome, Long> counts, List<Row> refused) {

    /** So many refused rows stand on the page; the file has all. */
    static final int MOST_SHOWN = 200;

    /** How many came to that outcome. */
    public long count(BulkOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Whether more were refused than the page shows. */
    public boolean isCut() {
        return count(BulkOutcome.REFUSED) > refused.size();
    }

    /** How many came to one outcome. */
    record Count(BulkOutcome outcome, long rows) {}

    /**
     * One relationship.
     *
     * @param line the relationship as it is now
     * @param outcome what became of it
     * @param refusal the key of the reason, or null
     */
    record Row(
            RelationshipList.Line line,
            BulkOutcome outcome,
            @Nullable String refusal) {}
}
