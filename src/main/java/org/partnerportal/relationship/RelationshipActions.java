package org.partnerportal.relationship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * @param destinations where its pages lead the person now
 */
public record RelationshipActions(
        @Nullable RelationshipRefusal removeRoles,
        @Nullable RelationshipRefusal shorten,
        @Nullable RelationshipRefusal extendOn,
        @Nullable RelationshipRefusal extendOff,
        @Nullable RelationshipRefusal end,
        Set<Destination> destinations) {

    /** Where a relationship leads the people of one side, beside what they can do with it. */
    public enum Destination {
        /** Accounts of the partner's people. */
        ACCOUNTS(Side.CUSTOMER),
        /** What the vendor offers the customer. */
        SOFTWARE_ON_OFFER(Side.CUSTOMER),
        /** Which MPSA partners see each other's purchases. */
        MPSA_PARTNERS(Side.CUSTOMER),
        /** Which of the partner's groups has which role. */
        ASSIGNMENTS(Side.PARTNER),
        /** Devices to register. */
        DEVICES(Side.PARTNER),
        /** The apps that the partner makes for the customer. */
        APPLICATIONS(Side.PARTNER),
        /** The partner's own software. */
        SOFTWARE(Side.PARTNER),
        /** Purchases through other MPSA partners. */
        MPSA_PURCHASES(Side.PARTNER);

        private final Side side;

        Destination(Side side) {
            this.side = side;
        }

        Side side() {
            return side;
        }
    }

    /** Whether its pages lead the person there. */
    public boolean leadsTo(Destination destination) {
        return destinations.contains(destination);
    }

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

        /** The key of what its button says. */
        public String button(RelationshipView relationship) {
            return switch (this) {
                case REMOVE_ROLES -> "remove.title";
                case AUTO_EXTEND -> relationship.autoExtend() ? "auto-extend.off" : "auto-extend.on";
                case REMOVE_ROLE, SHORTEN, END -> word() + ".title";
            };
        }

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

    /** The reasons against what that side's pages show, each with everything that it stands against. */
    public Map<RelationshipRefusal, List<Action>> reasons(Side side, RelationshipView relationship) {
        List<Action> shown = switch (side) {
            case CUSTOMER -> List.of(Action.REMOVE_ROLES, Action.SHORTEN, Action.AUTO_EXTEND, Action.END);
            case PARTNER -> List.of(Action.AUTO_EXTEND, Action.END);
        };
        Map<RelationshipRefusal, List<Action>> reasons = new LinkedHashMap<>();
        for (Action action : shown) {
            RelationshipRefusal reason = reason(action, relationship);
            if (reason != null) {
                reasons.computeIfAbsent(reason, each -> new ArrayList<>()).add(action);
            }
        }
        return reasons;
    }

    static RelationshipActions of(RelationshipState state, Side side, Actor actor, Instant now) {
        return new RelationshipActions(
                RelationshipRules.removeRoles(state, actor, now).orElse(null),
                RelationshipRules.mayShorten(state, actor, now).orElse(null),
                RelationshipRules.switchAutoExtend(state, true, side, actor, now)
                        .orElse(null),
                RelationshipRules.switchAutoExtend(state, false, side, actor, now)
                        .orElse(null),
                RelationshipRules.end(state, side, actor, now).orElse(null),
                RelationshipRules.destinations(state, side, actor, now));
    }
}
