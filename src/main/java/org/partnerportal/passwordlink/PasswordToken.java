package org.partnerportal.passwordlink;

import org.partnerportal.shared.Secrets;

/**
 * The random bits of a link to choose a password: 256 of them. Whoever has them is taken for the account's owner, so only
 * their SHA-256 is kept, and they never show themselves in a log.
 *
 * @param text the bits in URL-safe Base64
 */
public record PasswordToken(String text) {

    static PasswordToken random() {
        return new PasswordToken(Secrets.token());
    }

    String sha256() {
        return Secrets.sha256(text);
    }

    /** The path of the link, below the portal's own address. */
    public String path() {
        return "/p/" + text;
    }

    @Override
    public String toString() {
        return "/p/…";
    }
}
