package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer granted when a relationship began, whatever has gone since.
 *
 * @param roles the template ids of the roles
 * @param durationDays the days, or null without a limit
 * @param endsAt when the time is over, or null without a limit
 */
public record GrantedTerms(
        Set<String> roles,
        @Nullable Integer durationDays,
        @Nullable Instant endsAt) {}
