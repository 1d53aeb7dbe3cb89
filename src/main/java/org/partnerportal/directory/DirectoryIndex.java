package org.partnerportal.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * What all searches filter, count and order by, of every listing that can be found, as of one change of the directory: some
 * 110 bytes a listing. Listings are numbered in the order of names for people who read English. It never changes once it is
 * made, so that any number of searches use it at a time.
 */
final class DirectoryIndex {

    /** How many bytes a listing takes that words find: the id of its partner, then how well they fit, from 0. */
    static final int HIT = 2 * Long.BYTES + 1;

    /** How well words fit that are found in other places than the name. */
    static final byte ANYWHERE = 4;

    /**
     * What the words of a search find.
     *
     * @param found all whose texts hold the words that mean nothing else, of {@value #HIT} bytes each; null for all listings
     * @param meant the words that mean a choice too
     * @param named all whose names hold all words, with how well they fit
     */
    record Hits(byte @Nullable [] found, List<Meant> meant, byte[] named) {

        static final Hits NONE = new Hits(new byte[0], List.of(), new byte[0]);
    }

    /**
     * A word that a listing holds by a choice or in its texts.
     *
     * @param choices the choices of which one is enough
     * @param found all whose texts hold it
     */
    record Meant(Map<Facet, Set<String>> choices, byte[] found) {}

    /** A key holds the rank, and behind it the place in the order of names. */
    private static final int RANK = Integer.SIZE - 4;

    private static final int PLACE = (1 << RANK) - 1;
    private static final int FACETS = FacetBytes.MASKED.size();

    /** What an entry takes besides, so that words which find nothing count too. */
    private static final int ENTRY = 200;

    /** In bytes, of each of the two: as much as the index of 100,000 listings takes. */
    private static final long MOST_KEPT = 12_000_000;

    // what words found before: many people type the same ones, and common words find the most
    private final Cache<List<String>, byte[]> anywhere = kept();
    private final Cache<List<String>, byte[]> named = kept();
    private final long changes;
    private final UUID[] partners;
    private final long[] choices; // of each listing one behind the other, as many as there are facets with bits
    private final int[] countriesFrom;
    private final char[] countries;
    private final int[] byId;
    private final int[] orderJa;
    private final int[] placesJa;

    /**
     * An index of these listings.
     *
     * @param changes how often the directory had been changed
     * @param partners whose they are, in the order of English names
     * @param facets what each offers, as {@link FacetBytes} has it
     * @param orderJa the same partners in the order of Japanese names
     */
    DirectoryIndex(long changes, List<UUID> partners, List<byte[]> facets, List<UUID> orderJa) {
        this.changes = changes;
        this.partners = partners.toArray(UUID[]::new);
        int size = this.partners.length;
        this.choices = new long[size * FACETS];
        this.countriesFrom = new int[size + 1];
        var codes = new StringBuilder();
        for (int listing = 0; listing < size; listing++) {
            codes.append(FacetBytes.read(facets.get(listing), choices, listing * FACETS));
            countriesFrom[listing + 1] = codes.length();
        }
        this.countries = codes.toString().toCharArray();
        this.byId = IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> this.partners[one].compareTo(this.partners[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.orderJa = orderJa.stream()
                .mapToInt(this::number)
                .filter(listing -> listing >= 0)
                .toArray();
        this.placesJa = new int[size];
        for (int place = 0; place < this.orderJa.length; place++) {
            placesJa[this.orderJa[place]] = place;
        }
    }

    private static Cache<List<String>, byte[]> kept() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_KEPT)
                .<List<String>, byte[]>weigher((words, hits) -> hits.length + ENTRY)
                .build();
    }

    /** What the words find in all texts: what is known, or else what the search finds now. */
    byte[] hits(List<String> words, Function<List<String>, byte[]> search) {
        return anywhere.get(words, search);
    }

    /** The same for words in names. */
    byte[] named(List<String> words, Function<List<String>, byte[]> search) {
        return named.get(words, search);
    }

    boolean isAsOf(long change) {
        return changes == change;
    }

    /** The number of a partner's listing, or -1 where it has none. */
    private int number(UUID partner) {
        int low = 0;
        int high = byId.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = partners[byId[middle]].compareTo(partner);
            if (order == 0) {
                return byId[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What a search finds, best first, and how many it would find by each other choice. */
    final class Found {

        private final FacetCounts counts;
        private final int[] listings;

        private Found(FacetCounts counts, int[] listings) {
            this.counts = counts;
            this.listings = listings;
        }

        FacetCounts counts() {
            return counts;
        }

        int total() {
            return listings.length;
        }

        /** So many partners, from that place on. */
        List<TenantId> partners(int from, int most) {
            return Arrays.stream(listings, from, Math.min(from + most, listings.length))
                    .mapToObj(listing -> new TenantId(partners[listing]))
                    .toList();
        }
    }

    /**
     * Finds what holds all choices.
     *
     * @param hits what the words of the search find, or null where it has none
     */
    Found find(Map<Facet, Set<String>> chosen, @Nullable Hits hits, Locale reader) {
        var wanted = new Wanted(chosen);
        IntPredicate words = hits == null ? listing -> true : holding(hits);
        byte[] ranks = hits == null ? new byte[partners.length] : ranks(hits.named());
        boolean ja = reader.getLanguage().equals(Locale.JAPANESE.getLanguage());
        var counts = new FacetCounts();
        int[] keys = new int[ja ? orderJa.length : partners.length];
        int found = 0;
        for (int place = 0; place < keys.length; place++) {
            int listing = ja ? orderJa[place] : place;
            if (words.test(listing) && wanted.count(listing, counts)) {
                keys[found] = ranks[listing] << RANK | place;
                found++;
            }
        }
        Arrays.sort(keys, 0, found);
        int[] listings = Arrays.stream(keys, 0, found)
                .map(key -> ja ? orderJa[key & PLACE] : key & PLACE)
                .toArray();
        return new Found(counts, listings);
    }

    private IntPredicate holding(Hits hits) {
        byte[] texts = hits.found();
        IntPredicate holds = texts == null ? listing -> true : listings(texts)::get;
        for (Meant word : hits.meant()) {
            BitSet found = listings(word.found());
            var choices = new Wanted(word.choices());
            holds = holds.and(listing -> found.get(listing) || choices.any(listing));
        }
        return holds;
    }

    private BitSet listings(byte[] hits) {
        var listings = new BitSet(partners.length);
        each(hits, (listing, rank) -> listings.set(listing));
        return listings;
    }

    private byte[] ranks(byte[] named) {
        byte[] ranks = new byte[partners.length];
        Arrays.fill(ranks, ANYWHERE);
        each(named, (listing, rank) -> ranks[listing] = rank);
        return ranks;
    }

    private interface Hit {

        void at(int listing, byte rank);
    }

    private void each(byte[] hits, Hit hit) {
        var bytes = ByteBuffer.wrap(hits);
        while (bytes.hasRemaining()) {
            int listing = number(new UUID(bytes.getLong(), bytes.getLong()));
            byte rank = bytes.get();
            if (listing >= 0) {
                hit.at(listing, rank);
            }
        }
    }

    /** A choice, in the form in which listings are compared with it. */
    private final class Wanted {

        private final long[] masks = new long[FACETS];
        private final int[] bits = new int[FACETS];
        private final boolean anywhere;
        private final boolean[] codes = new boolean[FacetBytes.COUNTRIES];

        Wanted(Map<Facet, Set<String>> chosen) {
            for (int place = 0; place < FACETS; place++) {
                Facet facet = FacetBytes.MASKED.get(place);
                masks[place] = facet.mask(chosen.getOrDefault(facet, Set.of()));
                bits[place] = facet.bit();
            }
            Set<String> there = chosen.getOrDefault(Facet.COUNTRY, Set.of());
            anywhere = there.isEmpty();
            there.forEach(code -> codes[FacetBytes.country(code)] = true);
        }

        /**
         * Whether the listing holds all of it. If so it counts everywhere; what one facet alone leaves out would be found by
         * another choice there, so it counts there.
         */
        boolean count(int listing, FacetCounts counts) {
            int from = listing * FACETS;
            int missed = anywhere || isThere(listing) ? 0 : Facet.COUNTRY.bit();
            for (int place = 0; place < FACETS; place++) {
                if (masks[place] != 0 && (masks[place] & choices[from + place]) == 0) {
                    if (missed != 0) {
                        return false;
                    }
                    missed = bits[place];
                }
            }
            for (int place = 0; place < FACETS; place++) {
                if (missed == 0 || missed == bits[place]) {
                    counts.add(FacetBytes.MASKED.get(place), choices[from + place]);
                }
            }
            if (missed == 0 || missed == Facet.COUNTRY.bit()) {
                for (int place = countriesFrom[listing]; place < countriesFrom[listing + 1]; place++) {
                    counts.addCountry(countries[place]);
                }
            }
            return missed == 0;
        }

        /** Whether the listing holds one of the choices at least. */
        boolean any(int listing) {
            for (int place = 0; place < FACETS; place++) {
                if ((masks[place] & choices[listing * FACETS + place]) != 0) {
                    return true;
                }
            }
            return isThere(listing);
        }

        private boolean isThere(int listing) {
            for (int place = countriesFrom[listing]; place < countriesFrom[listing + 1]; place++) {
                if (codes[countries[place]]) {
                    return true;
                }
            }
            return false;
        }
    }
}
