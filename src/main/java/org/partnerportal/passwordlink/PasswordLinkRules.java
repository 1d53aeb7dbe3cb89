package org.partnerportal.passwordlink;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a link is good, and how often a forgotten password is mailed about. */
final class PasswordLinkRules {

    static final Duration LIFE = Duration.ofDays(3);

    /** The time in which mails to one address are counted. */
    static final Duration COUNTED = Duration.ofHours(1);

    /** How many mails a stranger can have sent to one address in that time. */
    static final int MOST = 3;

    private PasswordLinkRules() {}

    /**
     * Asks whether a password may be chosen by the link.
     *
     * @param usable whether account and organisation are in use
     */
    static Optional<PasswordLinkRefusal> choose(Instant expiresAt, boolean usable, Instant now) {
        return unless(usable && now.isBefore(expiresAt), PasswordLinkRefusal.LINK_DEAD);
    }

    /** Asks whether one more mail about a forgotten password may go out, after so many within the hour. */
    static Optional<PasswordLinkRefusal> mail(long mailed) {
        return unless(mailed < MOST, PasswordLinkRefusal.TOO_MANY);
    }

    private static Optional<PasswordLinkRefusal> unless(boolean fine, PasswordLinkRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
