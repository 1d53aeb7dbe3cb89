package org.partnerportal.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many listings a search finds, and how many with each value of each facet. */
final class FacetCounts {

    private static final int LETTERS = 'Z' - 'A' + 1;

    private final int[][] counts = new int[Facet.values().length][];
    private int total;

    FacetCounts() {
        for (Facet facet : Facet.values()) {
            int values = facet == Facet.COUNTRY
                    ? LETTERS * LETTERS
                    : facet.constants().size();
            counts[facet.ordinal()] = new int[values];
        }
    }

    void addListing() {
        total++;
    }

    void add(Facet facet, long mask) {
        int[] of = counts[facet.ordinal()];
        for (long left = mask; left != 0; left &= left - 1) {
            of[Long.numberOfTrailingZeros(left)]++;
        }
    }

    void addCountry(int first, int second) {
        counts[Facet.COUNTRY.ordinal()][(first - 'A') * LETTERS + second - 'A']++;
    }

    int total() {
        return total;
    }

    /** How many have each value; values that none has are left out. */
    Map<String, Integer> of(Facet facet) {
        Map<String, Integer> of = new LinkedHashMap<>();
        int[] numbers = counts[facet.ordinal()];
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] > 0) {
                of.put(name(facet, place), numbers[place]);
            }
        }
        return of;
    }

    private static String name(Facet facet, int place) {
        return facet == Facet.COUNTRY
                ? "" + (char) ('A' + place / LETTERS) + (char) ('A' + place % LETTERS)
                : facet.constants().get(place);
    }
}
