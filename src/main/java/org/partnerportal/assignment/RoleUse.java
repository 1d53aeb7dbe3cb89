package org.partnerportal.assignment;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/** When a person last used a role with a customer; written by the repository's statements alone. */
@Entity
class RoleUse {

    @EmbeddedId
    private Key id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected RoleUse() {}

    /** Who used which role of which relationship. */
    @Embeddable
    record Key(
            @Column(name = "relationship_id") UUID relationshipId,
            @Column(name = "role_template_id") String roleTemplateId,
            @Column(name = "account_id") UUID accountId)
            implements Serializable {}

    /** The same as the pages read it. */
    record Row(UUID relationship, String role, UUID account, Instant at) {

        RelationshipRole relationshipRole() {
            return new RelationshipRole(relationship, role);
        }
    }

    /** When anybody last used a role. */
    record Last(UUID relationship, String role, Instant at) {

        RelationshipRole relationshipRole() {
            return new RelationshipRole(relationship, role);
        }
    }
}
