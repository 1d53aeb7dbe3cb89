package org.partnerportal.partneraccount;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.Stopping;

/**
 * How things stand with the account of a partner's person, for that person to read.
 *
 * @param state what keeps it from working, or that nothing does
 * @param employer the name of the partner
 * @param endedAt when the relationship was over, or null
 * @param all every time that the customer took roles away from it, the latest first
 * @param left the template ids of the roles that work now
 * @param granted whether the relationship still gives roles, which another account could have
 */
public record PartnerAccountStanding(
        State state, String employer, @Nullable Instant endedAt, List<RoleLoss> all, Set<String> left, boolean granted)
        implements Stopping.Named<RoleLoss> {

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
        /** The customer removed roles of the relationship, or took them from the account. */
        ROLES_REMOVED,
        /** The customer took the account's roles before it was kept when. */
        ROLES_TAKEN,
        /** The relationship is over. */
        RELATIONSHIP_OVER,
        /** The partner's organisation is switched off. */
        EMPLOYER_DISABLED
    }
}
