package org.partnerportal.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the rows of a batch, each in a transaction of its own that locks the row, does the work and keeps the result: so a
 * row is worked once, whatever is killed and however many work at it. Who started the batch is read afresh for every few
 * rows.
 */
@Component
class BatchWorker {

    /** For how long one batch goes on before others have their turn. */
    static final Duration TURN = Duration.ofSeconds(5);

    /** So many rows are worked before the person is read again. */
    static final int CHUNK = 50;

    static final String PERSON_AWAY = "batch.stop.person-away";
    static final String FAULT = "batch.fault";

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);
    private static final int TRIES = 2;

    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final BatchService service;
    private final TenantService tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchWorker(
            BatchRepository batches,
            BatchRowRepository rows,
            BatchService service,
            TenantService tenants,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.service = service;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Works at a batch for one turn.
     *
     * @param stopping whether to leave off early
     * @return when to go on; empty when nothing is left to do
     */
    Optional<Instant> work(UUID id, BooleanSupplier stopping) {
        Instant end = clock.instant().plus(TURN);
        Optional<Instant> next;
        do {
            next = workChunk(id);
        } while (next.filter(time -> !time.isAfter(clock.instant())).isPresent()
                && clock.instant().isBefore(end)
                && !stopping.getAsBoolean());
        return next;
    }

    /** Works the next few rows; tells when to go on. */
    Optional<Instant> workChunk(UUID id) {
        Batch batch = batches.findById(id)
                .filter(found -> found.state() == BatchState.RUNNING)
                .orElse(null);
        if (batch == null) {
            return Optional.empty();
        }
        BatchWork work = service.work(batch.kind());
        Actor actor = tenants.actor(batch.personId())
                .filter(person -> person.tenant().equals(batch.tenant()))
                .orElse(null);
        String stop = stopReason(work, actor);
        if (actor == null || stop != null) {
            service.stop(id, stop == null ? PERSON_AWAY : stop);
            return Optional.empty();
        }
        List<Integer> waiting = rows.waiting(id, Limit.of(CHUNK));
        for (int number : waiting) {
            Optional<Instant> later = workRow(work, actor, batch, new BatchRow.Key(id, number));
            if (later.isPresent()) {
                service.waitUntil(id, later.get());
                return later;
            }
        }
        if (waiting.isEmpty()) {
            service.finish(id);
            return Optional.empty();
        }
        if (batch.waitsUntil() != null) {
            service.waitUntil(id, null);
        }
        return Optional.of(clock.instant());
    }

    private static @Nullable String stopReason(BatchWork work, @Nullable Actor actor) {
        return actor == null
                ? PERSON_AWAY
                : work.may(actor).map(refusal -> refusal.key()).orElse(null);
    }

    private Optional<Instant> workRow(BatchWork work, Actor actor, Batch batch, BatchRow.Key key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status ->
                        rows.lock(key).filter(BatchRow::isWaiting).flatMap(row -> work(work, actor, batch, row)));
            } catch (LimitedException limited) {
                return Optional.of(limited.limited().freeAt()); // somebody was faster than notBefore
            } catch (RefusedException refused) {
                settle(key, BatchProblem.of(refused.refusal()));
                return Optional.empty();
            } catch (RuntimeException fault) {
                // somebody may have done the same at the same moment: then a second look finds it done
                if (attempt == TRIES) {
                    LOG.error("Row {} of batch {} failed", key.number(), key.batch(), fault);
                    settle(key, new BatchProblem("", FAULT, ""));
                    return Optional.empty();
                }
            }
        }
    }

    private static Optional<Instant> work(BatchWork work, Actor actor, Batch batch, BatchRow row) {
        Optional<Instant> later = work.notBefore(actor);
        if (later.isEmpty()) {
            row.settle(work.work(actor, batch.id(), batch.setting(), row.line()));
        }
        return later;
    }

    /** Keeps why a row's transaction was undone. While the database is away this fails too, and the job comes back. */
    private void settle(BatchRow.Key key, BatchProblem problem) {
        transaction.executeWithoutResult(status -> rows.lock(key)
                .filter(BatchRow::isWaiting)
                .ifPresent(row -> row.settle(BatchResult.refused(List.of(problem)))));
    }
}
