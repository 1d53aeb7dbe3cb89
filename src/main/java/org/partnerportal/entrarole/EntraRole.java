package org.partnerportal.entrarole;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An Entra built-in role.
 *
 * @param id the role template id, the same in every tenant
 * @param templateName the English name of the template
 * @param requestable whether a new offer may ask for it; deprecated and internal roles may not
 * @param category the heading under which it is found
 * @param tasks the everyday jobs that it is for; none where it may not be asked for
 * @param risks what a customer should know before giving it
 * @param alternatives the template ids of the next smaller roles, each of which does at least one of its tasks
 */
public record EntraRole(
        String id,
        String templateName,
        boolean requestable,
        RoleCategory category,
        Set<RoleTask> tasks,
        Set<RoleRisk> risks,
        List<String> alternatives) {

    public static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    public static final String HELPDESK_ADMINISTRATOR = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    public static final String BILLING_ADMINISTRATOR = "b0f54661-2d74-4c50-afa3-1ec803f12efe";
    static final String DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
    public static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    static final String CLOUD_DEVICE_ADMINISTRATOR = "7698a772-787b-4ac8-901f-60d6b08affd2";
    static final String INTUNE_ADMINISTRATOR = "3a2c62db-5318-420d-8d74-23affee5d9d5";
    static final String LICENSE_ADMINISTRATOR = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";
    static final String PASSWORD_ADMINISTRATOR = "966707d0-3269-4727-9be2-8c3a10f19b9d";
    static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    static final String SERVICE_SUPPORT_ADMINISTRATOR = "f023fd81-a637-4b56-95fd-791ac0226033";
    static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    /** A role that the catalogue does not know, for example from an old record: all there is to show is its id. */
    static EntraRole unknown(String id) {
        return new EntraRole(id, id, false, RoleCategory.OTHER, Set.of(), Set.of(), List.of());
    }

    /** Whether Entra marks it as privileged. */
    public boolean privileged() {
        return risks.contains(RoleRisk.PRIVILEGED);
    }

    /** What the role can do in this portal, in the order of the table; empty where it only works elsewhere. */
    public Set<Permission> permissions() {
        return Permission.of(Set.of(id));
    }

    /** What both roles do. */
    public Set<RoleTask> tasksSharedWith(EntraRole other) {
        Set<RoleTask> shared = EnumSet.noneOf(RoleTask.class);
        shared.addAll(tasks);
        shared.retainAll(other.tasks);
        return shared;
    }

    /** The key under which the messages know the role, for example {@code entrarole.global-administrator}. */
    public String key() {
        return "entrarole."
                + templateName
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }
}
