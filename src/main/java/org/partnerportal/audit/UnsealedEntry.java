package org.partnerportal.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** A row of the trail that waits to be sealed; written with the row, so that one which commits late is not missed. */
@Entity
@Immutable
@Table(name = "trail_unsealed")
class UnsealedEntry implements Persistable<UUID> {

    @Id
    private UUID entryId;

    @SuppressWarnings("NullAway.Init")
    protected UnsealedEntry() {}

    UnsealedEntry(UUID entryId) {
        this.entryId = entryId;
    }

    @Override
    public UUID getId() {
        return entryId;
    }

    @Override
    public boolean isNew() {
        return true; // added here, taken away by the sealer
    }
}
