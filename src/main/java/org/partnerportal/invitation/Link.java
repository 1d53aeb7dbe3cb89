package org.partnerportal.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An invitation's link: 256 random bits. It is an address, not a credential, yet only its SHA-256 is kept, and it never
 * shows itself in a log.
 *
 * @param token the random bits in URL-safe Base64
 */
public record Link(String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Link random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Link(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The only trace of the link that is stored. */
    String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** The path of the link, below the portal's own address. */
    public String path() {
        return "/i/" + token;
    }

    @Override
    public String toString() {
        return "/i/…";
    }
}
