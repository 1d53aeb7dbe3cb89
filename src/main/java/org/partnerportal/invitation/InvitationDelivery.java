package org.partnerportal.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the mail of an invitation got. The invitation's pages ask, the outbox answers. */
public interface InvitationDelivery {

    /** Whether mails leave the portal at all; where not, links have to be handed over by hand. */
    boolean isReady();

    /**
     * Has the latest mail to the invitation's addressee sent once more, now, in the caller's transaction.
     *
     * @return whether there was anything to do; not for a mail that waits for its turn already
     * @throws org.partnerportal.shared.RefusedException when the mail arrived, or nobody needs it any more
     */
    boolean sendAgain(UUID invitation);

    /** The state of the latest mail to each invitation's addressee. */
    Map<UUID, State> latest(Collection<UUID> invitations);

    /**
     * The state of one mail.
     *
     * @param step how far it got
     * @param problem the key of the text that says why it is late or failed; empty when there is nothing to say
     * @param reason what the mail server answered, in its own words, or an empty text
     * @param at when it was queued, was sent, or is tried next
     * @param canBeSentAgain whether it got stuck and can be sent once more
     */
    record State(
            Step step,
            String problem,
            String reason,
            @Nullable Instant at,
            boolean canBeSentAgain) {}

    /** How far a mail can get. */
    enum Step {
        /** Waits to be sent. */
        QUEUED,
        /** Handed to the mail server. */
        SENT,
        /** Did not get through yet; it is tried again. */
        DEFERRED,
        /** Given up. */
        FAILED,
        /** Not sent, because the invitation has moved on. */
        CANCELLED
    }
}
