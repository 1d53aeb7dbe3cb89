package org.partnerportal.customer;

import java.util.Optional;

/** How many relationships may be switched at once. */
final class BulkRules {

    /** More than these would keep one request busy for too long. */
    static final int MOST = 10_000;

    private BulkRules() {}

    /** Asks whether that many may be switched by one request. */
    static Optional<BulkRefusal> begin(long chosen) {
        if (chosen == 0) {
            return Optional.of(BulkRefusal.NOTHING_CHOSEN);
        }
        return chosen > MOST ? Optional.of(BulkRefusal.TOO_MANY) : Optional.empty();
    }
}
