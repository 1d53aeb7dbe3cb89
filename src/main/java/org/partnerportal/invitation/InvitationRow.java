package org.partnerportal.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;

/** One line of the partner's list of invitations. */
record InvitationRow(
        UUID id,
        String email,
        @Nullable String customerName,
        PartnerType type,
        String name,
        InvitationStatus stored,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt) {}
