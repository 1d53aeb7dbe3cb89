package org.partnerportal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.batch.BatchState.CHECKED;
import static org.partnerportal.batch.BatchState.FINISHED;
import static org.partnerportal.batch.BatchState.RUNNING;
import static org.partnerportal.batch.BatchState.STOPPED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a batch can become. */
class BatchStateTests {

    @Test
    void goesForwardOnly() {
        Map<BatchState, List<BatchState>> next = Map.of(
                CHECKED,
                List.of(RUNNING),
                RUNNING,
                List.of(FINISHED, STOPPED),
                FINISHED,
                List.of(),
                STOPPED,
                List.of());
        next.forEach((from, to) -> {
            for (BatchState each : BatchState.values()) {
                assertThat(from.canBecome(each)).as(from + " to " + each).isEqualTo(to.contains(each));
            }
        });
    }
}
