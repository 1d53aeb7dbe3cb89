package org.partnerportal.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which listings the operator's list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in the organisation's name or domain; empty for all
 * @param after the last line of the page before, or null for the first page
 * @param since since when that line had waited, or null where it did not wait
 */
record ListingFilter(
        Show show, String q, @Nullable UUID after, @Nullable Instant since) {

    static final int LONGEST_SEARCH = 100;

    static ListingFilter of(@Nullable String show, @Nullable String q, @Nullable String after, @Nullable String since) {
        return new ListingFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(after).orElse(null),
                Parse.instant(since).orElse(null));
    }

    public boolean isNarrowed() {
        return show != Show.ALL || !q.isEmpty();
    }

    /** Which listings. */
    enum Show {
        /** Every one that is the operator's business. */
        ALL,
        /** Those whose text waits for the operator. */
        WAITING,
        /** Those that people can find. */
        LISTED,
        /** Those that their partner hides. */
        HIDDEN,
        /** Those that the operator has taken out. */
        BLOCKED
    }
}
