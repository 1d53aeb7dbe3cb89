package org.partnerportal.shared;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request came from, as kept with acceptances.
 *
 * @param address the client's network address
 * @param browser the User-Agent header, cut to 300 characters
 */
public record Origin(String address, String browser) {

    private static final int IPV6_BYTES = 16;

    /** What one household or office shares: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public String network() {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bits = InetAddress.getByName(address).getAddress(); // with a colon never a name to look up
            return bits.length == IPV6_BYTES ? HexFormat.of().formatHex(bits, 0, IPV6_BYTES / 2) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
