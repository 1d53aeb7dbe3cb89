package org.partnerportal.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Does for tests what the job does. */
@TestComponent
public class BatchFixture {

    private final BatchWorker worker;
    private final BatchChecker checker;

    BatchFixture(BatchWorker worker, BatchChecker checker) {
        this.worker = worker;
        this.checker = checker;
    }

    /** Looks through the batch's file until nothing is left. */
    public void check(UUID batch) {
        boolean more;
        do {
            more = checker.check(batch, () -> false).isPresent();
        } while (more);
    }

    /** Looks through a few of its rows; tells whether more are left. */
    public boolean checkSome(UUID batch) {
        return checker.check(batch, () -> true).isPresent();
    }

    /** Works the batch until nothing is left or something makes it wait; tells until when. */
    public Optional<Instant> work(UUID batch) {
        Optional<Instant> next = worker.workChunk(batch);
        Optional<Instant> last = Optional.empty();
        while (next.isPresent() && !next.equals(last) && !next.get().isAfter(Instant.now())) {
            last = next;
            next = worker.workChunk(batch);
        }
        return next;
    }

    /** Works a few rows, as many as are worked before the person is read again. */
    public void workSome(UUID batch) {
        worker.workChunk(batch);
    }
}
