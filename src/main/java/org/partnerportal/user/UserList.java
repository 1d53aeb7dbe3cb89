package org.partnerportal.user;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.Person;

/**
 * One page of an organisation's people, by name.
 *
 * @param lines the people
 * @param count how many match, counted up to {@link #MOST_COUNTED}
 * @param next the person behind whom the next page begins, or null on the last
 */
record UserList(List<Line> lines, long count, @Nullable UUID next) {

    /** Counting stops here: beyond it people search. */
    static final int MOST_COUNTED = 1_000;

    public boolean isCountCut() {
        return count > MOST_COUNTED;
    }

    public long shownCount() {
        return Math.min(count, MOST_COUNTED);
    }

    /**
     * One of the people.
     *
     * @param refusal why the reader cannot reset the password, or null
     */
    record Line(Person person, @Nullable Refusal refusal) {}
}
