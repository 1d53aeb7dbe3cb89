package org.partnerportal.batch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its pages show it.
 *
 * @param person who started it, or made it while it waits for its start
 * @param size how many rows it has
 * @param lookedThrough how many of them were looked through
 * @param waitsUntil when it goes on, where something makes it wait
 * @param stopReason the key of the reason why it was stopped, or null
 * @param counts how many rows came to each outcome; empty in a list
 * @param vain whether it waits for a start that can never come, as every row has its problem
 */
public record BatchView(
        UUID id,
        String kind,
        String name,
        String setting,
        String person,
        BatchState state,
        int size,
        int lookedThrough,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant waitsUntil,
        @Nullable String stopReason,
        Map<BatchOutcome, Long> counts,
        boolean vain) {

    /** How many rows came to that outcome. */
    public long count(BatchOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** How many rows are through with what is done with them now. */
    public long worked() {
        return isChecking() ? lookedThrough : size - count(BatchOutcome.WAITING);
    }

    public boolean isRunning() {
        return state == BatchState.RUNNING;
    }

    public boolean isChecking() {
        return state == BatchState.CHECKING;
    }

    public boolean isChecked() {
        return state == BatchState.CHECKED;
    }

    /** The word for where it stands, as the keys of its texts have it. */
    public String standing() {
        return vain ? "VAIN" : state.name();
    }
}
