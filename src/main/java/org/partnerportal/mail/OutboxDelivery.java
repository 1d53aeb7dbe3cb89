package org.partnerportal.mail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.invitation.InvitationDelivery;
import org.springframework.stereotype.Component;

/** Tells the invitation pages how far the mails to the addressees got. */
@Component
class OutboxDelivery implements InvitationDelivery {

    private static final List<String> TO_ADDRESSEE = List.of("InvitationSent", "InvitationResent", "InvitationRevised");

    private final MailRepository mails;

    OutboxDelivery(MailRepository mails) {
        this.mails = mails;
    }

    @Override
    public Map<UUID, State> latest(Collection<UUID> invitations) {
        return invitations.isEmpty()
                ? Map.of()
                : mails.states(invitations, TO_ADDRESSEE).stream()
                        .collect(Collectors.toMap(
                                MailRepository.Row::about, OutboxDelivery::state, (older, newer) -> newer));
    }

    private static State state(MailRepository.Row row) {
        String reason = Objects.requireNonNullElse(row.answer(), "");
        return switch (row.status()) {
            case QUEUED -> new State(Step.QUEUED, reason, row.queuedAt());
            case SENT -> new State(Step.SENT, reason, row.sentAt());
            case DEFERRED -> new State(Step.DEFERRED, reason, row.nextTryAt());
            case FAILED -> new State(Step.FAILED, reason, null);
        };
    }
}
