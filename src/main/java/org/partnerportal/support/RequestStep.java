package org.partnerportal.support;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.springframework.data.domain.Persistable;

/** One step of a request's thread, kept as it happened. */
@Entity
@Table(name = "service_request_step")
class RequestStep implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID requestId;
    private int place;

    @Enumerated(EnumType.STRING)
    private RequestStepKind kind;

    private UUID personId;
    private String person;
    private @Nullable String partnerName;
    private Instant at;
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected RequestStep() {}

    /**
     * Makes one.
     *
     * @param place which step of the thread it is
     */
    RequestStep(
            UUID id,
            ServiceRequest request,
            int place,
            RequestStepKind kind,
            AdminCenter center,
            Instant at,
            String text) {
        this.id = id;
        this.requestId = request.id();
        this.place = place;
        this.kind = kind;
        this.personId = center.actor().account();
        this.person = center.actor().name();
        this.partnerName = center.onBehalf() ? center.actor().tenantName() : null;
        this.at = at;
        this.text = text;
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
