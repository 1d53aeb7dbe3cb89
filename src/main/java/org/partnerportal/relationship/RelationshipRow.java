package org.partnerportal.relationship;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** One line of a list: the columns that it shows, and the other side's name. */
public record RelationshipRow(
        UUID id,
        TenantId other,
        String otherName,
        String sortName,
        PartnerType type,
        String name,
        String reference,
        RelationshipStatus stored,
        Instant startedAt,
        @Nullable Instant endsAt,
        @Nullable Instant endedAt,
        @Nullable Integer durationDays,
        boolean autoExtend,
        boolean customerCut) {}
