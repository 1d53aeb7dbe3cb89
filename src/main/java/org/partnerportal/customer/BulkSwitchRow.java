package org.partnerportal.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What became of one relationship of a bulk switch; written with the switch itself, never changed. */
@Entity
@Immutable
class BulkSwitchRow implements Persistable<BulkSwitchRow.Key> {

    @EmbeddedId
    private Key id;

    private UUID relationshipId;

    @Enumerated(EnumType.STRING)
    private BulkOutcome outcome;

    private @Nullable String refusal;

    @SuppressWarnings("NullAway.Init")
    protected BulkSwitchRow() {}

    BulkSwitchRow(Key id, UUID relationshipId, BulkOutcome outcome, @Nullable String refusal) {
        this.id = id;
        this.relationshipId = relationshipId;
        this.outcome = outcome;
        this.refusal = refusal;
    }

    @Override
    public Key getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true; // written once
    }

    UUID relationshipId() {
        return relationshipId;
    }

    BulkOutcome outcome() {
        return outcome;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    /** Which row of which bulk switch. */
    @Embeddable
    record Key(
            @Column(name = "bulk_switch_id") UUID bulkSwitchId,
            @Column(name = "ordinal") int ordinal) implements Serializable {}
}
