package org.partnerportal.relationship;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a relationship. */
public sealed interface RelationshipEvent extends TrailEvent
        permits RolesRemoved,
                RelationshipEvent.Started,
                RelationshipEvent.Shortened,
                RelationshipEvent.Ended,
                RelationshipEvent.AutoExtendSwitched,
                RelationshipEvent.Extended,
                RelationshipEvent.Ending,
                RelationshipEvent.Expired {

    Facts relationship();

    /**
     * What events tell of a relationship.
     *
     * @param id the relationship
     * @param reference the number to quote
     * @param partner the partner
     * @param customer the customer
     * @param type the partner type
     * @param name the relationship's name
     */
    record Facts(UUID id, String reference, TenantId partner, TenantId customer, PartnerType type, String name) {}

    @Override
    default String kind() {
        return "Relationship" + getClass().getSimpleName();
    }

    @Override
    default TenantId customer() {
        return relationship().customer();
    }

    @Override
    default TenantId partner() {
        return relationship().partner();
    }

    @Override
    default UUID subject() {
        return relationship().id();
    }

    @Override
    default Map<String, String> details() {
        return with(this, Map.of());
    }

    private static Map<String, String> with(RelationshipEvent event, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(Map.of(
                "reference", event.relationship().reference(),
                "partnerType", event.relationship().type().name()));
        details.putAll(more);
        return Map.copyOf(details);
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** It began, with these roles and until then (null without a limit). */
    record Started(
            Instant at,
            Who who,
            Facts relationship,
            Set<String> roles,
            @Nullable Instant endsAt) implements RelationshipEvent {

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("grantedRoles", String.join(",", new TreeSet<>(roles)), "endAfter", text(endsAt)));
        }
    }

    /** The customer moved its end forward. */
    record Shortened(Instant at, Who who, Facts relationship, Instant before, Instant after)
            implements RelationshipEvent {

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("endBefore", text(before), "endAfter", text(after)));
        }
    }

    /**
     * One side ended it, and these roles went with it.
     *
     * @param renewedBy the reference of the relationship that took its place, or null
     */
    record Ended(
            Instant at,
            Who who,
            Facts relationship,
            Side by,
            Set<String> roles,
            @Nullable String renewedBy) implements RelationshipEvent {

        @Override
        public Map<String, String> details() {
            Map<String, String> details =
                    new HashMap<>(Map.of("side", by.name(), "removedRoles", String.join(",", new TreeSet<>(roles))));
            if (renewedBy != null) {
                details.put("renewedBy", renewedBy);
            }
            return with(this, details);
        }
    }

    /** One side switched auto-extend; the end is the one that it would have without. */
    record AutoExtendSwitched(
            Instant at,
            Who who,
            Facts relationship,
            Side by,
            boolean on,
            @Nullable Instant endsAt) implements RelationshipEvent {

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("side", by.name(), "autoExtend", on ? "on" : "off", "endAfter", text(endsAt)));
        }
    }

    /** Its end came, and it was extended by itself. */
    record Extended(Instant at, Facts relationship, Instant before, Instant after) implements RelationshipEvent {

        @Override
        public Who who() {
            return Who.PORTAL;
        }

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("endBefore", text(before), "endAfter", text(after)));
        }
    }

    /**
     * Its end comes near.
     *
     * @param days which notice it is: 30, 7 or 1 day(s) before
     * @param endsAt the end
     * @param autoExtend whether it will be extended by itself then
     */
    record Ending(Instant at, Facts relationship, int days, Instant endsAt, boolean autoExtend)
            implements RelationshipEvent {

        @Override
        public Who who() {
            return Who.PORTAL;
        }

        @Override
        public Map<String, String> details() {
            return with(
                    this,
                    Map.of(
                            "days", Integer.toString(days),
                            "endAfter", text(endsAt),
                            "autoExtend", autoExtend ? "on" : "off"));
        }
    }

    /** Its time is over. */
    record Expired(Instant at, Facts relationship, Instant endsAt) implements RelationshipEvent {

        @Override
        public Who who() {
            return Who.PORTAL;
        }

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("endAfter", text(endsAt)));
        }
    }
}
