package org.partnerportal.publication;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.springframework.data.domain.Persistable;

/** Telling every customer that has a partner and has not accepted a version; it knows how far it got. */
@Entity
@Table(name = "agreement_announcement")
class Announcement implements Persistable<UUID> {

    private static final TenantId FIRST = new TenantId(Ids.FIRST);

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID agreementId;
    private @Nullable UUID openKey;

    @Enumerated(EnumType.STRING)
    private AnnouncementReason reason;

    private String requestedBy;
    private Instant dueAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "last_customer"))
    private TenantId lastCustomer;

    private int told;
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Announcement() {}

    Announcement(UUID agreement, AnnouncementReason reason, Actor actor, Instant dueAt) {
        this.id = Ids.next();
        this.agreementId = agreement;
        this.openKey = agreement;
        this.reason = reason;
        this.requestedBy = actor.name();
        this.dueAt = dueAt;
        this.lastCustomer = FIRST;
    }

    UUID agreement() {
        return agreementId;
    }

    /** Whether the customers hear of the version for the first time. */
    boolean isFirst() {
        return reason == AnnouncementReason.PUBLISHED;
    }

    TenantId lastCustomer() {
        return lastCustomer;
    }

    /** Some customers are done, and so many of them were told. */
    void advance(TenantId last, int newlyTold) {
        this.lastCustomer = last;
        this.told += newlyTold;
    }

    void finish(Instant now) {
        this.openKey = null;
        this.finishedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
