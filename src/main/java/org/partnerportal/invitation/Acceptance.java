package org.partnerportal.invitation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer grants, and what the page showed when it did.
 *
 * @param termsVersion the version of the terms that the page showed
 * @param roles the template ids of the roles left ticked; looked at only where the type takes roles
 * @param durationDays the days left, or null where the type has no time limit
 * @param agreement the agreement version that the page showed
 * @param language the language in which it was shown
 * @param read whether "I have read the agreement" was ticked
 */
record Acceptance(
        int termsVersion,
        Set<String> roles,
        @Nullable Integer durationDays,
        @Nullable UUID agreement,
        String language,
        boolean read) {}
