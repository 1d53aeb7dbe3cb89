package org.partnerportal.subscription;

import java.time.Instant;
import java.time.ZoneOffset;

/** How long a subscription is bought for, again and again. */
public enum Term {
    /** A calendar month, for the price of a month. */
    MONTH(1, 1),
    /** Twelve months, for the price of ten. */
    YEAR(12, 10);

    private final int months;
    private final int paidMonths;

    Term(int months, int paidMonths) {
        this.months = months;
        this.paidMonths = paidMonths;
    }

    /** How many months' price it costs. */
    int paidMonths() {
        return paidMonths;
    }

    /** The end of that many terms. Counted from the start each time, so that the 31st comes back after a short month. */
    Instant end(Instant start, int terms) {
        return start.atOffset(ZoneOffset.UTC).plusMonths((long) months * terms).toInstant();
    }
}
