package org.partnerportal.customer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** One switch of auto-extend for many relationships, kept so that its result can be come back to. */
@Entity
class BulkSwitch {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    private String personName;
    private boolean switchedOn;
    private int chosen;
    private Instant startedAt;

    @SuppressWarnings("NullAway.Init")
    protected BulkSwitch() {}

    BulkSwitch(UUID id, Actor actor, boolean switchedOn, int chosen, Instant now) {
        this.id = id;
        this.partner = actor.tenant();
        this.personName = actor.name();
        this.switchedOn = switchedOn;
        this.chosen = chosen;
        this.startedAt = now;
    }

    UUID id() {
        return id;
    }

    boolean switchedOn() {
        return switchedOn;
    }

    int chosen() {
        return chosen;
    }

    String personName() {
        return personName;
    }

    Instant startedAt() {
        return startedAt;
    }
}
