package org.partnerportal.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Looks through the files of batches, some rows in each transaction, which counts them under the batch's lock: so each row is
 * there once, whatever is killed and however many look.
 */
@Component
class BatchChecker {

    /** For how long one file is looked through before others have their turn; each turn has to read it anew. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final BatchRepository batches;
    private final BatchFiles files;
    private final BatchService service;
    private final Clock clock;

    BatchChecker(BatchRepository batches, BatchFiles files, BatchService service, Clock clock) {
        this.batches = batches;
        this.files = files;
        this.service = service;
        this.clock = clock;
    }

    /**
     * Goes on with a file for one turn.
     *
     * @param stopping whether to leave off early
     * @return when to go on; empty when nothing is left to do
     */
    Optional<Instant> check(UUID id, BooleanSupplier stopping) {
        Instant end = clock.instant().plus(TURN);
        BatchReader reader = reader(id).orElse(null);
        if (reader == null) {
            return Optional.empty();
        }
        boolean more;
        do {
            more = service.checkSome(id, reader);
        } while (more && clock.instant().isBefore(end) && !stopping.getAsBoolean());
        return more ? Optional.of(clock.instant()) : Optional.empty();
    }

    private Optional<BatchReader> reader(UUID id) {
        return batches.findById(id)
                .filter(batch -> batch.state() == BatchState.CHECKING)
                .flatMap(batch ->
                        files.content(id).map(file -> service.work(batch.kind()).read(batch.setting(), file)));
    }
}
