package org.partnerportal.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.partnerportal.listing.ListingContent;

/**
 * Everything of a listing that is counted, in some 60 bytes, as the table has it: a byte that is 0, eight bytes with the bits
 * of each facet, then the number of countries and their codes. Each facet has room for all the constants that it may ever
 * get, so that a new one moves nothing and the rows that are there are still read rightly.
 */
final class FacetBytes {

    /** All facets but countries, in the order of their bytes. */
    static final List<Facet> MASKED =
            Stream.of(Facet.values()).filter(facet -> facet != Facet.COUNTRY).toList();

    private static final int BYTE = 0xff;

    private FacetBytes() {}

    static byte[] of(ListingContent content) {
        Set<String> countries = new TreeSet<>(Facet.COUNTRY.of(content));
        String codes = String.join("", countries);
        var bytes = ByteBuffer.allocate(1 + MASKED.size() * Long.BYTES + 1 + codes.length());
        bytes.put((byte) 0);
        for (Facet facet : MASKED) {
            bytes.putLong(facet.mask(facet.of(content)));
        }
        bytes.put((byte) countries.size());
        bytes.put(codes.getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }

    /** The bits of each facet, which stand in front. */
    static long[] choices(ByteBuffer bytes) {
        bytes.get();
        long[] choices = new long[MASKED.size()];
        for (int place = 0; place < choices.length; place++) {
            choices[place] = bytes.getLong();
        }
        return choices;
    }

    /** The countries, which stand behind them. */
    static int[] countries(ByteBuffer bytes) {
        int[] countries = new int[bytes.get() & BYTE];
        for (int place = 0; place < countries.length; place++) {
            countries[place] = bytes.getShort();
        }
        return countries;
    }

    /** A country's code as a number. */
    static int country(String code) {
        return code.charAt(0) << Byte.SIZE | code.charAt(1);
    }
}
