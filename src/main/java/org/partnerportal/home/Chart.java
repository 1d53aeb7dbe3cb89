package org.partnerportal.home;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A bar for each of some months.
 *
 * @param name the end of its message
 * @param unit the currency, or empty for what is counted
 * @param bars one a month
 * @param address the page that shows what the bars are about
 */
record Chart(String name, String unit, List<Bar> bars, String address) {

    private static final int TALLEST = 100;

    /**
     * A month's.
     *
     * @param month the month
     * @param brief what it stands for, in few letters; empty for nothing
     * @param text the same in full
     * @param height from 0 to 100, the tallest of all
     */
    record Bar(YearMonth month, String brief, String text, int height) {

        /** Its name in few letters. */
        public String label(Locale locale) {
            return DateTimeFormatter.ofPattern("LLL", locale).format(month);
        }
    }

    static Chart of(
            String name,
            String unit,
            List<YearMonth> months,
            List<Long> values,
            LongFunction<String> brief,
            LongFunction<String> text,
            String address) {
        long most = values.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Bar> bars = IntStream.range(0, months.size())
                .mapToObj(month -> bar(months.get(month), values.get(month), most, brief, text))
                .toList();
        return new Chart(name, unit, bars, address);
    }

    private static Bar bar(
            YearMonth month, long value, long most, LongFunction<String> brief, LongFunction<String> text) {
        return value == 0
                ? new Bar(month, "", text.apply(0), 0)
                : new Bar(month, brief.apply(value), text.apply(value), (int) Math.max(1, value * TALLEST / most));
    }

    /** Whether there is anything to see. */
    boolean hasBars() {
        return bars.stream().anyMatch(bar -> bar.height > 0);
    }
}
