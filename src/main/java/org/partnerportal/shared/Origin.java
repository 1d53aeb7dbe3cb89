package org.partnerportal.shared;

/**
 * Where a request came from, as kept with acceptances.
 *
 * @param address the client's network address
 * @param browser the User-Agent header, cut to 300 characters
 */
public record Origin(String address, String browser) {}
