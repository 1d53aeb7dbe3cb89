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
    private static final int LETTERS = 'Z' - 'A' + 1;

    /** How many numbers of countries there are. */
    static final int COUNTRIES = LETTERS * LETTERS;

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

    /**
     * Reads a listing.
     *
     * @param choices takes the bits of its facets, from that place on
     * @return the numbers of its countries
     */
    static char[] read(byte[] listing, long[] choices, int from) {
        var bytes = ByteBuffer.wrap(listing);
        bytes.get();
        for (int place = 0; place < MASKED.size(); place++) {
            choices[from + place] = bytes.getLong();
        }
        char[] countries = new char[bytes.get() & BYTE];
        for (int place = 0; place < countries.length; place++) {
            countries[place] = number(bytes.get(), bytes.get());
        }
        return countries;
    }

    /** A country's number, less than {@link #COUNTRIES}. */
    static char country(String code) {
        return number(code.charAt(0), code.charAt(1));
    }

    private static char number(int first, int second) {
        return (char) ((first - 'A') * LETTERS + second - 'A');
    }

    /** The code of the country with that number. */
    static String code(int country) {
        return "" + (char) ('A' + country / LETTERS) + (char) ('A' + country % LETTERS);
    }
}
