package org.partnerportal.invitation;

import java.time.Duration;
import org.partnerportal.shared.Secrets;
import org.springframework.http.ResponseCookie;

/**
 * An invitation's link: 256 random bits. It is an address, not a credential, yet only its SHA-256 is kept, and it never
 * shows itself in a log.
 *
 * @param token the random bits in URL-safe Base64
 */
public record Link(String token) {

    /** The name of the cookie that carries a fresh link. */
    static final String COOKIE = "link";

    private static final Duration SHOWN = Duration.ofMinutes(10);

    static Link random() {
        return new Link(Secrets.token());
    }

    /** The only trace of the link that is stored. */
    String sha256() {
        return Secrets.sha256(token);
    }

    /** The path of the link, below the portal's own address. */
    public String path() {
        return "/i/" + token;
    }

    /**
     * Lets the sender's own browser carry the link for a few minutes: the portal keeps only its SHA-256, in no table and no
     * session more than that.
     *
     * @param page the only page that gets it
     * @param secure whether the page is read over TLS
     */
    public ResponseCookie cookie(String page, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .path(page)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(SHOWN)
                .build();
    }

    @Override
    public String toString() {
        return "/i/…";
    }
}
