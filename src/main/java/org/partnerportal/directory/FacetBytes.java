package org.partnerportal.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.partnerportal.listing.ListingContent;

/**
 * Everything of a listing that is counted, in some 60 bytes, so that the database can hand over many thousand listings at
 * once: one byte for the facets that a search misses, eight bytes with the bits of each facet, then the number of countries
 * and their codes. Each facet has room for all the constants that it may ever get, so that a new one moves nothing and the
 * rows that are there are still read rightly.
 */
final class FacetBytes {

    private static final int BYTE = 0xff;

    /** All facets but countries. */
    private static final int MASKS = Facet.values().length - 1;

    private FacetBytes() {}

    static byte[] of(ListingContent content) {
        Set<String> countries = new TreeSet<>(Facet.COUNTRY.of(content));
        String codes = String.join("", countries);
        var bytes = ByteBuffer.allocate(1 + MASKS * Long.BYTES + 1 + codes.length());
        bytes.put((byte) 0);
        for (Facet facet : Facet.values()) {
            if (facet != Facet.COUNTRY) {
                bytes.putLong(facet.mask(facet.of(content)));
            }
        }
        bytes.put((byte) countries.size());
        bytes.put(codes.getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }

    /** Counts listings that stand one behind the other. */
    static void count(byte[] listings, FacetCounts counts) {
        var bytes = ByteBuffer.wrap(listings);
        while (bytes.hasRemaining()) {
            int missed = bytes.get();
            if (missed == 0) {
                counts.addListing();
            }
            for (Facet facet : Facet.values()) {
                if (facet != Facet.COUNTRY) {
                    long mask = bytes.getLong();
                    if (isCounted(facet, missed)) {
                        counts.add(facet, mask);
                    }
                }
            }
            int countries = bytes.get() & BYTE;
            for (int number = 0; number < countries; number++) {
                byte first = bytes.get();
                byte second = bytes.get();
                if (isCounted(Facet.COUNTRY, missed)) {
                    counts.addCountry(first, second);
                }
            }
        }
    }

    /** A listing that only one facet leaves out would be found by another choice there, so it counts there. */
    private static boolean isCounted(Facet facet, int missed) {
        return missed == 0 || missed == facet.bit();
    }
}
