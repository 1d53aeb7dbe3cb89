package org.partnerportal.user;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfEvent;
import org.partnerportal.tenant.Person;

/** Somebody got a temporary password. */
public record UserPasswordReset(Instant at, AdminCenter center, Person person) implements OnBehalfEvent {

    /** The name of the organisation whose person it is. */
    public String organisation() {
        return center.tenantName();
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
