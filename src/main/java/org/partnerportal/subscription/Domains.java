package org.partnerportal.subscription;

import java.util.List;

/**
 * The domains that an organisation has.
 *
 * @param named the first of them by name
 * @param count how many there are
 */
public record Domains(List<String> named, long count) {

    public static final Domains NONE = new Domains(List.of(), 0);

    /** How many are not named. */
    public long more() {
        return count - named.size();
    }
}
