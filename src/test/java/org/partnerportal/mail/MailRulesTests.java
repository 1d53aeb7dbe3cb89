package org.partnerportal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a mail is tried again, by the portal and by hand. */
class MailRulesTests {

    private static final Instant END = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "BAD_ADDRESS"})
    void whatCannotArriveIsNotTriedAgain(MailProblem problem) {
        assertThat(MailRules.pause(0, problem)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"REFUSED", "BAD_ADDRESS"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatMayArriveLaterIsTriedAgainSixTimes(MailProblem problem) {
        assertThat(MailRules.pause(0, problem)).contains(Duration.ofSeconds(30));
        assertThat(MailRules.pause(5, problem)).contains(Duration.ofHours(24));
        assertThat(MailRules.pause(6, problem)).isEmpty();
    }

    @Test
    void aMailIsOfUseUntilItsTimeIsOver() {
        assertThat(MailRules.isOfUse(null, END)).isTrue();
        assertThat(MailRules.isOfUse(END, END.minusNanos(1_000))).isTrue();
        assertThat(MailRules.isOfUse(END, END)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "DEFERRED", "FAILED"})
    void whatDidNotArriveCanBeSentAgainWhileItIsOfUse(MailStatus status) {
        assertThat(MailRules.sendAgain(status, true, null, END)).isEmpty();
        assertThat(MailRules.sendAgain(status, true, END, END.minusNanos(1_000)))
                .isEmpty();
        assertThat(MailRules.sendAgain(status, true, END, END)).contains(MailRefusal.TEXT_IS_GONE);
        assertThat(MailRules.sendAgain(status, false, null, END)).contains(MailRefusal.TEXT_IS_GONE);
    }

    @Test
    void whatArrivedOrIsOverIsNotSentAgain() {
        assertThat(MailRules.sendAgain(MailStatus.SENT, false, null, END)).contains(MailRefusal.ALREADY_SENT);
        assertThat(MailRules.sendAgain(MailStatus.CANCELLED, false, null, END)).contains(MailRefusal.NOT_NEEDED);
    }
}
