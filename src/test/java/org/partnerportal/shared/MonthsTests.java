package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twelve months of a zone. */
class MonthsTests {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Test
    void theMonthOfNowIsTheReaders() {
        Instant time = Instant.parse("2026-11-30T16:00:00Z"); // the first of December in Tokyo
        assertThat(Months.from(time, TOKYO).all())
                .hasSize(12)
                .startsWith(YearMonth.of(2026, 12), YearMonth.of(2027, 1))
                .endsWith(YearMonth.of(2027, 11));
        assertThat(Months.until(time, TOKYO).all())
                .hasSize(12)
                .startsWith(YearMonth.of(2026, 1))
                .endsWith(YearMonth.of(2026, 12));
    }

    @Test
    void eachBeginsWhereTheLastEnds() {
        Map<String, Object> parameters =
                Months.from(Instant.parse("2026-11-30T16:00:00Z"), TOKYO).parameters();
        assertThat(parameters)
                .hasSize(13)
                .containsEntry("m0", Instant.parse("2026-11-30T15:00:00Z"))
                .containsEntry("m1", Instant.parse("2026-12-31T15:00:00Z"))
                .containsEntry("m12", Instant.parse("2027-11-30T15:00:00Z"));
    }

    @Test
    void noneOfNothingIsNothing() {
        assertThat(Months.read(new Object[] {null, 3, 4L})).containsExactly(0L, 3L, 4L);
    }
}
