package org.partnerportal.accessreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.accessreview.AccessReviewStatus.FINISHED;
import static org.partnerportal.accessreview.AccessReviewStatus.OPEN;
import static org.partnerportal.accessreview.Decision.GONE;
import static org.partnerportal.accessreview.Decision.KEPT;
import static org.partnerportal.accessreview.Decision.REMOVED;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who sees, starts and signs a review, what is missing in its answers, and when the next one is due. */
class AccessReviewRulesTests {

    private static final Instant DUE = Instant.parse("2026-06-30T15:00:00Z");
    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor RUTH_WHO_READS = Actors.globalReader("ruth@alder.example");
    private static final GrantKey FIRST = new GrantKey(new UUID(0, 1), "fe930be7-5e62-47db-91af-98c3a49a38b1");
    private static final GrantKey SECOND = new GrantKey(new UUID(0, 2), "f023fd81-a637-4b56-95fd-791ac0226033");
    private static final Set<GrantKey> BOTH = Set.of(FIRST, SECOND);

    private static AccessReviewAnswers answers(Map<GrantKey, Decision> decisions, String note, boolean signed) {
        return new AccessReviewAnswers(BOTH, decisions, note, signed);
    }

    private static AccessReviewAnswers right() {
        return answers(Map.of(FIRST, KEPT, SECOND, REMOVED), "", true);
    }

    // who

    @ParameterizedTest
    @EnumSource(
            names = {
                "GLOBAL_ADMINISTRATOR",
                "BILLING_ADMINISTRATOR",
                "GLOBAL_READER",
                "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
            })
    void isSeenByFourRoles(AdminRole role) {
        assertThat(AccessReviewRules.see(Actors.person("ruth@alder.example", role)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "GLOBAL_ADMINISTRATOR",
                "BILLING_ADMINISTRATOR",
                "GLOBAL_READER",
                "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
            })
    void isNotSeenByAnyOtherRole(AdminRole role) {
        assertThat(AccessReviewRules.see(Actors.partnersPerson("sam@brightwater.example", role)))
                .contains(AccessReviewRefusal.NEEDS_READER);
    }

    @ParameterizedTest
    @EnumSource(names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isStartedAndSignedByTwoRoles(AdminRole role) {
        Actor person = Actors.person("olivia@alder.example", role);
        assertThat(AccessReviewRules.start(person, true)).isEmpty();
        assertThat(AccessReviewRules.mayFinish(OPEN, person)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GLOBAL_ADMINISTRATOR", "BILLING_ADMINISTRATOR"})
    void isNeitherStartedNorSignedByAnyOther(AdminRole role) {
        Actor person = Actors.person("tom@alder.example", role);
        assertThat(AccessReviewRules.start(person, true)).contains(AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(AccessReviewRules.mayFinish(OPEN, person)).contains(AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isNotStartedWhereNobodyHoldsARoleAndNobodyIsSentToAColleagueForNothing() {
        assertThat(AccessReviewRules.start(BEN, false)).contains(AccessReviewRefusal.NOTHING_TO_REVIEW);
        assertThat(AccessReviewRules.start(RUTH_WHO_READS, false)).contains(AccessReviewRefusal.NOTHING_TO_REVIEW);
    }

    @Test
    void isNotSignedTwice() {
        assertThat(AccessReviewRules.mayFinish(FINISHED, BEN)).contains(AccessReviewRefusal.ALREADY_FINISHED);
        assertThat(AccessReviewRules.finish(FINISHED, BOTH, right(), BEN))
                .contains(AccessReviewRefusal.ALREADY_FINISHED);
    }

    // answers

    @Test
    void isSignedWhenEveryRoleIsKeptOrRemoved() {
        assertThat(AccessReviewRules.finish(OPEN, BOTH, right(), BEN)).isEmpty();
        assertThat(AccessReviewRules.wrong(BOTH, right())).isEmpty();
    }

    @Test
    void isNotSignedByWhoeverMayNot() {
        assertThat(AccessReviewRules.finish(OPEN, BOTH, right(), RUTH_WHO_READS))
                .contains(AccessReviewRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void needsADecisionForEachRole() {
        AccessReviewAnswers answers = answers(Map.of(FIRST, KEPT), "", true);
        assertThat(AccessReviewRules.finish(OPEN, BOTH, answers, BEN)).contains(AccessReviewRefusal.UNDECIDED);
        assertThat(AccessReviewRules.undecided(List.of(FIRST, SECOND), answers)).containsExactly(SECOND);
    }

    @Test
    void takesGoneForNoDecision() {
        AccessReviewAnswers answers = answers(Map.of(FIRST, KEPT, SECOND, GONE), "", true);
        assertThat(AccessReviewRules.wrong(BOTH, answers)).containsExactly(AccessReviewRefusal.UNDECIDED);
    }

    @Test
    void needsNoDecisionForARoleThatWentMeanwhile() {
        AccessReviewAnswers answers = answers(Map.of(FIRST, KEPT), "", true);
        assertThat(AccessReviewRules.wrong(Set.of(FIRST), answers)).isEmpty();
    }

    @Test
    void isStaleWhenARoleIsHeldThatThePageDidNotShow() {
        var third = new GrantKey(new UUID(0, 3), FIRST.role());
        AccessReviewAnswers answers = right();
        assertThat(AccessReviewRules.wrong(Set.of(FIRST, SECOND, third), answers))
                .as("what was not shown is not asked for")
                .containsExactly(AccessReviewRefusal.NEW_ACCESS);
    }

    @Test
    void isStaleBeforeItIsIncomplete() {
        var third = new GrantKey(new UUID(0, 3), FIRST.role());
        assertThat(AccessReviewRules.finish(OPEN, Set.of(FIRST, SECOND, third), answers(Map.of(), "", false), BEN))
                .contains(AccessReviewRefusal.NEW_ACCESS);
    }

    @Test
    void needsTheSignature() {
        assertThat(AccessReviewRules.wrong(BOTH, answers(right().decisions(), "", false)))
                .containsExactly(AccessReviewRefusal.NOT_SIGNED);
    }

    @Test
    void takesANoteOfFiveHundredCharactersAndNoMore() {
        assertThat(AccessReviewRules.wrong(BOTH, answers(right().decisions(), "n".repeat(500), true)))
                .isEmpty();
        assertThat(AccessReviewRules.wrong(BOTH, answers(right().decisions(), "n".repeat(501), true)))
                .containsExactly(AccessReviewRefusal.NOTE_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\u0000b", "turned \u202Earound"})
    void takesNoNoteThatMisleads(String note) {
        assertThat(AccessReviewRules.wrong(BOTH, answers(right().decisions(), note, true)))
                .containsExactly(AccessReviewRefusal.NOTE_MALFORMED);
    }

    // what a page can have shown

    private static RelationshipView relationship(
            @Nullable Instant endsAt, @Nullable Instant endedAt, @Nullable Instant removedAt) {
        Instant start = DUE.minus(Duration.ofDays(100));
        return new RelationshipView(
                FIRST.relationship(),
                "K7QD2-M4XR9",
                Actors.tenant("brightwater.example"),
                Actors.tenant("alder.example"),
                PartnerType.GDAP,
                "Support",
                RelationshipStatus.ACTIVE,
                100,
                false,
                start,
                endsAt,
                endedAt,
                null,
                Set.of(),
                List.of(new RelationshipView.Grant(FIRST.role(), start, removedAt, null)),
                new RelationshipState(
                        PartnerType.GDAP, RelationshipStatus.ACTIVE, endsAt, false, false, Set.of(FIRST.role())),
                null);
    }

    @Test
    void knowsWhatWasHeldSinceAMoment() {
        Instant after = DUE.plusSeconds(1);
        assertThat(AccessReviewRules.wasHeld(relationship(null, null, null), FIRST.role(), DUE))
                .isTrue();
        assertThat(AccessReviewRules.wasHeld(relationship(after, after, after), FIRST.role(), DUE))
                .isTrue();
        assertThat(AccessReviewRules.wasHeld(relationship(null, null, null), SECOND.role(), DUE))
                .as("never granted")
                .isFalse();
        assertThat(AccessReviewRules.wasHeld(relationship(DUE, null, null), FIRST.role(), DUE))
                .as("the time was over")
                .isFalse();
        assertThat(AccessReviewRules.wasHeld(relationship(null, DUE, null), FIRST.role(), DUE))
                .as("ended before")
                .isFalse();
        assertThat(AccessReviewRules.wasHeld(relationship(null, null, DUE), FIRST.role(), DUE))
                .as("removed before")
                .isFalse();
    }

    // time

    @Test
    void isOverdueFromItsDueTimeOnUntilItIsFinished() {
        assertThat(AccessReviewRules.isOverdue(OPEN, DUE, DUE.minusNanos(1_000)))
                .isFalse();
        assertThat(AccessReviewRules.isOverdue(OPEN, DUE, DUE)).isTrue();
        assertThat(AccessReviewRules.isOverdue(FINISHED, DUE, DUE.plusSeconds(1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // counted from, period, now, next
        "2026-11-30T10:00:00Z, P3M, 2026-11-30T10:00:00Z, 2027-02-28T10:00:00Z",
        "2026-11-30T10:00:00Z, P3M, 2027-02-28T09:59:59Z, 2027-02-28T10:00:00Z",
        // the moment itself is over, and the short month does not pull the next one forward
        "2026-11-30T10:00:00Z, P3M, 2027-02-28T10:00:00Z, 2027-05-30T10:00:00Z",
        "2026-11-30T10:00:00Z, P3M, 2027-08-30T10:00:00Z, 2027-11-30T10:00:00Z",
        "2027-11-30T10:00:00Z, P3M, 2027-12-01T00:00:00Z, 2028-02-29T10:00:00Z",
        "2026-08-31T00:00:00Z, P3M, 2026-09-01T00:00:00Z, 2026-11-30T00:00:00Z",
        "2026-12-31T23:59:59Z, P3M, 2027-01-01T00:00:00Z, 2027-03-31T23:59:59Z",
        "2028-02-29T12:00:00Z, P12M, 2028-03-01T00:00:00Z, 2029-02-28T12:00:00Z",
        "2028-02-29T12:00:00Z, P12M, 2031-03-01T00:00:00Z, 2032-02-29T12:00:00Z",
        // three quarters without a job: the next one lies ahead, on its day
        "2026-01-15T08:00:00Z, P3M, 2026-12-20T00:00:00Z, 2027-01-15T08:00:00Z",
        "2026-01-15T08:00:00Z, P90D, 2026-01-15T08:00:00Z, 2026-04-15T08:00:00Z",
        // no daylight saving in UTC
        "2026-03-01T23:30:00Z, P1M, 2026-03-20T00:00:00Z, 2026-04-01T23:30:00Z",
        "2038-01-19T03:14:07Z, P3M, 2038-01-19T03:14:08Z, 2038-04-19T03:14:07Z"
    })
    void isDueWholePeriodsAfterItsBeginning(Instant countedFrom, Period every, Instant now, Instant next) {
        assertThat(AccessReviewRules.nextAfter(now, countedFrom, every)).isEqualTo(next);
    }

    // the names of rows

    @Test
    void readsTheRowsThatItWrote() {
        assertThat(GrantKey.parse(FIRST.toString())).contains(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "x_y", "00000000-0000-0000-0000-000000000001", "__", "1_", "\u0000_\u0000"})
    void takesNothingElseForARow(String text) {
        assertThat(GrantKey.parse(text)).isEmpty();
    }
}
