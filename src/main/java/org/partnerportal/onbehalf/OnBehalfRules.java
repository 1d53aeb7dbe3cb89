package org.partnerportal.onbehalf;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RelationshipView.RoleLoss;
import org.partnerportal.relationship.RelationshipView.Went;
import org.partnerportal.tenant.AdminRole;

/** What roles let somebody do in an admin center. */
public final class OnBehalfRules {

    private OnBehalfRules() {}

    /** Asks whether the person may do it there. */
    public static Optional<OnBehalfRefusal> may(AdminCenter center, Permission permission) {
        if (center.may(permission)) {
            return Optional.empty();
        }
        return Optional.of(center.onBehalf() ? OnBehalfRefusal.DELEGATED_ROLE_MISSING : OnBehalfRefusal.ROLE_MISSING);
    }

    /**
     * Every time that roles went by which the person could do what it lacks: the customer took them away, or the relationship
     * was over.
     *
     * @param relationships all that the partner has with the customer
     * @param lacking what the person would need one of
     * @param left the template ids of the roles that the person can use
     */
    static Loss loss(List<RelationshipView> relationships, Collection<Permission> lacking, Set<String> left) {
        Set<String> enough = lacking.stream()
                .flatMap(permission -> permission.roles().stream())
                .collect(Collectors.toSet());
        Stream<Went> went = relationships.stream()
                .flatMap(each -> each.went().stream())
                .filter(each -> enough.contains(each.role()));
        return new Loss(RoleLoss.of(went), left);
    }

    /** What somebody may do in the own organisation's admin center. */
    static Set<Permission> own(Set<AdminRole> roles) {
        return roles.isEmpty()
                ? EnumSet.noneOf(Permission.class)
                : Permission.of(roles.stream()
                        .map(OnBehalfRules::entraRole)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    /** The admin roles of the own organisation each of which gives the permission. */
    static Set<AdminRole> rolesWith(Permission permission) {
        return Arrays.stream(AdminRole.values())
                .filter(role -> own(Set.of(role)).contains(permission))
                .collect(Collectors.toSet());
    }

    /** The Entra role that an admin role of the own organisation is; agents' and operators' are none. */
    private static Optional<String> entraRole(AdminRole role) {
        return switch (role) {
            case GLOBAL_ADMINISTRATOR -> Optional.of(EntraRole.GLOBAL_ADMINISTRATOR);
            case GLOBAL_READER -> Optional.of(EntraRole.GLOBAL_READER);
            case HELPDESK_ADMINISTRATOR -> Optional.of(EntraRole.HELPDESK_ADMINISTRATOR);
            case BILLING_ADMINISTRATOR -> Optional.of(EntraRole.BILLING_ADMINISTRATOR);
            case CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR,
                    DOMAIN_NAME_ADMINISTRATOR,
                    ADMIN_AGENT,
                    SALES_AGENT,
                    HELPDESK_AGENT,
                    OPERATOR -> Optional.empty();
        };
    }
}
