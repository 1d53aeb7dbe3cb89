package org.partnerportal.operator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which organisations the list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in name or domain; empty for all
 * @param before the organisation before which the page begins, or null for the newest
 */
record TenantFilter(Show show, String q, @Nullable UUID before) {

    static final int LONGEST_SEARCH = 100;

    static TenantFilter of(@Nullable String show, @Nullable String q, @Nullable String before) {
        return new TenantFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(before).orElse(null));
    }

    public boolean isNarrowed() {
        return show != Show.ALL || !q.isEmpty();
    }

    /** Which organisations. */
    enum Show {
        /** Every one. */
        ALL,
        /** Those that are no partner. */
        CUSTOMERS,
        /** Those that are partners. */
        PARTNERS,
        /** Those that are switched off. */
        DISABLED
    }
}
