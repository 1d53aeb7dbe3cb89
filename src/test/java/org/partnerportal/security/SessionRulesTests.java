package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long somebody stays signed in. */
class SessionRulesTests {

    private static final Instant SIGNED_IN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant EIGHT_HOURS_LATER = Instant.parse("2026-03-02T17:00:00Z");

    @Test
    void lastsUntilTheLastMicrosecondOfEightHours() {
        assertThat(SessionRules.isOver(SIGNED_IN, SIGNED_IN)).isFalse();
        assertThat(SessionRules.isOver(SIGNED_IN, EIGHT_HOURS_LATER.minus(Duration.ofNanos(1_000))))
                .isFalse();
    }

    @Test
    void isOverAfterEightHoursSharp() {
        assertThat(SessionRules.isOver(SIGNED_IN, EIGHT_HOURS_LATER)).isTrue();
        assertThat(SessionRules.isOver(SIGNED_IN, EIGHT_HOURS_LATER.plus(Duration.ofDays(1))))
                .isTrue();
    }
}
