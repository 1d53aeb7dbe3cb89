package org.partnerportal.mailqueue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mail.MailProblem;
import org.partnerportal.mail.MailStatus;
import org.partnerportal.shared.CutCount;

/**
 * One page of the mail queue, newest first, without what the mails say.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param counts how many there are in each state, counted likewise
 * @param next the mail before which the next page begins, or null on the last
 * @param failed whether there is a failed mail to send again
 */
record MailQueueList(
        List<Line> lines,
        long count,
        Map<MailStatus, Long> counts,
        @Nullable UUID next,
        boolean failed) implements CutCount {

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
