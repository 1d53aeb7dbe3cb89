package org.partnerportal.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.partnerportal.listing.ListingContent;

/**
 * Everything of a listing that is counted, in some 20 bytes, so that the database can hand over many thousand listings at
 * once: one byte for the facets that a search misses, the bits of each facet, then the number of countries and their codes.
 */
final class FacetBytes {

    private static final int BYTE = 0xff;

    private FacetBytes() {}

    static byte[] of(ListingContent content) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        for (Facet facet : Facet.values()) {
            if (facet != Facet.COUNTRY) {
                long mask = facet.mask(facet.of(content));
                for (int shift = 0; shift < width(facet); shift++) {
                    bytes.write((int) (mask >> shift * Byte.SIZE));
                }
            }
        }
        Set<String> countries = new TreeSet<>(Facet.COUNTRY.of(content));
        bytes.write(countries.size());
        countries.forEach(code -> bytes.writeBytes(code.getBytes(StandardCharsets.US_ASCII)));
        return bytes.toByteArray();
    }

    private static int width(Facet facet) {
        return (facet.constants().size() + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Counts listings that stand one behind the other. */
    static void count(byte[] listings, FacetCounts counts) {
        int at = 0;
        while (at < listings.length) {
            int missed = listings[at++];
            if (missed == 0) {
                counts.addListing();
            }
            for (Facet facet : Facet.values()) {
                if (facet != Facet.COUNTRY) {
                    long mask = 0;
                    for (int shift = 0; shift < width(facet); shift++) {
                        mask |= (long) (listings[at++] & BYTE) << shift * Byte.SIZE;
                    }
                    if (isCounted(facet, missed)) {
                        counts.add(facet, mask);
                    }
                }
            }
            int countries = listings[at++] & BYTE;
            for (int number = 0; number < countries; number++) {
                if (isCounted(Facet.COUNTRY, missed)) {
                    counts.addCountry(listings[at], listings[at + 1]);
                }
                at += 2;
            }
        }
    }

    /** A listing that only one facet leaves out would be found by another choice there, so it counts there. */
    private static boolean isCounted(Facet facet, int missed) {
        return missed == 0 || missed == facet.bit();
    }
}
