package org.partnerportal.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Knows the passwords that everybody tries first, and how chosen ones are kept. */
@Component
public class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int TEMPORARY_LETTERS = 20;
    private static final int TEMPORARY_GROUP = 5;

    private final PasswordEncoder encoder;
    private final Set<String> common = common();

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("tenant/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passwords that everybody tries first, in lower case. */
    public Set<String> tooCommon() {
        return common;
    }

    /** Asks whether the password may be chosen. */
    public Optional<TenantRefusal> check(String password) {
        return TenantRules.password(password, common);
    }

    /** A password for somebody else to begin with: 99 random bits in letters and digits that nobody mistakes. */
    public static String temporary() {
        var text = new StringBuilder();
        for (int letter = 0; letter < TEMPORARY_LETTERS; letter++) {
            if (letter > 0 && letter % TEMPORARY_GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Whether that hash was made of the password. Slow on purpose. */
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** The only form in which a password is kept. */
    public String hash(String password) {
        return encoder.encode(password);
    }
}
