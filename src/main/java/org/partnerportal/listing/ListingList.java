package org.partnerportal.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;

/**
 * One page of the operator's list: what waits comes first, the longest waiting before all; then the newest organisations.
 *
 * @param lines the lines
 * @param counts how many each filter would show, counted up to {@link CutCount#MOST}
 * @param next the last line where there is another page, or null
 */
record ListingList(
        List<Line> lines,
        Map<ListingFilter.Show, Long> counts,
        @Nullable Line next) implements CutCount {

    /** How many there are in all. */
    @Override
    public long count() {
        return counts.getOrDefault(ListingFilter.Show.ALL, 0L);
    }

    /**
     * One listing.
     *
     * @param active whether its organisation is in use
     */
    record Line(
            UUID partner,
            String name,
            String domain,
            boolean active,
            @Nullable DraftState draftState,
            @Nullable Instant submittedAt,
            @Nullable Instant listedSince,
            boolean hidden,
            @Nullable String blockReason) {

        public boolean isWaiting() {
            return draftState == DraftState.SUBMITTED;
        }

        /** Since when it waits, or null where it does not. */
        public @Nullable Instant waitingSince() {
            return isWaiting() ? submittedAt : null;
        }

        public ListingStanding standing() {
            return ListingStanding.of(listedSince != null, hidden, blockReason != null);
        }
    }
}
