package org.partnerportal.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which people the list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in name or address; empty for all
 * @param after the person behind whom the page begins, or null for the first
 */
record UserFilter(Show show, String q, @Nullable UUID after) {

    private static final int LONGEST_SEARCH = 100;

    static UserFilter of(@Nullable String show, @Nullable String q, @Nullable String after) {
        return new UserFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(after).orElse(null));
    }

    public boolean isNarrowed() {
        return show != Show.ALL || !q.isEmpty();
    }

    /** Which people. */
    enum Show {
        /** Every one. */
        ALL,
        /** Those with an admin role. */
        ADMINS,
        /** Those whose account is switched off. */
        DISABLED
    }
}
