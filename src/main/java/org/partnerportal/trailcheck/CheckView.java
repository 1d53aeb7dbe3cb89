package org.partnerportal.trailcheck;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.audit.TrailReport;

/**
 * A check as the page shows it.
 *
 * @param noted the end of the chain that it was compared with besides, or an empty text
 * @param report what it found, or null while it runs
 */
record CheckView(
        UUID id,
        String askedBy,
        Instant askedAt,
        String noted,
        @Nullable TrailReport report) {}
