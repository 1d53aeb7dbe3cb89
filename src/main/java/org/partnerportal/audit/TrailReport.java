package org.partnerportal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the trail found.
 *
 * @param at when the check began
 * @param took how long it took
 * @param rows how many sealed rows were checked and found as they were sealed, from the first one on
 * @param head where the chain ends by what was checked: to be noted outside of the database
 * @param waiting how many rows wait to be sealed
 * @param bad the first row that is not as it should be, or null
 */
public record TrailReport(
        Instant at,
        Duration took,
        long rows,
        Head head,
        long waiting,
        @Nullable BadRow bad) {

    public boolean isSound() {
        return bad == null;
    }

    /**
     * The end of the chain: whoever changes, deletes or cuts a row before it can't make one with the same hash.
     *
     * @param number how many rows were sealed
     * @param hash the hash of the last of them
     */
    public record Head(long number, String hash) {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

        /** Reads what {@link #toString} wrote. */
        public static Optional<Head> parse(String text) {
            Matcher matcher = TEXT.matcher(text.strip());
            return matcher.matches()
                    ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return number + ":" + hash;
        }
    }

    /**
     * A row that is not as it should be.
     *
     * @param number its number in the chain, or null where it has none
     * @param entry its id, or null where nothing is left that says it
     * @param problem what is wrong with it
     */
    public record BadRow(@Nullable Long number, @Nullable UUID entry, TrailProblem problem) {}
}
