package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.TenantId;

/**
 * One role that a partner holds, or held when it was reviewed: a row of a review.
 *
 * @param reference the relationship's reference number
 * @param role the template id
 * @param endsAt until when, or null without a limit
 * @param lastUsedAt when the partner last used the role, or null where that is not recorded
 * @param decision what was decided, or null while the review is open
 */
record AccessGrant(
        TenantId partner,
        String partnerName,
        UUID relationship,
        String relationshipName,
        String reference,
        PartnerType type,
        String role,
        @Nullable Instant endsAt,
        boolean autoExtend,
        @Nullable Instant lastUsedAt,
        @Nullable Decision decision) {

    static AccessGrant of(
            RelationshipView relationship, String role, String partnerName, @Nullable Instant lastUsedAt) {
        return new AccessGrant(
                relationship.partner(),
                partnerName,
                relationship.id(),
                relationship.name(),
                relationship.reference(),
                relationship.type(),
                role,
                relationship.endsAt(),
                relationship.autoExtend(),
                lastUsedAt,
                null);
    }

    public GrantKey key() {
        return new GrantKey(relationship, role);
    }

    AccessGrant decided(Decision decided) {
        return new AccessGrant(
                partner,
                partnerName,
                relationship,
                relationshipName,
                reference,
                type,
                role,
                endsAt,
                autoExtend,
                lastUsedAt,
                decided);
    }
}
