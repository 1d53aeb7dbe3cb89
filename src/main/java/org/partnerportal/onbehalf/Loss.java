package org.partnerportal.onbehalf;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last time that roles went without which something can't be done.
 *
 * @param at when, or null where no such role ever went
 * @param by who of the customer took them away, or null where they went with the end of the relationship
 * @param removed the template ids of the roles that went then
 * @param left the template ids of the roles that the person can still use
 */
record Loss(@Nullable Instant at, @Nullable String by, Set<String> removed, Set<String> left) {}
