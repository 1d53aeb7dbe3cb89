package org.partnerportal.relationship;

import java.time.Instant;
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
