package org.partnerportal.security;

import java.time.Duration;
import java.time.Instant;

/** How long somebody stays signed in. */
final class SessionRules {

    static final Duration LONGEST = Duration.ofHours(8);

    private SessionRules() {}

    /** Whether the session has lasted its time, however much it was used. */
    static boolean isOver(Instant signedInAt, Instant now) {
        return !now.isBefore(signedInAt.plus(LONGEST));
    }
}
