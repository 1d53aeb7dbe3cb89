package org.partnerportal.partneraccount;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that happened to the account of a partner's person; both sides read it. */
sealed interface PartnerAccountEvent extends TrailEvent {

    Facts person();

    /** What events tell: whose account it is, in whose tenant, and for whose person. */
    record Facts(UUID account, TenantId customer, TenantId partner, String name, String email) {}

    @Override
    default String kind() {
        return "PartnerAccount" + getClass().getSimpleName();
    }

    @Override
    default TenantId customer() {
        return person().customer();
    }

    @Override
    default TenantId partner() {
        return person().partner();
    }

    @Override
    default UUID subject() {
        return person().account();
    }

    @Override
    default Map<String, String> details() {
        return with(this, Map.of());
    }

    private static Map<String, String> with(PartnerAccountEvent event, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(Map.of(
                "person", event.person().name(),
                "signIn", event.person().email()));
        details.putAll(more);
        return Map.copyOf(details);
    }

    /** It was made, with these roles. */
    record Created(Instant at, Who who, Facts person, Set<String> roles) implements PartnerAccountEvent {

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("grantedRoles", String.join(",", new TreeSet<>(roles))));
        }
    }

    /** One role was taken from it. */
    record RoleTaken(Instant at, Who who, Facts person, String role) implements PartnerAccountEvent {

        @Override
        public Map<String, String> details() {
            return with(this, Map.of("removedRoles", role));
        }
    }

    /** It was switched off. */
    record Disabled(Instant at, Who who, Facts person) implements PartnerAccountEvent {}

    /** It was switched on again. */
    record Enabled(Instant at, Who who, Facts person) implements PartnerAccountEvent {}
}
