package org.partnerportal.tenant;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * A person to name to a colleague or to write to.
 *
 * @param account the person's account
 * @param name the display name
 * @param email the address
 * @param locale the language that the person reads
 * @param zone the time zone in which the person reads times
 * @param active whether the account and its organisation are in use
 */
public record Contact(UUID account, String name, String email, Locale locale, ZoneId zone, boolean active) {

    // for the queries, which know languages and zones by name
    Contact(
            UUID account,
            String name,
            String email,
            String language,
            String zone,
            Standing accountStanding,
            Standing tenantStanding) {
        this(
                account,
                name,
                email,
                Locale.forLanguageTag(language),
                ZoneId.of(zone),
                accountStanding == Standing.ACTIVE && tenantStanding == Standing.ACTIVE);
    }
}
