package org.partnerportal.limit;

import java.time.Instant;
import java.util.Optional;

/** When a limit is reached. */
final class LimitRules {

    /** A fifth. */
    private static final int PEOPLES_SHARE = 5;

    private LimitRules() {}

    /** How much of a limit is for what is done automatically, so that people are not kept waiting by it. */
    static int forBatches(int number) {
        return Math.max(1, number - number / PEOPLES_SHARE);
    }

    /**
     * Asks from when something may be done once more.
     *
     * @param filling the earliest of the latest uses that fill the limit; empty when there are fewer
     * @return the instant from which it may be done; empty when it may be done now
     */
    static Optional<Instant> freeAt(Limit limit, Optional<Instant> filling, Instant now) {
        return filling.map(use -> use.plus(limit.window())).filter(now::isBefore);
    }
}
