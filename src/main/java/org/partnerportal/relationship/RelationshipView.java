package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** One relationship with everything that its partner's page shows. */
record RelationshipView(
        UUID id,
        String reference,
        TenantId partner,
        PartnerType type,
        String name,
        RelationshipStatus status,
        @Nullable Integer durationDays,
        boolean autoExtend,
        Instant startedAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        Set<String> roles,
        RelationshipState state) {}
