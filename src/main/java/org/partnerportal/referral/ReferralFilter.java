package org.partnerportal.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What the partner's inbox shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which requests
 * @param q words to find in organisation, name, address or reference; empty for all
 * @param before the request before which the page begins, or null for the newest
 */
record ReferralFilter(Show show, String q, @Nullable UUID before) {

    static final int LONGEST_SEARCH = 100;

    static ReferralFilter of(@Nullable String show, @Nullable String q, @Nullable String before) {
        return new ReferralFilter(
                Parse.constant(Show.class, show).orElse(Show.OPEN),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(before).orElse(null));
    }

    ReferralFilter fromStart() {
        return new ReferralFilter(show, q, null);
    }

    public boolean isNarrowed() {
        return show != Show.OPEN || !q.isEmpty();
    }

    /** Which requests. */
    enum Show {
        /** Those of which something can still become. */
        OPEN,
        /** Those that nobody has taken. */
        NEW,
        /** Those that somebody looks after. */
        ACTIVE,
        /** Those that the person looks after. */
        MINE,
        /** Those that are over. */
        CLOSED
    }
}
