package org.partnerportal.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Writes times in the reader's language and zone, absolutely and relative to now. Templates know it as {@code dates}. */
public final class Dates {

    private static final long MINUTES_OF_TWO_HOURS = 120;
    private static final long HOURS_OF_TWO_DAYS = 48;
    private static final double HOURS_OF_A_DAY = 24;

    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;
    private final MessageSource messages;

    Dates(Locale locale, ZoneId zone, Instant now, MessageSource messages) {
        this.locale = locale;
        this.zone = zone;
        this.now = now;
        this.messages = messages;
    }

    public String date(@Nullable Instant time) {
        return time == null ? "" : format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), time);
    }

    /** A month of a year in full. */
    public String month(YearMonth month) {
        String pattern = messages.getMessage("dates.month", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(month);
    }

    public String time(@Nullable Instant time) {
        return time == null
                ? ""
                : format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), time);
    }

    /** With the zone's name, for records that leave the portal. */
    public String exact(@Nullable Instant time) {
        return time == null
                ? ""
                : format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM), time) + " ("
                        + zoneName() + ")";
    }

    /** To the minute with the zone's name, for what people wait for. */
    public String until(@Nullable Instant time) {
        return time == null
                ? ""
                : format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), time) + " ("
                        + zoneName() + ")";
    }

    private String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The day in the reader's zone as a date field takes it; today where no time is given. */
    public String day(@Nullable Instant time) {
        return LocalDate.ofInstant(time == null ? now : time, zone).toString();
    }

    /** For machines: {@code <time datetime>}. */
    public String iso(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    /** "in 3 days", "2 hours ago". */
    public String relative(@Nullable Instant time) {
        if (time == null) {
            return "";
        }
        Duration distance = Duration.between(now, time);
        String direction = distance.isNegative() ? "past" : "future";
        long minutes = distance.abs().toMinutes();
        if (minutes < 1) {
            return text(distance.compareTo(Duration.ZERO) > 0 ? "dates.soon" : "dates.now", 0);
        }
        if (minutes < MINUTES_OF_TWO_HOURS) {
            return text("dates." + direction + ".minutes", minutes);
        }
        long hours = distance.abs().plusMinutes(1).toHours();
        long days = Math.round(hours / HOURS_OF_A_DAY); // 29 days and 23 hours read as 30
        return hours < HOURS_OF_TWO_DAYS
                ? text("dates." + direction + ".hours", hours)
                : text("dates." + direction + ".days", days);
    }

    /** The time that many days from now, as the accept page foretells an end. */
    public String dateAfterDays(@Nullable Integer days) {
        return days == null ? "" : date(now.plus(Duration.ofDays(days)));
    }

    private String format(DateTimeFormatter formatter, Instant time) {
        return formatter.withLocale(locale).withZone(zone).format(time);
    }

    private String text(String key, long number) {
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}
