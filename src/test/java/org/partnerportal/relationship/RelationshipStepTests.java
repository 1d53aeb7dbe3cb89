package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;

/** What the clock does with a relationship: notices, extension, end; and that nothing of it undoes what a person did. */
class RelationshipStepTests {

    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    private static final Instant START = Instant.parse("2027-12-01T10:00:00Z");

    private static Relationship gdap(int days, boolean autoExtend, Instant start) {
        return new Relationship(
                new NewRelationship(
                        UUID.fromString("0199b0e0-0000-7000-8000-00000000000a"),
                        "K7QD2-M4XR9",
                        Actors.tenant("brightwater.example"),
                        PartnerType.GDAP,
                        "Support",
                        Set.of(HELPDESK_ADMINISTRATOR, USER_ADMINISTRATOR),
                        days,
                        autoExtend,
                        false,
                        null),
                Actors.tenant("alder.example"),
                start);
    }

    /** Everything that is due at that time, as a job that runs then would find it. */
    private static List<String> run(Relationship relationship, Instant now) {
        List<String> steps = new ArrayList<>();
        Optional<RelationshipEvent> step = relationship.takeStep(now);
        while (step.isPresent()) {
            steps.add(
                    step.get() instanceof RelationshipEvent.Ending ending
                            ? ending.days() + (ending.autoExtend() ? " extends" : "")
                            : step.get().kind());
            step = relationship.takeStep(now);
        }
        return steps;
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    @Test
    void announcesItsEndAt30And7And1DaysAndAtTheEndOnceEach() {
        Relationship relationship = gdap(100, false, START);
        List<String> told = new ArrayList<>();
        for (Instant hour = START; hour.isBefore(day(110)); hour = hour.plus(Duration.ofHours(1))) {
            Instant now = hour;
            run(relationship, now)
                    .forEach(step -> told.add(Duration.between(START, now).toDays() + ": " + step));
        }
        assertThat(told).containsExactly("70: 30", "93: 7", "99: 1", "100: RelationshipExpired");
    }

    @ParameterizedTest
    @CsvSource({"70, 30", "93, 7", "99, 1", "100, RelationshipExpired"})
    void isDueAtTheInstantAndNotASecondBefore(int at, String step) {
        Relationship relationship = gdap(100, false, START);
        run(relationship, day(at).minusSeconds(1));

        assertThat(run(relationship, day(at).minusSeconds(1))).isEmpty();
        assertThat(run(relationship, day(at))).containsExactly(step);
    }

    @Test
    void makesUpForAWeekOfDowntimeWithEachNoticeOnce() {
        Relationship relationship = gdap(100, false, START);
        assertThat(run(relationship, day(92))).containsExactly("30");
        assertThat(run(relationship, day(99))).containsExactly("7", "1");
        assertThat(run(relationship, day(106))).containsExactly("RelationshipExpired");
        assertThat(run(relationship, day(113))).isEmpty();
    }

    @Test
    void announcesNoEndThatHasCome() {
        assertThat(run(gdap(100, false, START), day(100).minusSeconds(1))).containsExactly("30", "7", "1");
        assertThat(run(gdap(100, false, START), day(100))).containsExactly("RelationshipExpired");
        assertThat(run(gdap(100, true, START), day(100))).containsExactly("RelationshipExtended");
        Relationship down = gdap(100, false, START);
        assertThat(run(down, day(80))).containsExactly("30");
        assertThat(run(down, day(120))).containsExactly("RelationshipExpired");
    }

    @Test
    void announcesNothingThatLiesBeforeItsBeginning() {
        Relationship relationship = gdap(5, false, START);
        assertThat(run(relationship, START)).isEmpty();
        assertThat(run(relationship, day(4))).containsExactly("1");
        assertThat(run(relationship, day(5))).containsExactly("RelationshipExpired");
    }

    @Test
    void extendsAtItsEndAndAnnouncesTheNextOne() {
        Relationship relationship = gdap(100, true, START);
        assertThat(run(relationship, day(99))).containsExactly("30 extends", "7 extends", "1 extends");
        assertThat(run(relationship, day(100))).containsExactly("RelationshipExtended");
        assertThat(relationship.endsAt()).isEqualTo(day(280));
        assertThat(run(relationship, day(249))).isEmpty();
        assertThat(run(relationship, day(250))).containsExactly("30 extends");
        assertThat(run(relationship, day(279))).containsExactly("7 extends", "1 extends");
        assertThat(run(relationship, day(280))).containsExactly("RelationshipExtended");
        assertThat(relationship.endsAt()).isEqualTo(day(460));
    }

    @Test
    void extendsOnceForAllThatALongDowntimeMissed() {
        Relationship relationship = gdap(100, true, START);
        run(relationship, day(99));
        assertThat(run(relationship, day(800))).containsExactly("RelationshipExtended", "30 extends");
        assertThat(relationship.endsAt()).isEqualTo(day(820));
        assertThat(run(relationship, day(820))).containsExactly("RelationshipExtended");
    }

    @Test
    void goesOnByTheClockAndTheJobOnlyWritesItDown() {
        Relationship relationship = gdap(100, true, START);
        RelationshipView unwritten = relationship.view(day(150));
        assertThat(unwritten.status()).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(unwritten.endsAt()).isEqualTo(day(280));
        run(relationship, day(150));
        assertThat(relationship.view(day(150)).endsAt()).isEqualTo(unwritten.endsAt());
    }

    @Test
    void endsForGoodOnceAutoExtendIsOff() {
        Relationship relationship = gdap(100, true, START);
        relationship.switchAutoExtend(false, Side.CUSTOMER, BEN, day(99));
        assertThat(relationship.view(day(100)).status()).isEqualTo(RelationshipStatus.EXPIRED);
        assertThat(run(relationship, day(400))).endsWith("RelationshipExpired");
        assertThat(relationship.endsAt()).isEqualTo(day(100));
    }

    @Test
    void isStillToldToBeOverWhereTheExtensionWasUndone() {
        Relationship relationship = gdap(100, true, START);
        run(relationship, day(100));
        relationship.switchAutoExtendOff(day(100), BEN, day(100).plusSeconds(1));
        assertThat(relationship.endsAt()).isEqualTo(day(100));
        assertThat(relationship.view(day(100)).status()).isEqualTo(RelationshipStatus.EXPIRED);
        assertThat(run(relationship, day(101))).containsExactly("RelationshipExpired");

        relationship.switchAutoExtendOff(Instant.EPOCH, BEN, day(99));
        assertThat(relationship.endsAt()).as("off already: nothing moves").isEqualTo(day(100));
    }

    @Test
    void isNeitherExtendedNorAnnouncedAgainAfterItWasShortened() {
        Relationship relationship = gdap(100, true, START);
        assertThat(run(relationship, day(75))).containsExactly("30 extends");
        Instant before = relationship.shorten(day(80), BEN, day(75));
        assertThat(before).isEqualTo(day(100));
        assertThat(relationship.autoExtend()).isFalse();
        assertThat(run(relationship, day(79))).containsExactly("1");
        assertThat(run(relationship, day(80))).containsExactly("RelationshipExpired");
        assertThat(relationship.view(day(80)).status()).isEqualTo(RelationshipStatus.EXPIRED);
    }

    @Test
    void isNotExtendedOnceTheLastRoleIsGone() {
        Relationship relationship = gdap(100, true, START);
        relationship.removeRoles(Set.of(USER_ADMINISTRATOR), BEN, day(10));
        assertThat(relationship.autoExtend()).isTrue();
        relationship.removeRoles(Set.of(HELPDESK_ADMINISTRATOR), BEN, day(10));
        assertThat(relationship.autoExtend()).isFalse();
        assertThat(relationship.view(day(100)).status()).isEqualTo(RelationshipStatus.EXPIRED);
    }

    @Test
    void isNotExtendedOnceAllRolesAreGone() {
        Relationship relationship = gdap(100, true, START);
        relationship.removeRoles(BEN, day(10));
        assertThat(relationship.autoExtend()).isFalse();
        assertThat(run(relationship, day(500))).endsWith("RelationshipExpired");
    }

    @Test
    void saysNothingMoreOnceItIsEnded() {
        Relationship relationship = gdap(100, true, START);
        assertThat(relationship.end(Side.PARTNER, SAM, day(10))).hasSize(2);
        assertThat(run(relationship, day(500))).isEmpty();
        RelationshipView view = relationship.view(day(10));
        assertThat(view.status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(view.endedAt()).isEqualTo(day(10));
        assertThat(view.endedBy()).isEqualTo("sam");
        assertThat(RelationshipRules.givesAccess(relationship.state(), day(10))).isFalse();
    }

    @Test
    void remembersThatTheCustomerCutUntilTheCustomerSwitchesOn() {
        Relationship relationship = gdap(100, true, START);
        relationship.switchAutoExtend(false, Side.CUSTOMER, BEN, day(1));
        assertThat(RelationshipRules.switchAutoExtend(relationship.state(), true, Side.PARTNER, SAM, day(2)))
                .contains(RelationshipRefusal.CUT_BY_CUSTOMER);
        relationship.switchAutoExtend(true, Side.CUSTOMER, BEN, day(3));
        relationship.switchAutoExtend(false, Side.PARTNER, SAM, day(4));
        assertThat(RelationshipRules.switchAutoExtend(relationship.state(), true, Side.PARTNER, SAM, day(5)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2027-03-26", // clocks go forward on the 28th
        "Europe/London, 2027-10-29", // and back on the 31st
        "America/New_York, 2027-03-12",
        "America/New_York, 2027-11-05",
        "Asia/Tokyo, 2027-03-26"
    })
    void announcesWholeDaysOf24HoursBeforeTheEndWhereverTheClocksChange(ZoneId zone, LocalDate date) {
        Instant end = date.plusDays(4).atStartOfDay(zone).toInstant();
        Relationship relationship = gdap(20, false, end.minus(Duration.ofDays(20)));
        run(relationship, end.minus(Duration.ofDays(7)));
        Instant lastCall = end.minus(Duration.ofHours(24));
        assertThat(run(relationship, lastCall.minusSeconds(1))).isEmpty();
        assertThat(run(relationship, lastCall)).containsExactly("1");
    }

    @Test
    void announcesOverALeapDayAndPastTheYear2038() {
        Relationship leap = gdap(100, false, Instant.parse("2027-12-01T10:00:00Z"));
        assertThat(leap.endsAt()).isEqualTo(Instant.parse("2028-03-10T10:00:00Z"));
        assertThat(run(leap, Instant.parse("2028-02-09T09:59:59Z"))).isEmpty();
        assertThat(run(leap, Instant.parse("2028-02-09T10:00:00Z"))).containsExactly("30");
        assertThat(run(leap, Instant.parse("2028-03-03T10:00:00Z"))).containsExactly("7");

        Relationship late = gdap(730, true, Instant.parse("2037-01-19T03:14:07Z"));
        assertThat(run(late, Instant.parse("2039-01-19T03:14:07Z"))).endsWith("RelationshipExtended");
        assertThat(late.endsAt()).isEqualTo(Instant.parse("2039-07-18T03:14:07Z"));
    }
}
