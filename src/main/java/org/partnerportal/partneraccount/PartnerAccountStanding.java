package org.partnerportal.partneraccount;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with the account of a partner's person, for that person to read.
 *
 * @param state what keeps it from working, or that nothing does
 * @param employer the name of the partner
 * @param at when that happened, or null where nothing did or nobody kept it
 * @param by who did it, or null likewise
 * @param removed the template ids of the roles that went then
 * @param left the template ids of the roles that work now
 */
public record PartnerAccountStanding(
        State state,
        String employer,
        @Nullable Instant at,
        @Nullable String by,
        Set<String> removed,
        Set<String> left) {

    /** Whether the account can do nothing at all now. */
    public boolean isIdle() {
        return left.isEmpty();
    }

    /** Whether the account has less than it was given, which its person is told. */
    public boolean isLess() {
        return state != State.WORKS;
    }

    /** What became of the account's roles. */
    public enum State {
        /** It has the roles that it was given. */
        WORKS,
        /** The customer removed roles of the relationship. */
        ROLES_REMOVED,
        /** The customer took the account's roles, and left the relationship its own. */
        ROLES_TAKEN,
        /** The relationship is over. */
        RELATIONSHIP_OVER,
        /** The partner's organisation is switched off. */
        EMPLOYER_DISABLED
    }
}
