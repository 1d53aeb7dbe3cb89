package org.partnerportal.invitation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;

/** One invitation with everything that its pages show, on either side. */
public record InvitationView(
        UUID id,
        String reference,
        TenantId partner,
        @Nullable TenantId customer,
        String email,
        String language,
        PartnerType type,
        String name,
        Set<String> roles,
        @Nullable Integer durationDays,
        boolean autoExtend,
        String note,
        int termsVersion,
        InvitationStatus status,
        String senderName,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredById,
        @Nullable String answeredByName,
        @Nullable String declineReason,
        @Nullable Instant askedAgainAt,
        UUID relationshipId,
        @Nullable UUID renews,
        @Nullable String renewsReference) {

    /** The terms that are offered now. */
    public Terms terms() {
        return new Terms(termsVersion, roles, durationDays, autoExtend, note);
    }
}
