package org.partnerportal.operator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all tasks of one kind do now.
 *
 * @param kind the kind's name, as operations.md has it
 * @param tasks how many there are
 * @param running how many a node works on
 * @param failing how many failed when they ran last
 * @param failures how often the worst of those has failed in a row
 * @param lastFailure when one failed last
 * @param lastSuccess when one succeeded last
 * @param next when the next one runs
 * @param toRun how many failing ones wait for a later time
 */
record JobLine(
        String kind,
        long tasks,
        long running,
        long failing,
        long failures,
        @Nullable Instant lastFailure,
        @Nullable Instant lastSuccess,
        @Nullable Instant next,
        long toRun) {

    public long waiting() {
        return tasks - running;
    }
}
