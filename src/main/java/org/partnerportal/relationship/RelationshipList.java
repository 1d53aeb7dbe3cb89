package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link #MOST_COUNTED}
 * @param next the key of the next page, or null on the last
 */
record RelationshipList(
        List<Line> lines, long count, @Nullable String next) {

    /** Counting stops here: beyond it people search, and the database need not read everything. */
    static final int MOST_COUNTED = 1_000;

    public boolean isCountCut() {
        return count > MOST_COUNTED;
    }

    public long shownCount() {
        return Math.min(count, MOST_COUNTED);
    }

    /** One relationship, with where it stands now, its end with every extension, and the roles that it still gives. */
    record Line(
            RelationshipRow row,
            RelationshipStatus status,
            @Nullable Instant endsAt,
            Set<String> roles) {}
}
