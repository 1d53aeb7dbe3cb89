package org.partnerportal.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;

/**
 * One page of the partner's inbox, newest first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link #MOST_COUNTED}
 * @param next the request before which the next page begins, or null on the last
 */
record ReferralList(List<Line> lines, long count, @Nullable UUID next) {

    /** Counting stops here: beyond it people search, and the database need not read everything. */
    static final int MOST_COUNTED = 1_000;

    public boolean isCountCut() {
        return count > MOST_COUNTED;
    }

    public long shownCount() {
        return Math.min(count, MOST_COUNTED);
    }

    /** A request as it is stored. */
    record Row(
            UUID id,
            String reference,
            String organisation,
            String name,
            String country,
            Industry industry,
            ReferralStatus stored,
            @Nullable ReferralOutcome outcome,
            Instant receivedAt,
            @Nullable String assigneeName) {}

    /** One request, with where it stands by the clock. */
    record Line(Row row, ReferralStatus status, @Nullable ReferralOutcome outcome) {}
}
