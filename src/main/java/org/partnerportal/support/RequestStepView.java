package org.partnerportal.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request's thread.
 *
 * @param kind what happened
 * @param person who did it
 * @param partner the partner whose person acted on the customer's behalf, or null for the customer's own
 * @param at when
 * @param text the message, or who looks after it now
 */
record RequestStepView(
        RequestStepKind kind, String person, @Nullable String partner, Instant at, String text) {}
