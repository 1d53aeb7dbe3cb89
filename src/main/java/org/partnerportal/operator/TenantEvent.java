package org.partnerportal.operator;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that an operator did with an organisation, which reads it in its own history. */
sealed interface TenantEvent extends TrailEvent {

    /** Which organisation, and as what it takes part. */
    record Party(TenantId id, String name, boolean isPartner) {}

    Party party();

    @Override
    default String kind() {
        return "Tenant" + getClass().getSimpleName();
    }

    @Override
    default @Nullable TenantId customer() {
        return party().isPartner() ? null : party().id();
    }

    @Override
    default @Nullable TenantId partner() {
        return party().isPartner() ? party().id() : null;
    }

    @Override
    default UUID subject() {
        return party().id().value();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("organisation", party().name());
    }

    /** The organisation is here. */
    record Created(Instant at, Who who, Party party, String domain) implements TenantEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("organisation", party().name(), "domain", domain);
        }
    }

    /** The organisation is a partner from now on. */
    record BecamePartner(Instant at, Who who, Party party) implements TenantEvent {}

    /** The organisation is switched off. */
    record Disabled(Instant at, Who who, Party party) implements TenantEvent {}

    /** The organisation is switched on again. */
    record Enabled(Instant at, Who who, Party party) implements TenantEvent {}

    /** Somebody is to begin as the organisation's administrator. */
    record AdministratorInvited(Instant at, Who who, Party party, String person, String email) implements TenantEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("organisation", party().name(), "person", person, "signIn", email);
        }
    }
}
