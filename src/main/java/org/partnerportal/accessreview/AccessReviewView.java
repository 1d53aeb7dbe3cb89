package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review with everything that its page, its CSV and its record show.
 *
 * @param openedBy who opened it; empty for the portal itself
 * @param overdue whether it is open and its time is over
 * @param signerZone the time zone of whoever signed it
 * @param kept how many roles were kept
 * @param removed how many were removed by it
 * @param gone how many went by other ways meanwhile
 * @param grants its rows, partner by partner
 */
record AccessReviewView(
        UUID id,
        String reference,
        AccessReviewStatus status,
        Instant openedAt,
        String openedBy,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant finishedAt,
        @Nullable UUID signerId,
        @Nullable String signerName,
        @Nullable String signerEmail,
        @Nullable String signerZone,
        String note,
        int kept,
        int removed,
        int gone,
        List<AccessGrant> grants) {

    public boolean isOpen() {
        return status == AccessReviewStatus.OPEN;
    }
}
