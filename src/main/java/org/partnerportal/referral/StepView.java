package org.partnerportal.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request's time line.
 *
 * @param kind what happened
 * @param person who did it; empty for the portal itself, and for others who were invited instead of the sender
 * @param at when
 * @param text what was told to the customer, a note, or the colleague's name; may be empty
 * @param invitation the invitation that it is about, or null
 */
public record StepView(
        StepKind kind,
        String person,
        Instant at,
        String text,
        @Nullable UUID invitation) {

    /**
     * Whether the sender sees it too.
     *
     * @param own the invitations that went to the sender
     */
    boolean isShared(Set<UUID> own) {
        return kind.isShared() && (invitation == null || own.contains(invitation));
    }
}
