package org.partnerportal.support;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which requests a list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in subject or reference; empty for all
 * @param after behind which request the page begins, or null for the first
 */
record SupportFilter(Show show, String q, @Nullable Place after) {

    private static final int LONGEST_SEARCH = 100;

    static SupportFilter of(@Nullable String show, @Nullable String q, @Nullable String after) {
        return new SupportFilter(
                Parse.constant(Show.class, show).orElse(Show.OPEN),
                Parse.words(q, LONGEST_SEARCH),
                Place.of(after).orElse(null));
    }

    /** The same filter, behind that request. */
    SupportFilter from(Place place) {
        return new SupportFilter(show, q, place);
    }

    public boolean isNarrowed() {
        return show != Show.OPEN || !q.isEmpty();
    }

    /** Which requests. */
    enum Show {
        /** Those that are not closed. */
        OPEN,
        /** Those of them that wait for whoever handles requests. */
        WAITING,
        /** Those of them that the person opened or looks after. */
        MINE,
        /** Those that are closed. */
        CLOSED,
        /** Every one. */
        ALL;

        /** Its name in an address, and in the key of its label. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A request's place in the order of the list; it names the time too, since the request may have moved meanwhile.
     *
     * @param at when something last happened to it
     */
    record Place(Instant at, UUID id) {

        static Optional<Place> of(@Nullable String text) {
            String[] parts = Parse.text(text).split("_", 2);
            Optional<Instant> at = Parse.instant(parts[0]);
            Optional<UUID> id = parts.length == 2 ? Parse.uuid(parts[1]) : Optional.empty();
            return at.flatMap(time -> id.map(known -> new Place(time, known)));
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
