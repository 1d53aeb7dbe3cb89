package org.partnerportal.entrarole;

import static org.partnerportal.entrarole.EntraRole.BILLING_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.CLOUD_DEVICE_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.DIRECTORY_READERS;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_READER;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.INTUNE_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.LICENSE_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.PASSWORD_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.USER_ADMINISTRATOR;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done in a customer's admin center here, and which roles let somebody do it: the one table of roles and
 * permissions, for the customer's own people and for partners who act on behalf. Changing something implies seeing it.
 */
public enum Permission {
    /** See the organisation's people and their roles. */
    SEE_USERS(
            GLOBAL_ADMINISTRATOR,
            GLOBAL_READER,
            DIRECTORY_READERS,
            USER_ADMINISTRATOR,
            HELPDESK_ADMINISTRATOR,
            PASSWORD_ADMINISTRATOR,
            PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
            LICENSE_ADMINISTRATOR),
    /** Give people who hold no admin role a new password. */
    RESET_PASSWORDS(
            GLOBAL_ADMINISTRATOR,
            USER_ADMINISTRATOR,
            HELPDESK_ADMINISTRATOR,
            PASSWORD_ADMINISTRATOR,
            PRIVILEGED_AUTHENTICATION_ADMINISTRATOR),
    /** Give admins a new password too. */
    RESET_ADMIN_PASSWORDS(GLOBAL_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR),
    /** See every service request of the organisation. */
    SEE_SERVICE_REQUESTS(GLOBAL_ADMINISTRATOR, GLOBAL_READER, SERVICE_SUPPORT_ADMINISTRATOR, HELPDESK_ADMINISTRATOR),
    /** Take, answer and close them, and open one on the organisation's behalf. */
    HANDLE_SERVICE_REQUESTS(GLOBAL_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR, HELPDESK_ADMINISTRATOR),
    /** See how many licences there are and who holds them. */
    SEE_LICENSES(GLOBAL_ADMINISTRATOR, GLOBAL_READER, BILLING_ADMINISTRATOR, USER_ADMINISTRATOR, LICENSE_ADMINISTRATOR),
    /** Give people licences and take them away. */
    ASSIGN_LICENSES(GLOBAL_ADMINISTRATOR, USER_ADMINISTRATOR, LICENSE_ADMINISTRATOR),
    /** See what was bought, changed, canceled and renewed. */
    SEE_BILLING_NOTIFICATIONS(GLOBAL_ADMINISTRATOR, GLOBAL_READER, BILLING_ADMINISTRATOR),
    /** See the organisation's devices and who registered them. */
    SEE_DEVICES(GLOBAL_ADMINISTRATOR, GLOBAL_READER, INTUNE_ADMINISTRATOR, CLOUD_DEVICE_ADMINISTRATOR),
    /** Remove devices. */
    MANAGE_DEVICES(GLOBAL_ADMINISTRATOR, INTUNE_ADMINISTRATOR, CLOUD_DEVICE_ADMINISTRATOR);

    private final Set<String> roles;

    Permission(String... roles) {
        this.roles = Set.of(roles);
    }

    /** The template ids of the roles each of which is enough. */
    public Set<String> roles() {
        return roles;
    }

    /** What somebody with these roles can do. */
    public static Set<Permission> of(Collection<String> roles) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if (!Collections.disjoint(permission.roles, roles)) {
                permissions.add(permission);
            }
        }
        return Collections.unmodifiableSet(permissions);
    }
}
