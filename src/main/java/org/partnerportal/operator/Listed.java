package org.partnerportal.operator;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link #MOST_COUNTED}
 * @param next the line before which the next page begins, or null on the last
 */
record Listed<T>(List<T> lines, long count, @Nullable UUID next) {

    /** Counting stops here: beyond it people search, and the database need not read everything. */
    static final int MOST_COUNTED = 1_000;

    public boolean isCountCut() {
        return count > MOST_COUNTED;
    }

    public long shownCount() {
        return Math.min(count, MOST_COUNTED);
    }
}
