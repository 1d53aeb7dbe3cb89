package org.partnerportal.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a batch.
 *
 * @param number by which people find it again, such as the line of a file
 * @param payload what is to be done, in the words of the feature that does it
 * @param outcome what became of it
 * @param problems why it is refused
 * @param link what it was done to or came to, or null
 */
public record BatchLine(
        int number,
        String payload,
        BatchOutcome outcome,
        List<BatchProblem> problems,
        @Nullable UUID link) {

    /** A row that is still to be worked. */
    public static BatchLine waiting(int number, String payload) {
        return new BatchLine(number, payload, BatchOutcome.WAITING, List.of(), null);
    }

    /** The same row with a result. */
    public BatchLine with(BatchResult result) {
        return new BatchLine(number, payload, result.outcome(), result.problems(), result.link());
    }
}
