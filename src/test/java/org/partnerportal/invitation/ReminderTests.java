package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnerportal.invitation.Invitations.EXPIRY;
import static org.partnerportal.invitation.Invitations.SENT;
import static org.partnerportal.invitation.Invitations.pending;
import static org.partnerportal.invitation.Invitations.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.shared.RefusedException;

/** When the addressee is reminded: at half of the life time and 24 hours before its end. */
class ReminderTests {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private static final Instant HALF = Instant.parse("2026-03-17T09:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-31T09:00:00Z");

    private static Optional<Instant> after(Instant time) {
        return InvitationRules.reminderAfter(time, SENT, EXPIRY);
    }

    @Test
    void comesAtHalfOfTheLifeTimeAndADayBeforeTheEnd() {
        assertThat(after(SENT)).contains(HALF);
        assertThat(after(HALF.minus(MICROSECOND))).contains(HALF);
        assertThat(after(HALF)).contains(LAST);
        assertThat(after(LAST.minus(MICROSECOND))).contains(LAST);
        assertThat(after(LAST)).isEmpty();
    }

    @Test
    void comesOnceWhereBothAreTheSameInstant() {
        Instant end = SENT.plus(Duration.ofDays(2));
        assertThat(InvitationRules.reminderAfter(SENT, SENT, end)).contains(SENT.plus(Duration.ofDays(1)));
        assertThat(InvitationRules.reminderAfter(SENT.plus(Duration.ofDays(1)), SENT, end))
                .isEmpty();
    }

    @Test
    void ofAnInvitationForOneDayComesAtHalfOnly() {
        Instant end = SENT.plus(Duration.ofDays(1));
        assertThat(InvitationRules.reminderAfter(SENT, SENT, end)).contains(SENT.plus(Duration.ofHours(12)));
        assertThat(InvitationRules.reminderAfter(SENT.plus(Duration.ofHours(12)), SENT, end))
                .isEmpty();
    }

    @Test
    void isDueFromItsInstantOn() {
        Invitation invitation = pending();
        assertThat(InvitationRules.remind(invitation, HALF.minus(MICROSECOND)))
                .contains(InvitationRefusal.NO_REMINDER_DUE);
        assertThat(InvitationRules.remind(invitation, HALF)).isEmpty();
        assertThat(InvitationRules.remind(invitation, EXPIRY)).contains(InvitationRefusal.ALREADY_LAPSED);
    }

    @Test
    void isSentOnce() {
        Invitation invitation = pending();
        invitation.remind(HALF);
        assertThatThrownBy(() -> invitation.remind(HALF))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(InvitationRefusal.NO_REMINDER_DUE));
        invitation.remind(LAST);
        assertThat(invitation.remindAt()).isNull();
    }

    @Test
    void isSentOnceAfterADowntimeOverBoth() {
        Invitation invitation = pending();
        invitation.remind(EXPIRY.minus(MICROSECOND));
        assertThat(invitation.remindAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = InvitationStatus.class, names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void isNotSentOfAnInvitationThatDoesNotWaitForTheAddressee(InvitationStatus status) {
        assertThat(InvitationRules.remind(stored(status), LAST)).isPresent();
    }

    @Test
    void beginsAnewWithANewLink() {
        Invitation invitation = pending();
        invitation.remind(LAST);
        invitation.resend(Invitations.SAM, Link.random(), LAST);
        assertThat(invitation.remindAt()).isEqualTo(LAST.plus(Duration.ofDays(15)));
    }
}
