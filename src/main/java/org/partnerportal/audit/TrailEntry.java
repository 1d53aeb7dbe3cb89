package org.partnerportal.audit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.springframework.data.domain.Persistable;

/** One row of the trail; added, never changed. */
@Entity
@Immutable
class TrailEntry implements Persistable<UUID> {

    @Id
    private UUID id;

    private Instant at;
    private String kind;
    private @Nullable UUID personId;
    private String personName;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
    private @Nullable TenantId tenant;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "on_behalf_of_id"))
    private @Nullable TenantId onBehalfOf;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private @Nullable TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private @Nullable TenantId partner;

    private UUID subjectId;

    @Column(columnDefinition = "text")
    private String details;

    private String address;
    private String requestId;

    @SuppressWarnings("NullAway.Init")
    protected TrailEntry() {}

    TrailEntry(TrailEvent event, String details, String address, String requestId) {
        this.id = Ids.next();
        this.at = event.at();
        this.kind = event.kind();
        this.personId = event.who().account();
        this.personName = event.who().name();
        this.tenant = event.who().tenant();
        this.onBehalfOf = event.onBehalfOf();
        this.customer = event.customer();
        this.partner = event.partner();
        this.subjectId = event.subject();
        this.details = details;
        this.address = address;
        this.requestId = requestId;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true; // added, never changed
    }
}
