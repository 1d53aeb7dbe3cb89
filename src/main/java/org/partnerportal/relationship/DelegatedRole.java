package org.partnerportal.relationship;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One role that a relationship gives the partner. It can go, but never come back. */
@Entity
class DelegatedRole {

    @EmbeddedId
    private Key id;

    private Instant grantedAt;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;

    @SuppressWarnings("NullAway.Init")
    protected DelegatedRole() {}

    DelegatedRole(UUID relationshipId, String roleTemplateId, Instant now) {
        this.id = new Key(relationshipId, roleTemplateId);
        this.grantedAt = now;
    }

    String roleId() {
        return id.roleTemplateId();
    }

    boolean isHeld() {
        return removedAt == null;
    }

    RelationshipView.Grant grant() {
        return new RelationshipView.Grant(id.roleTemplateId(), grantedAt, removedAt, removedBy);
    }

    void remove(String person, Instant now) {
        removedAt = now;
        removedBy = person;
    }

    /** Which role of which relationship. */
    @Embeddable
    record Key(
            @Column(name = "relationship_id") UUID relationshipId,
            @Column(name = "role_template_id") String roleTemplateId)
            implements Serializable {}
}
