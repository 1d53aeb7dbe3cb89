package org.partnerportal.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One row of a batch: what is to be done, and what became of it. It gets its result once, under a lock. */
@Entity
class BatchRow implements Persistable<BatchRow.Key> {

    @EmbeddedId
    private Key id;

    private String payload;

    @Enumerated(EnumType.STRING)
    private BatchOutcome outcome;

    private String problems;
    private @Nullable UUID linkId;

    @Transient
    private boolean isNew = true;

    @SuppressWarnings("NullAway.Init")
    protected BatchRow() {}

    BatchRow(UUID batch, BatchLine line) {
        this.id = new Key(batch, line.number());
        this.payload = line.payload();
        this.outcome = line.outcome();
        this.problems = BatchProblem.write(line.problems());
        this.linkId = line.link();
    }

    boolean isWaiting() {
        return outcome == BatchOutcome.WAITING;
    }

    void settle(BatchResult result) {
        if (!isWaiting()) {
            throw new IllegalStateException("row " + id.number() + " has its result");
        }
        outcome = result.outcome();
        problems = BatchProblem.write(result.problems());
        linkId = result.link();
    }

    BatchLine line() {
        return new BatchLine(id.number(), payload, outcome, BatchProblem.read(problems), linkId);
    }

    @Override
    public Key getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void isKept() {
        isNew = false;
    }

    /** Which row of which batch. */
    @Embeddable
    record Key(
            @Column(name = "batch_id") UUID batch,
            @Column(name = "number") int number) implements Serializable {}
}
