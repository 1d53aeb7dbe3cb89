package org.partnerportal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a limit is reached, to the instant. */
class LimitRulesTests {

    private static final Instant USE = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void isFreeWhileThereAreFewerUses(Limit limit) {
        assertThat(LimitRules.freeAt(limit, Optional.empty(), USE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isReachedUntilTheEarliestUseLeavesTheWindow(Limit limit) {
        Instant free = USE.plus(limit.window());
        assertThat(LimitRules.freeAt(limit, Optional.of(USE), USE)).contains(free);
        assertThat(LimitRules.freeAt(limit, Optional.of(USE), free.minusNanos(1_000)))
                .contains(free);
        assertThat(LimitRules.freeAt(limit, Optional.of(USE), free)).isEmpty();
    }

    @Test
    void theNumbersAreThoseOfTheSpecification() {
        assertThat(Limit.INVITATION_MAILS.number()).isEqualTo(100);
        assertThat(Limit.INVITATION_MAILS.window()).isEqualTo(Duration.ofHours(1));
        assertThat(Limit.RESENDS.number()).isEqualTo(3);
        assertThat(Limit.RESENDS.window()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Limit.LINK_TRIES.number()).isEqualTo(20);
        assertThat(Limit.LINK_TRIES.window()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Limit.SIGN_IN_FAILURES.number()).isEqualTo(10);
        assertThat(Limit.SIGN_IN_FAILURES.window()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void batchesLeaveAFifthToPeople() {
        assertThat(LimitRules.forBatches(100)).isEqualTo(80);
        assertThat(LimitRules.forBatches(7)).isEqualTo(6);
        assertThat(LimitRules.forBatches(1)).isEqualTo(1);
    }

    @Test
    void onlyTheInvitationMailsCanBeSet() {
        var properties = new LimitProperties(7);
        assertThat(properties.number(Limit.INVITATION_MAILS)).isEqualTo(7);
        assertThat(properties.number(Limit.RESENDS)).isEqualTo(3);
    }

    @Test
    void aLimitThatForbidsEverythingIsNoSetting() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new LimitProperties(0))
                .hasMessageContaining("portal.limit.invitation-mails");
    }
}
