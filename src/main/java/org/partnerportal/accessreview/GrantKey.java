package org.partnerportal.accessreview;

import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.Parse;

/**
 * Tells one granted role from all others.
 *
 * @param relationship the relationship that gives it
 * @param role its template id
 */
record GrantKey(UUID relationship, String role) {

    /** Reads what {@link #toString()} wrote; empty where it makes no sense. */
    static Optional<GrantKey> parse(String text) {
        int line = text.indexOf('_');
        return line < 0
                ? Optional.empty()
                : Parse.uuid(text.substring(0, line))
                        .flatMap(relationship -> Parse.uuid(text.substring(line + 1))
                                .map(role -> new GrantKey(relationship, role.toString())));
    }

    @Override
    public String toString() {
        return relationship + "_" + role;
    }
}
