package org.partnerportal.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationDelivery;
import org.partnerportal.shared.RefusedException;
import org.springframework.stereotype.Component;

/** Tells the invitation pages how far the mails to the addressees got, and has them sent again. */
@Component
class OutboxDelivery implements InvitationDelivery {

    private final MailRepository mails;
    private final Outbox outbox;
    private final Clock clock;

    OutboxDelivery(MailRepository mails, Outbox outbox, Clock clock) {
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public boolean isReady() {
        return outbox.isReady();
    }

    @Override
    public boolean sendAgain(UUID invitation) {
        UUID latest = mails.states(List.of(invitation), Outbox.TO_ADDRESSEE).stream()
                .reduce((older, newer) -> newer)
                .map(MailRepository.Row::id)
                .orElseThrow(() -> new RefusedException(MailRefusal.TEXT_IS_GONE));
        return outbox.sendAgain(latest);
    }

    @Override
    public Map<UUID, State> latest(Collection<UUID> invitations) {
        Instant now = clock.instant();
        return invitations.isEmpty()
                ? Map.of()
                : mails.states(invitations, Outbox.TO_ADDRESSEE).stream()
                        .collect(Collectors.toMap(
                                MailRepository.Row::about, row -> state(row, now), (older, newer) -> newer));
    }

    private static State state(MailRepository.Row row, Instant now) {
        return switch (row.status()) {
            case QUEUED -> state(Step.QUEUED, row, row.nextTryAt() == null ? row.queuedAt() : row.nextTryAt(), now);
            case SENT -> state(Step.SENT, row, row.sentAt(), now);
            case DEFERRED -> state(Step.DEFERRED, row, row.nextTryAt(), now);
            case FAILED -> state(Step.FAILED, row, null, now);
            case CANCELLED -> state(Step.CANCELLED, row, null, now);
        };
    }

    private static State state(Step step, MailRepository.Row row, @Nullable Instant at, Instant now) {
        boolean again = MailRules.offersAgain(row.status(), row.hasText(), row.goodUntil(), now);
        MailProblem problem = row.problem();
        return new State(
                step, problem == null ? "" : problem.key(), Objects.requireNonNullElse(row.answer(), ""), at, again);
    }
}
