package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of an organisation's reviews.
 *
 * @param open the open one, or null
 * @param finished the finished ones, newest first
 * @param next the review before which the next page begins, or null on the last
 * @param nextAt when the next review opens by itself, or null while no partner ever had access
 * @param start null, or why the person can't start a review now
 */
record AccessReviewList(
        @Nullable OpenReview open,
        List<Row> finished,
        @Nullable UUID next,
        @Nullable Instant nextAt,
        @Nullable AccessReviewRefusal start) {

    public boolean isUnused() {
        return open == null && finished.isEmpty();
    }

    /** A finished review: the columns that the list shows. */
    record Row(UUID id, String reference, Instant finishedAt, String signerName, int kept, int removed, int gone) {}
}
