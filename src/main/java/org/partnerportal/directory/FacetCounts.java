package org.partnerportal.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many listings there are with each value of each facet. */
final class FacetCounts {

    private final int[][] counts = new int[Facet.values().length][];

    FacetCounts() {
        for (Facet facet : Facet.values()) {
            int values = facet == Facet.COUNTRY
                    ? FacetBytes.COUNTRIES
                    : facet.constants().size();
            counts[facet.ordinal()] = new int[values];
        }
    }

    void add(Facet facet, long mask) {
        int[] of = counts[facet.ordinal()];
        for (long left = mask; left != 0; left &= left - 1) {
            of[Long.numberOfTrailingZeros(left)]++;
        }
    }

    /** One more with the country of that number. */
    void addCountry(int country) {
        counts[Facet.COUNTRY.ordinal()][country]++;
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
                ? FacetBytes.code(place)
                : facet.constants().get(place);
    }
}
