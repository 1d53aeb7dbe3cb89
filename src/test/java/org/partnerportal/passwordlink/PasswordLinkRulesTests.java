package org.partnerportal.passwordlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a link is good, and how often a forgotten password is mailed about. */
class PasswordLinkRulesTests {

    private static final Instant SENT = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void aLinkIsGoodForThreeDays() {
        var link = new PasswordLink(
                UUID.randomUUID(), UUID.randomUUID(), PasswordToken.random(), PasswordLinkReason.SENT, SENT);
        Instant end = SENT.plus(Duration.ofDays(3));
        assertThat(link.expiresAt()).isEqualTo(end);
        assertThat(PasswordLinkRules.choose(link.expiresAt(), true, SENT)).isEmpty();
        assertThat(PasswordLinkRules.choose(link.expiresAt(), true, end.minusNanos(1_000)))
                .isEmpty();
        assertThat(PasswordLinkRules.choose(link.expiresAt(), true, end)).contains(PasswordLinkRefusal.LINK_DEAD);
    }

    @Test
    void aLinkOfAnAccountThatIsSwitchedOffLeadsNowhere() {
        assertThat(PasswordLinkRules.choose(SENT.plusSeconds(1), false, SENT)).contains(PasswordLinkRefusal.LINK_DEAD);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "2, true", "3, false", "4, false"})
    void threeMailsWithinTheHourAreEnough(long mailed, boolean oneMore) {
        assertThat(PasswordLinkRules.mail(mailed).isEmpty()).isEqualTo(oneMore);
    }

    @Test
    void aTokenShowsItselfInTheMailAlone() {
        PasswordToken token = PasswordToken.random();
        assertThat(token.text()).hasSize(43).isNotEqualTo(PasswordToken.random().text());
        assertThat(token.path()).isEqualTo("/p/" + token.text());
        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(token.sha256()).hasSize(64).doesNotContain(token.text());
        assertThat(new PasswordForm("hush!hush").toString()).doesNotContain("hush!hush");
    }
}
