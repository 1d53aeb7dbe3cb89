package org.partnerportal.entrarole;

import java.util.Locale;

/**
 * An Entra built-in role.
 *
 * @param id the role template id, the same in every tenant
 * @param templateName the English name of the template
 * @param privileged whether Entra marks it as privileged
 * @param category the group under which admin centers list it; empty when it has none
 * @param requestable whether a new offer may ask for it; deprecated and internal roles may not
 */
public record EntraRole(String id, String templateName, boolean privileged, String category, boolean requestable) {

    public static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
    public static final String HELPDESK_ADMINISTRATOR = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

    /** The key under which the messages know the role, for example {@code entrarole.global-administrator}. */
    public String key() {
        return "entrarole."
                + templateName
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }
}
