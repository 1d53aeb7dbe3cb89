package org.partnerportal.application;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/**
 * Which apps a list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones; the first of the reader's shows where the address names none of them
 * @param shows those that the reader can choose from
 * @param q words to find in name and description; empty for all
 * @param other only those of this partner, or for this customer; null for all
 * @param before the app before which the page begins, or null for the newest
 */
record ApplicationFilter(
        Show show,
        List<Show> shows,
        String q,
        @Nullable TenantId other,
        @Nullable UUID before) {

    private static final int LONGEST_SEARCH = 100;

    static final List<Show> PARTNER = List.of(Show.ALL, Show.DRAFT, Show.SUBMITTED, Show.PUBLISHED, Show.REJECTED);
    static final List<Show> DECIDER = List.of(Show.PUBLISHED, Show.SUBMITTED, Show.ALL);
    static final List<Show> PERSON = List.of(Show.PUBLISHED);

    static ApplicationFilter of(
            List<Show> shows,
            @Nullable String show,
            @Nullable String q,
            @Nullable String other,
            @Nullable String before) {
        return new ApplicationFilter(
                Parse.constant(Show.class, show).filter(shows::contains).orElse(shows.get(0)),
                shows,
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(other).map(TenantId::new).orElse(null),
                Parse.uuid(before).orElse(null));
    }

    /** The same from another place on. */
    ApplicationFilter before(@Nullable UUID place) {
        return new ApplicationFilter(show, shows, q, other, place);
    }

    public boolean isNarrowed() {
        return show != shows.get(0) || !q.isEmpty() || other != null;
    }

    /** Which apps: those with a version of that status. */
    enum Show {
        /** Every one; the customer's are those of which a version was ever submitted. */
        ALL,
        /** With a version that is not submitted. */
        DRAFT,
        /** With a version that waits for a decision. */
        SUBMITTED,
        /** With a version that can be downloaded. */
        PUBLISHED,
        /** With a version that was rejected. */
        REJECTED;

        /** Its name in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
