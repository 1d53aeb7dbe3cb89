package org.partnerportal.operator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which accounts the list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in name or address; empty for all
 * @param tenant only those of this organisation, or null for all
 * @param before the account before which the page begins, or null for the newest
 */
record AccountFilter(
        Show show,
        String q,
        @Nullable UUID tenant,
        @Nullable UUID before) {

    static AccountFilter of(
            @Nullable String show, @Nullable String q, @Nullable String tenant, @Nullable String before) {
        return new AccountFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.words(q, TenantFilter.LONGEST_SEARCH),
                Parse.uuid(tenant).orElse(null),
                Parse.uuid(before).orElse(null));
    }

    public boolean isNarrowed() {
        return show != Show.ALL || !q.isEmpty() || tenant != null;
    }

    /** Which accounts. */
    enum Show {
        /** Every one. */
        ALL,
        /** Those whose person has yet to choose a password. */
        WAITING,
        /** Those that are switched off. */
        DISABLED
    }
}
