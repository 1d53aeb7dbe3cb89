package org.partnerportal.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the mail of an invitation got. The invitation's pages ask, the outbox answers. */
public interface InvitationDelivery {

    /** The state of the latest mail to each invitation's addressee. */
    Map<UUID, State> latest(Collection<UUID> invitations);

    /**
     * The state of one mail.
     *
     * @param step how far it got
     * @param reason what the mail server said, or why it is late; empty when there is nothing to say
     * @param at when it was queued, sent, or is tried next
     */
    record State(Step step, String reason, @Nullable Instant at) {}

    /** How far a mail can get. */
    enum Step {
        /** Waits to be sent. */
        QUEUED,
        /** Handed to the mail server. */
        SENT,
        /** Did not get through yet; it is tried again. */
        DEFERRED,
        /** Given up. */
        FAILED
    }
}
