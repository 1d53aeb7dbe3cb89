package org.partnerportal.user;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Person;

/** Somebody got a temporary password. */
public record UserPasswordReset(Instant at, AdminCenter center, Person person) implements TrailEvent {

    /** The name of the organisation whose person it is. */
    public String organisation() {
        return center.tenantName();
    }

    @Override
    public Who who() {
        return center.actor().who();
    }

    @Override
    public @Nullable TenantId onBehalfOf() {
        return center.onBehalfOf();
    }

    @Override
    public TenantId customer() {
        return center.tenant();
    }

    @Override
    public @Nullable TenantId partner() {
        return center.partner();
    }

    @Override
    public UUID subject() {
        return person.account();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("person", person.name(), "signIn", person.email());
    }
}
