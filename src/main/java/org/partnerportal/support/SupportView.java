package org.partnerportal.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request with everything that its pages show beside the thread.
 *
 * @param openerPartner the partner whose person opened it, or null
 * @param assigneePartner the partner whose person looks after it, or null
 * @param reopenedUntil until when a message opens it again, or null while it is open
 */
record SupportView(
        UUID id,
        String reference,
        String subject,
        ServiceArea area,
        Urgency urgency,
        String language,
        SupportStatus status,
        String openerName,
        @Nullable String openerPartner,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        @Nullable String assigneePartner,
        int steps,
        Instant createdAt,
        @Nullable Instant reopenedUntil) {

    /** Whether the customer's own people act next, since a partner opened it for them. */
    public boolean isWaitsForOrganisation() {
        return status == SupportStatus.WITH_CUSTOMER && openerPartner != null;
    }

    public boolean isClosed() {
        return status == SupportStatus.CLOSED;
    }
}
