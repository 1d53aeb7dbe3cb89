package org.partnerportal.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** The moments before a relationship's end at which both sides are told. */
enum Notice {
    /** Time to renew in good order. */
    THIRTY_DAYS(30),
    /** Time to renew at once. */
    SEVEN_DAYS(7),
    /** The last call. */
    ONE_DAY(1),
    /** The end itself, or the extension. */
    END(0);

    private final int days;

    Notice(int days) {
        this.days = days;
    }

    int days() {
        return days;
    }

    /** When it is due for that end. */
    Instant before(Instant end) {
        return end.minus(Duration.ofDays(days));
    }

    /** The notice that is due at that instant: the last one whose time has come by then. */
    static Notice due(Instant end, Instant dueAt) {
        return Arrays.stream(values())
                .filter(notice -> !notice.before(end).isAfter(dueAt))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** When the first notice after that instant is due; empty when the end is not after it. */
    static Optional<Instant> firstAfter(Instant end, Instant instant) {
        return Arrays.stream(values())
                .map(notice -> notice.before(end))
                .filter(due -> due.isAfter(instant))
                .min(Comparator.naturalOrder());
    }
}
