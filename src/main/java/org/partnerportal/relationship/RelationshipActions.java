package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Actor;

/**
 * What a person may do with a relationship now: for each button null, or the reason why it can't be used.
 *
 * @param removeRoles taking all roles away, or one
 * @param shorten giving it an earlier end
 * @param extendOn switching auto-extend on
 * @param extendOff switching auto-extend off
 * @param end ending it as a whole
 */
public record RelationshipActions(
        @Nullable RelationshipRefusal removeRoles,
        @Nullable RelationshipRefusal shorten,
        @Nullable RelationshipRefusal extendOn,
        @Nullable RelationshipRefusal extendOff,
        @Nullable RelationshipRefusal end) {

    /** What can be done with a relationship, each asked first; the constant in small letters is its address. */
    public enum Action {
        /** Take all roles away. */
        REMOVE_ROLES,
        /** Take one role away. */
        REMOVE_ROLE,
        /** Give it an earlier end. */
        SHORTEN,
        /** Switch auto-extend. */
        AUTO_EXTEND,
        /** End it as a whole. */
        END;

        /** The word in addresses, in the keys of texts, and in the names of the questions. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why that can't be done with the relationship now, or null. */
    public @Nullable RelationshipRefusal reason(Action action, RelationshipView relationship) {
        return switch (action) {
            case REMOVE_ROLES, REMOVE_ROLE -> removeRoles;
            case SHORTEN -> shorten;
            case AUTO_EXTEND -> relationship.autoExtend() ? extendOff : extendOn;
            case END -> end;
        };
    }

    static RelationshipActions of(RelationshipState state, Side side, Actor actor, Instant now) {
        return new RelationshipActions(
                RelationshipRules.removeRoles(state, actor, now).orElse(null),
                RelationshipRules.mayShorten(state, actor, now).orElse(null),
                RelationshipRules.switchAutoExtend(state, true, side, actor, now)
                        .orElse(null),
                RelationshipRules.switchAutoExtend(state, false, side, actor, now)
                        .orElse(null),
                RelationshipRules.end(state, side, actor, now).orElse(null));
    }
}
