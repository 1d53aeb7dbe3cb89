package org.partnerportal.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request's time line.
 *
 * @param kind what happened
 * @param person who did it; empty for the portal itself
 * @param at when
 * @param text what was told to the customer, a note, or the colleague's name; may be empty
 * @param invitation the invitation that it is about, or null
 */
public record StepView(
        StepKind kind,
        String person,
        Instant at,
        String text,
        @Nullable UUID invitation) {}
