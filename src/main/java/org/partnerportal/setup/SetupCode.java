package org.partnerportal.setup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.partnerportal.shared.Secrets;
import org.springframework.data.domain.Persistable;

/** The trace of a one-time code that a node wrote into its log. */
@Entity
class SetupCode implements Persistable<String> {

    /** Letters and digits that are hard to confuse when copied by hand (Crockford base 32): five bits each. */
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 140 bits. */
    private static final int LENGTH = 28;

    private static final String GROUPS = "(?<=\\G.{4})(?=.)";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private String sha256;

    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected SetupCode() {}

    SetupCode(String code, Instant now) {
        this.sha256 = sha256(code);
        this.madeAt = now;
    }

    /** A new code, such as {@code K7QD-2M4X-…}, in seven groups. */
    static String random() {
        String letters = RANDOM.ints(LENGTH, 0, READABLE.length())
                .mapToObj(index -> String.valueOf(READABLE.charAt(index)))
                .collect(Collectors.joining());
        return letters.replaceAll(GROUPS, "-");
    }

    /** The same for all the ways in which people type one code. */
    static String sha256(String typed) {
        return Secrets.sha256(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    Instant madeAt() {
        return madeAt;
    }

    @Override
    public String getId() {
        return sha256;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
