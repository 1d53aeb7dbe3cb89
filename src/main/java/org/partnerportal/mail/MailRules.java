package org.partnerportal.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a mail is tried, and until when. */
public final class MailRules {

    /** After that no mail is of use, and no text is kept. */
    static final Duration LONGEST_LIFE = Duration.ofDays(90);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private MailRules() {}

    /**
     * Asks when to try again.
     *
     * @param pauses how many pauses there were since the mail was sent by hand
     * @return the pause until the next try; empty when that was the last one
     */
    static Optional<Duration> pause(int pauses, MailProblem problem) {
        return problem.isFinal() || pauses >= PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(pauses));
    }

    /** Whether the mail is still of use to its reader. */
    static boolean isOfUse(@Nullable Instant goodUntil, Instant now) {
        return goodUntil == null || now.isBefore(goodUntil);
    }

    /** Whether a page offers to send the mail again: not while it waits for its turn anyway. */
    public static boolean offersAgain(MailStatus status, boolean hasText, @Nullable Instant goodUntil, Instant now) {
        return status != MailStatus.QUEUED
                && sendAgain(status, hasText, goodUntil, now).isEmpty();
    }

    /** Asks whether the mail can be sent again; one that waits for its turn can too, and just does. */
    static Optional<MailRefusal> sendAgain(
            MailStatus status, boolean hasText, @Nullable Instant goodUntil, Instant now) {
        return switch (status) {
            case SENT -> Optional.of(MailRefusal.ALREADY_SENT);
            case CANCELLED -> Optional.of(MailRefusal.NOT_NEEDED);
            case QUEUED, DEFERRED, FAILED ->
                hasText && isOfUse(goodUntil, now) ? Optional.empty() : Optional.of(MailRefusal.TEXT_IS_GONE);
        };
    }
}
