package org.partnerportal.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row as the history pages read it. */
record TrailLine(
        UUID id,
        Instant at,
        String kind,
        String personName,
        @Nullable String partnerName,
        @Nullable String customerName,
        String details) {}
