package org.partnerportal.accessreview;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;

/** What a finished review decided about one role, with everything as it stood then; never changed. */
@Entity
@Immutable
class AccessReviewLine {

    @EmbeddedId
    private Key id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private String partnerName;
    private String relationshipName;
    private String relationshipReference;

    @Enumerated(EnumType.STRING)
    private PartnerType type;

    private @Nullable Instant endsAt;
    private boolean autoExtend;
    private @Nullable Instant lastUsedAt;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @SuppressWarnings("NullAway.Init")
    protected AccessReviewLine() {}

    AccessReviewLine(UUID review, AccessGrant grant, Decision decision) {
        this.id = new Key(review, grant.relationship(), grant.role());
        this.partner = grant.partner();
        this.partnerName = grant.partnerName();
        this.relationshipName = grant.relationshipName();
        this.relationshipReference = grant.reference();
        this.type = grant.type();
        this.endsAt = grant.endsAt();
        this.autoExtend = grant.autoExtend();
        this.lastUsedAt = grant.lastUsedAt();
        this.decision = decision;
    }

    Decision decision() {
        return decision;
    }

    AccessGrant grant() {
        return new AccessGrant(
                partner,
                partnerName,
                id.relationshipId(),
                relationshipName,
                relationshipReference,
                type,
                id.roleTemplateId(),
                endsAt,
                autoExtend,
                lastUsedAt,
                decision);
    }

    /** Which role of which relationship in which review. */
    @Embeddable
    record Key(
            @Column(name = "review_id") UUID reviewId,
            @Column(name = "relationship_id") UUID relationshipId,
            @Column(name = "role_template_id") String roleTemplateId)
            implements Serializable {}
}
