package org.partnerportal.assignment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to a security group; the partner's own affair. */
sealed interface SecurityGroupEvent extends TrailEvent {

    Facts group();

    /**
     * What events tell of a group.
     *
     * @param id the group
     * @param partner the partner whose it is
     * @param name its name
     */
    record Facts(UUID id, TenantId partner, String name) {}

    @Override
    default String kind() {
        return "SecurityGroup" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return null;
    }

    @Override
    default TenantId partner() {
        return group().partner();
    }

    @Override
    default UUID subject() {
        return group().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("group", group().name());
    }

    /** Somebody made it. */
    record Created(Instant at, Who who, Facts group) implements SecurityGroupEvent {}

    /** It got another name. */
    record Renamed(Instant at, Who who, Facts group, String before) implements SecurityGroupEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("group", group().name(), "nameBefore", before);
        }
    }

    /** Somebody deleted it. */
    record Deleted(Instant at, Who who, Facts group) implements SecurityGroupEvent {}

    /** A person was put into it, and has its roles. */
    record MemberAdded(Instant at, Who who, Facts group, String person) implements SecurityGroupEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("group", group().name(), "person", person);
        }
    }

    /** A person was taken out of it, and no longer has its roles. */
    record MemberRemoved(Instant at, Who who, Facts group, String person) implements SecurityGroupEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("group", group().name(), "person", person);
        }
    }
}
