package org.partnerportal.user;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.OnBehalfEvent;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Person;

/**
 * Somebody got admin roles, or lost some.
 *
 * @param person the person as it was before
 * @param given the roles that are new
 * @param taken the roles that are gone
 */
public record UserRolesChanged(
        Instant at, AdminCenter center, Person person, Set<AdminRole> given, Set<AdminRole> taken)
        implements OnBehalfEvent {

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
        return Map.of(
                "person", person.name(),
                "signIn", person.email(),
                "rolesGiven", names(given),
                "rolesTaken", names(taken));
    }

    private static String names(Set<AdminRole> roles) {
        return roles.stream().sorted().map(AdminRole::name).collect(Collectors.joining(","));
    }
}
