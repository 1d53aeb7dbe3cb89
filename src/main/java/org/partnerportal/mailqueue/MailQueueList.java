package org.partnerportal.mailqueue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.MailProblem;
import org.partnerportal.mail.MailStatus;

/**
 * One page of the mail queue, newest first, without what the mails say.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link #MOST_COUNTED}
 * @param counts how many there are in each state, counted likewise
 * @param next the mail before which the next page begins, or null on the last
 * @param failed whether there is a failed mail to send again
 */
record MailQueueList(
        List<Line> lines,
        long count,
        Map<MailStatus, Long> counts,
        @Nullable UUID next,
        boolean failed) {

    /** Counting stops here, so that the database need not read everything. */
    static final int MOST_COUNTED = 1_000;

    public boolean isCut(long number) {
        return number > MOST_COUNTED;
    }

    public long shown(long number) {
        return Math.min(number, MOST_COUNTED);
    }

    /** One mail as it stands in the database. */
    record Row(
            UUID id,
            String recipient,
            String subject,
            MailStatus status,
            @Nullable MailProblem problem,
            @Nullable String answer,
            int attempts,
            Instant queuedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant sentAt,
            boolean hasText,
            @Nullable Instant goodUntil) {}

    /** One mail, and whether it can be sent again. */
    record Line(Row row, boolean canBeSentAgain) {

        public @Nullable String problem() {
            MailProblem problem = row.problem();
            return problem == null ? null : problem.key();
        }
    }
}
