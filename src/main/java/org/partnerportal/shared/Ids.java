package org.partnerportal.shared;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes the ids of new rows and the reference numbers that people read to each other. */
public final class Ids {

    /** Before every id, in the order of ids. */
    public static final UUID FIRST = new UUID(0, 0);

    /** Behind every id, in the order of ids. */
    public static final UUID LAST = new UUID(-1, -1);

    /** Letters and digits that are hard to confuse when read aloud (Crockford base 32). */
    private static final String READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int REFERENCE_LENGTH = 10;
    private static final int VERSION = 7;
    private static final int TIME_SHIFT = 16;
    private static final int HASHED = 16;
    private static final int HEXADECIMAL = 16;
    private static final Duration FRESH = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A version 7 UUID: it begins with the time, so new rows lie together in an index. */
    @SuppressWarnings("NullAway") // the strategy takes the session for other styles only
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Whether an id that came back from a form is one that this portal made within the last day. */
    public static boolean isFresh(UUID id, Instant now) {
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIME_SHIFT);
        return id.version() == VERSION && made.isAfter(now.minus(FRESH)) && made.isBefore(now.plus(FRESH));
    }

    /**
     * The id under which what a form says is kept where the form was sent before and said something else: what was
     * corrected is not lost, and sent twice it is still one.
     *
     * @param form the id chosen with the form
     * @param words what it says now
     */
    public static UUID corrected(UUID form, List<String> words) {
        String hash = Secrets.sha256(form + "\n" + String.join("\n", words));
        long random = Long.parseUnsignedLong(hash.substring(0, HASHED), HEXADECIMAL);
        return new UUID(form.getMostSignificantBits(), Long.MIN_VALUE | (random >>> 2)); // still a UUID of its time
    }

    /** A reference such as {@code K7QD2-M4XR9}: 50 random bits; a unique constraint stands behind it. */
    public static String reference() {
        String letters = RANDOM.ints(REFERENCE_LENGTH, 0, READABLE.length())
                .mapToObj(index -> String.valueOf(READABLE.charAt(index)))
                .collect(Collectors.joining());
        return letters.substring(0, REFERENCE_LENGTH / 2) + "-" + letters.substring(REFERENCE_LENGTH / 2);
    }
}
