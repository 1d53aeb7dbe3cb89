package org.partnerportal.shared;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twelve months of a zone one after the other, and what falls into each: asked by one statement. */
public record Months(YearMonth first, ZoneId zone) {

    private static final int MANY = 12;

    /** The month of that time and the eleven after it. */
    public static Months from(Instant time, ZoneId zone) {
        return new Months(YearMonth.from(time.atZone(zone)), zone);
    }

    /** The eleven months before that time, and its own. */
    public static Months until(Instant time, ZoneId zone) {
        return new Months(YearMonth.from(time.atZone(zone)).minusMonths(MANY - 1), zone);
    }

    public List<YearMonth> all() {
        return IntStream.range(0, MANY).mapToObj(first::plusMonths).toList();
    }

    private Instant start(int month) {
        return first.plusMonths(month).atDay(1).atStartOfDay(zone).toInstant();
    }

    /**
     * What to select: a sum for each month.
     *
     * @param when the query's path to the time that decides the month
     * @param what the query's path to what is added up, or 1
     */
    public String sums(String when, String what) {
        return IntStream.range(0, MANY)
                .mapToObj(month -> "sum(case when " + when + " >= :m" + month + " and " + when + " < :m" + (month + 1)
                        + " then " + what + " else 0 end)")
                .collect(Collectors.joining(", "));
    }

    /** The condition that leaves out everything before and after. */
    public static String within(String when) {
        return when + " >= :m0 and " + when + " < :m" + MANY;
    }

    /** The values that {@link #sums} and {@link #within} need. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        IntStream.rangeClosed(0, MANY).forEach(month -> parameters.put("m" + month, start(month)));
        return parameters;
    }

    /** The sums as they came from the database, where none of nothing is null. */
    public static List<Long> read(Object[] sums) {
        return Stream.of(sums)
                .map(sum -> sum == null ? 0L : ((Number) sum).longValue())
                .toList();
    }
}
