package org.partnerportal.batch;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;

/** One piece of work of many rows, which goes on without anybody waiting for it. */
@Entity
class Batch {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
    private TenantId tenant;

    private String kind;
    private String name;
    private String setting;
    private UUID personId;
    private String personName;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private int size;
    private int lookedThrough;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Instant waitsUntil;
    private @Nullable String stopReason;

    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    /** With all its lines, or without any where the job is to find them in a file of so many rows. */
    Batch(UUID id, NewBatch batch, int size, Actor actor, Instant now) {
        this.id = id;
        this.tenant = actor.tenant();
        this.kind = batch.kind();
        this.name = batch.name();
        this.setting = batch.setting();
        this.personId = actor.account();
        this.personName = actor.name();
        this.size = size;
        this.lookedThrough = batch.lines().size();
        this.state = lookedThrough < size ? BatchState.CHECKING : BatchState.CHECKED;
        this.createdAt = now;
    }

    /** Some more rows of its file were looked through. */
    void lookThrough(int rows) {
        lookedThrough += rows;
        if (lookedThrough >= size) {
            move(BatchState.CHECKED);
        }
    }

    /** Lets the job begin, for whoever says so: by that person's roles every row is judged. */
    void start(Actor actor, Instant now) {
        move(BatchState.RUNNING);
        personId = actor.account();
        personName = actor.name();
        startedAt = now;
    }

    void waitUntil(@Nullable Instant time) {
        waitsUntil = time;
    }

    void finish(Instant now) {
        move(BatchState.FINISHED);
        finishedAt = now;
        waitsUntil = null;
    }

    void stop(String reason, Instant now) {
        move(BatchState.STOPPED);
        stopReason = reason;
        finishedAt = now;
        waitsUntil = null;
    }

    private void move(BatchState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " can't become " + next);
        }
        state = next;
    }

    BatchView view(Map<BatchOutcome, Long> counts, boolean vain) {
        return new BatchView(
                id,
                kind,
                name,
                setting,
                personName,
                state,
                size,
                lookedThrough,
                createdAt,
                startedAt,
                finishedAt,
                waitsUntil,
                stopReason,
                counts,
                vain);
    }

    Who who() {
        return new Who(personId, tenant, personName);
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return tenant;
    }

    String kind() {
        return kind;
    }

    String setting() {
        return setting;
    }

    UUID personId() {
        return personId;
    }

    BatchState state() {
        return state;
    }

    int size() {
        return size;
    }

    int lookedThrough() {
        return lookedThrough;
    }

    @Nullable
    Instant waitsUntil() {
        return waitsUntil;
    }
}
