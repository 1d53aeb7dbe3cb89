package org.partnerportal.onbehalf;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last time that a customer took roles away without which something can't be done.
 *
 * @param at when, or null where the customer never took such a role away
 * @param by who of the customer, or null likewise
 * @param removed the template ids of the roles that went then
 * @param left the template ids of the roles that the person can still use
 */
public record Loss(@Nullable Instant at, @Nullable String by, Set<String> removed, Set<String> left) {}
