package org.partnerportal.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of working one row, kept in the transaction that did the work. */
public record BatchResult(
        BatchOutcome outcome,
        List<BatchProblem> problems,
        @Nullable UUID link) {

    public static BatchResult done(UUID link) {
        return new BatchResult(BatchOutcome.DONE, List.of(), link);
    }

    public static BatchResult already(UUID link) {
        return new BatchResult(BatchOutcome.ALREADY, List.of(), link);
    }

    /** Nothing may have been done to the data. */
    public static BatchResult refused(List<BatchProblem> problems) {
        return new BatchResult(BatchOutcome.REFUSED, problems, null);
    }
}
