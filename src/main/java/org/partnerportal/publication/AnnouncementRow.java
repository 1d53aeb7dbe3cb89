package org.partnerportal.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far telling the customers is.
 *
 * @param dueAt from when on they are told
 * @param told how many customers have been told
 * @param finishedAt when all were told, or null
 */
record AnnouncementRow(
        UUID id,
        AnnouncementReason reason,
        String requestedBy,
        Instant dueAt,
        int told,
        @Nullable Instant finishedAt) {

    public boolean isOpen() {
        return finishedAt == null;
    }
}
