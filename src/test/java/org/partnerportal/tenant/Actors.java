package org.partnerportal.tenant;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/** Makes the people of tests out of their addresses: the same domain is the same organisation. */
public final class Actors {

    private Actors() {}

    public static Actor globalAdministrator(String email) {
        return person(email, AdminRole.GLOBAL_ADMINISTRATOR);
    }

    public static Actor billingAdministrator(String email) {
        return person(email, AdminRole.BILLING_ADMINISTRATOR);
    }

    /** A Customer Delegated Admin Relationship Administrator. */
    public static Actor relationshipAdministrator(String email) {
        return person(email, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);
    }

    public static Actor globalReader(String email) {
        return person(email, AdminRole.GLOBAL_READER);
    }

    public static Actor adminAgent(String email) {
        return partnersPerson(email, AdminRole.ADMIN_AGENT);
    }

    public static Actor salesAgent(String email) {
        return partnersPerson(email, AdminRole.SALES_AGENT);
    }

    public static Actor helpdeskAgent(String email) {
        return partnersPerson(email, AdminRole.HELPDESK_AGENT);
    }

    /** Somebody in an organisation that is no partner. */
    public static Actor person(String email, AdminRole... roles) {
        return actor(email, false, roles);
    }

    /** Somebody in an organisation that is a partner. */
    public static Actor partnersPerson(String email, AdminRole... roles) {
        return actor(email, true, roles);
    }

    /** The organisation of everybody whose address is in that domain. */
    public static TenantId tenant(String domain) {
        return new TenantId(idOf(domain));
    }

    private static Actor actor(String email, boolean partner, AdminRole... roles) {
        String mailbox = email.substring(0, email.indexOf('@'));
        String domain = email.substring(email.indexOf('@') + 1);
        return new Actor(
                idOf(email),
                tenant(domain),
                domain,
                partner,
                mailbox,
                email,
                Set.of(roles),
                Locale.ENGLISH,
                ZoneId.of("Europe/London"),
                Theme.SYSTEM,
                false,
                null);
    }

    private static UUID idOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
