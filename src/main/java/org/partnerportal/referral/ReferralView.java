package org.partnerportal.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.TenantId;

/** One request with everything that its pages show, on either side. */
public record ReferralView(
        UUID id,
        String reference,
        TenantId partner,
        @Nullable TenantId customer,
        String name,
        String email,
        String phone,
        String organisation,
        String country,
        String place,
        OrganisationSize size,
        Industry industry,
        String needs,
        @Nullable PartnerType type,
        String language,
        ReferralStatus status,
        @Nullable ReferralOutcome outcome,
        Instant createdAt,
        @Nullable Instant receivedAt,
        @Nullable Instant expiresAt,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        @Nullable Side closedBy,
        @Nullable UUID openInvitation,
        @Nullable UUID relationship) {

    /** Whether the customer took it back. */
    public boolean isWithdrawn() {
        return ReferralRules.isWithdrawn(outcome, closedBy);
    }

    /** Whether something can still become of it. */
    public boolean isOpen() {
        return status.isOpen();
    }
}
