package org.partnerportal.operator;

import java.time.Instant;
import java.util.UUID;

/** One organisation as the list shows it. */
record TenantLine(
        UUID id,
        String name,
        String domain,
        String country,
        boolean active,
        boolean partner,
        Instant createdAt,
        long people) {}
