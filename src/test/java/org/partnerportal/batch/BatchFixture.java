package org.partnerportal.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Does for tests what the job does. */
@TestComponent
public class BatchFixture {

    private final BatchWorker worker;

    BatchFixture(BatchWorker worker) {
        this.worker = worker;
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
