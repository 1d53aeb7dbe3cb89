package org.partnerportal.relationship;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What a list shows, all of it taken from the address. Unknown values fall back to the preset, so no address is an error.
 *
 * @param show which relationships
 * @param q words to find in the other side's name, relationship name or reference; empty for all
 * @param sort the order
 * @param after the key after which the page begins; empty for the first page
 */
public record RelationshipFilter(Show show, String q, Sort sort, String after) {

    static final int LONGEST_SEARCH = 100;

    /** The filter of that side's list. */
    public static RelationshipFilter of(
            Side side, @Nullable String show, @Nullable String q, @Nullable String sort, @Nullable String after) {
        Sort order = Parse.constant(Sort.class, sort).orElse(Sort.PARTNER);
        String key = Parse.text(after);
        return new RelationshipFilter(
                Parse.constant(Show.class, show)
                        .filter(known -> known.sides.contains(side))
                        .orElse(Show.ACTIVE),
                Parse.words(q, LONGEST_SEARCH),
                order,
                Key.parse(order, key).isPresent() ? key : "");
    }

    /** The same filter, behind that key. */
    public RelationshipFilter from(String key) {
        return new RelationshipFilter(show, q, sort, key);
    }

    /** Whether the person asked for anything but the preset. */
    public boolean isNarrowed() {
        return show != Show.ACTIVE || !q.isEmpty();
    }

    /** Which relationships. */
    public enum Show {
        /** In force. */
        ACTIVE(0, Side.CUSTOMER, Side.PARTNER),
        /** All that ever were. */
        ALL(0, Side.CUSTOMER, Side.PARTNER),
        /** Offers that wait for an answer. */
        PENDING(0, Side.CUSTOMER),
        /** In force, with an end in the next day that nothing moves by itself. */
        EXPIRING_1(1, Side.PARTNER),
        /** The same in the next 7 days. */
        EXPIRING_7(7, Side.PARTNER),
        /** The same in the next 30 days. */
        EXPIRING(30, Side.CUSTOMER, Side.PARTNER),
        /** The same in the next 90 days. */
        EXPIRING_90(90, Side.PARTNER),
        /** Over by time. */
        EXPIRED(0, Side.CUSTOMER, Side.PARTNER),
        /** Ended by one side. */
        ENDED(0, Side.CUSTOMER, Side.PARTNER),
        /** In force, of a type that holds roles, and none is held. */
        NO_ROLES(0, Side.PARTNER),
        /** In force with an end, which nothing moves by itself. */
        AUTO_EXTEND_OFF(0, Side.PARTNER);

        private final int days;
        private final Set<Side> sides;

        Show(int days, Side... sides) {
            this.days = days;
            this.sides = Set.of(sides);
        }

        /** What that side can choose from, in the order in which it is shown. */
        public static List<Show> of(Side side) {
            return Arrays.stream(values())
                    .filter(show -> show.sides.contains(side))
                    .toList();
        }

        int days() {
            return days;
        }

        /** Its name in an address, and in the key of its label. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The order. */
    public enum Sort {
        /** By the other side's name. */
        PARTNER,
        /** The newest first. */
        NEWEST,
        /** The one that ends first in front; those without an end last. */
        ENDING
    }

    /**
     * The place of a relationship in the list, at which a page begins: in an address, what the list is ordered by and the id.
     *
     * @param value a name where the list goes by names, else a time
     */
    record Key(Comparable<?> value, UUID id) {

        /** Reads what {@link #toString} wrote for that order; what makes no sense is no key. */
        static Optional<Key> parse(Sort sort, String text) {
            try {
                String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int bar = key.lastIndexOf('|');
                return bar < 0
                        ? Optional.empty()
                        : value(sort, key.substring(0, bar))
                                .flatMap(value ->
                                        Parse.uuid(key.substring(bar + 1)).map(id -> new Key(value, id)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Optional<? extends Comparable<?>> value(Sort sort, String text) {
            return sort == Sort.PARTNER
                    ? Optional.of(text).filter(name -> name.indexOf(0) < 0) // no database looks for that
                    : Parse.instant(text);
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((value + "|" + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
