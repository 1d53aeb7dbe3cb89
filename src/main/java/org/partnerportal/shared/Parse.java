package org.partnerportal.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what people and their browsers send; what makes no sense is empty, never an exception. */
public final class Parse {

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private Parse() {}

    public static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static Optional<Integer> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(Instant.parse(text)).filter(Parse::isWithinReason);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a database can look for that time. */
    public static boolean isWithinReason(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST);
    }

    /** The browser tells its zone where scripts run; anything else is UTC, and can be changed at the account page. */
    public static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** What a form sent, or nothing. */
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Words to search for: no control characters, which no database looks for, and no more than that many letters. */
    public static String words(@Nullable String text, int longest) {
        String words = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
        return words.substring(0, Math.min(words.length(), longest));
    }

    /** What a query's {@code like ... escape '!'} takes to find the words anywhere, in lower case. */
    public static String like(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** A constant by its name, in upper or lower case. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
