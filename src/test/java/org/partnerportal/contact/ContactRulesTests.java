package org.partnerportal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How soon and how late a form may come back. */
class ContactRulesTests {

    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");

    private static Optional<ContactRefusal> after(Duration time) {
        return ContactRules.send(Optional.of(MADE), MADE.plus(time));
    }

    @Test
    void threeSecondsAreEnough() {
        assertThat(after(Duration.ofMillis(2_999))).contains(ContactRefusal.SENT_TOO_SOON);
        assertThat(after(Duration.ofSeconds(3))).isEmpty();
    }

    @Test
    void aDayIsTooLong() {
        assertThat(after(Duration.ofDays(1).minusMillis(1))).isEmpty();
        assertThat(after(Duration.ofDays(1))).contains(ContactRefusal.FORM_TOO_OLD);
    }

    @Test
    void aFormOfNobodysMakingIsUnknown() {
        assertThat(ContactRules.send(Optional.empty(), MADE)).contains(ContactRefusal.FORM_UNKNOWN);
    }
}
