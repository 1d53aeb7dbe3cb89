package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.springframework.test.util.ReflectionTestUtils;

/** A relationship begins with the terms granted, ends by the clock, and outlives its roles. */
class RelationshipTests {

    private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-20T08:00:00Z");
    private static final TenantId BRIGHTWATER = Actors.tenant("brightwater.example");
    private static final TenantId ALDER = Actors.tenant("alder.example");
    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor MIA_WITHOUT_ROLES = Actors.person("mia@alder.example");
    private static final Set<String> ROLES = Set.of(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR);

    private static Relationship relationship(
            PartnerType type, Set<String> roles, @Nullable Integer durationDays, Instant start) {
        var terms = new NewRelationship(
                UUID.fromString("0199b0e0-0000-7000-8000-00000000000a"),
                "K7QD2-M4XR9",
                BRIGHTWATER,
                type,
                "Support",
                roles,
                durationDays,
                false,
                false,
                null);
        return new Relationship(terms, ALDER, start);
    }

    private static Relationship gdap(int durationDays, Instant start) {
        return relationship(PartnerType.GDAP, ROLES, durationDays, start);
    }

    private static Relationship gdap() {
        return gdap(90, START);
    }

    private static Instant end(int durationDays, Instant start) {
        return gdap(durationDays, start).view(start).endsAt();
    }

    private static RelationshipStatus statusAt(Relationship relationship, Instant now) {
        return relationship.view(now).status();
    }

    private static void assertRefused(
            Relationship relationship, Actor actor, Instant now, RelationshipRefusal refusal) {
        RelationshipView before = relationship.view(START);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> relationship.removeRoles(actor, now))
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);

        assertThat(relationship.view(START)).isEqualTo(before);
    }

    // beginning

    @Test
    void beginsActiveWithTheRolesGranted() {
        Relationship relationship = gdap();

        assertThat(statusAt(relationship, START)).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(relationship.heldRoles()).isEqualTo(ROLES);
        assertThat(relationship.hasLostRoles()).isFalse();
        assertThat(relationship.partner()).isEqualTo(BRIGHTWATER);
        assertThat(relationship.view(START).customer()).isEqualTo(ALDER);
    }

    // time

    @Test
    void endsADurationAfterItsBeginning() {
        assertThat(end(90, START)).isEqualTo(Instant.parse("2026-06-30T08:00:00Z"));
    }

    @Test
    void hasNoEndWithoutADuration() {
        Relationship relationship = relationship(PartnerType.PARTNER, ROLES, null, START);

        assertThat(relationship.view(START).endsAt()).isNull();
        assertThat(statusAt(relationship, Instant.parse("2999-12-31T23:59:59Z")))
                .isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void isActiveTheSecondBeforeItsEndAndExpiredAtItsEnd() {
        Relationship relationship = gdap();
        Instant end = Instant.parse("2026-06-30T08:00:00Z");

        assertThat(statusAt(relationship, end.minusSeconds(1))).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(statusAt(relationship, end)).isEqualTo(RelationshipStatus.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2028-03-01T12:00:00Z",
        "365, 2029-02-28T12:00:00Z",
        "366, 2029-03-01T12:00:00Z",
        "730, 2030-02-28T12:00:00Z"
    })
    void countsDaysAndNotYearsFromALeapDay(int days, Instant end) {
        assertThat(end(days, Instant.parse("2028-02-29T12:00:00Z"))).isEqualTo(end);
    }

    @Test
    void countsTheLeapDayInsideItsTime() {
        assertThat(end(365, Instant.parse("2027-12-31T00:00:00Z"))).isEqualTo(Instant.parse("2028-12-30T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-03-28T12:00:00Z", // clocks go forward on the 29th
        "Europe/London, 2026-10-24T12:00:00Z", // and back on the 25th
        "America/New_York, 2026-03-07T12:00:00Z",
        "America/New_York, 2026-10-31T12:00:00Z",
        "Asia/Tokyo, 2026-03-28T12:00:00Z"
    })
    void countsDaysOf24HoursWhereverTheClocksChange(String zone, Instant start) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(end(1, start)).isEqualTo(start.plus(Duration.ofHours(24)));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void lastsAtMost730DaysOf24Hours() {
        assertThat(Duration.between(START, end(730, START))).isEqualTo(Duration.ofHours(730 * 24));
        assertThat(end(730, START)).isEqualTo(Instant.parse("2028-03-31T08:00:00Z"));
    }

    @Test
    void endsAfterTheLastSecondThat32BitsCanCount() {
        Relationship relationship = gdap(730, Instant.parse("2037-01-19T03:14:07Z"));
        Instant end = Instant.parse("2039-01-19T03:14:07Z");

        assertThat(relationship.view(START).endsAt()).isEqualTo(end);
        assertThat(statusAt(relationship, Instant.parse("2038-01-19T03:14:07Z")))
                .isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(statusAt(relationship, Instant.parse("2038-01-19T03:14:08Z")))
                .isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(statusAt(relationship, end.minusSeconds(1))).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(statusAt(relationship, end)).isEqualTo(RelationshipStatus.EXPIRED);
    }

    // giving way to a renewal

    private static final UUID RENEWAL = UUID.fromString("0199b0e0-0000-7000-8000-00000000000b");

    @Test
    void endsWhenARenewalTakesItsPlace() {
        Relationship relationship = gdap();

        assertThat(relationship.giveWay(RENEWAL, BEN.who(), NOW)).contains(ROLES);

        RelationshipView view = relationship.view(NOW);
        assertThat(view.status()).isEqualTo(RelationshipStatus.ENDED);
        assertThat(view.renewedBy()).isEqualTo(RENEWAL);
        assertThat(view.endedBy()).isEqualTo(BEN.name());
        assertThat(view.endedAt()).isEqualTo(NOW);
    }

    @Test
    void staysAsItIsWhenItWasOverBeforeItsRenewal() {
        Relationship relationship = gdap();
        Instant end = Instant.parse("2026-06-30T08:00:00Z");

        assertThat(relationship.giveWay(RENEWAL, BEN.who(), end)).isEmpty();

        RelationshipView view = relationship.view(end);
        assertThat(view.status()).isEqualTo(RelationshipStatus.EXPIRED);
        assertThat(view.endedAt()).isNull();
        assertThat(view.renewedBy()).isEqualTo(RENEWAL);
    }

    @Test
    void givesWayOnceOnly() {
        Relationship relationship = gdap();
        relationship.giveWay(RENEWAL, BEN.who(), NOW);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> relationship.giveWay(UUID.randomUUID(), BEN.who(), NOW))
                .extracting(RefusedException::refusal)
                .isEqualTo(RelationshipRefusal.ALREADY_RENEWED);
        assertThat(relationship.view(NOW).renewedBy()).isEqualTo(RENEWAL);
    }

    @Test
    void refusesToRemoveRolesOnceARenewalTookItsPlace() {
        Relationship relationship = gdap();
        relationship.giveWay(RENEWAL, BEN.who(), NOW);

        assertRefused(relationship, BEN, NOW, RelationshipRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void knowsItsRenewalAmongOthers() {
        Relationship relationship = gdap();
        relationship.giveWay(RENEWAL, BEN.who(), NOW);
        var terms = new NewRelationship(
                RENEWAL, "NEWER", BRIGHTWATER, PartnerType.GDAP, "Support", ROLES, 90, false, false, null);
        RelationshipView older = relationship.view(NOW);
        RelationshipView newer = new Relationship(terms, ALDER, NOW).view(NOW);
        RelationshipView other = gdap(30, START).view(NOW);

        assertThat(older.renewal(List.of(other, newer))).isEqualTo(newer);
        assertThat(newer.renewed(List.of(other, older))).isEqualTo(older);
        assertThat(newer.renewal(List.of(other, older))).isNull();
        assertThat(older.renewed(List.of(other, newer))).isNull();
    }

    // removing roles

    @Test
    void staysActiveWithoutItsRoles() {
        Relationship relationship = gdap();

        Set<String> removed = relationship.removeRoles(BEN, NOW);

        assertThat(removed).isEqualTo(ROLES);
        assertThat(relationship.heldRoles()).isEmpty();
        assertThat(relationship.hasLostRoles()).isTrue();
        assertThat(statusAt(relationship, NOW)).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(RelationshipRules.givesAccess(relationship.state(), NOW)).isFalse();
    }

    @Test
    void changesNothingButItsRolesWhenTheyAreRemoved() {
        Relationship relationship = gdap();
        RelationshipView before = relationship.view(NOW);

        relationship.removeRoles(BEN, NOW);

        assertThat(relationship.view(NOW))
                .usingRecursiveComparison()
                .ignoringFields("roles", "grants", "state.heldRoles")
                .isEqualTo(before);
    }

    @Test
    void remembersWhatWasGrantedAfterTheRolesAreGone() {
        Relationship relationship = gdap();

        relationship.removeRoles(BEN, NOW);

        RelationshipView view = relationship.view(NOW);
        assertThat(view.grantedRoles()).isEqualTo(ROLES);
        assertThat(view.durationDays()).isEqualTo(90);
        assertThat(view.endsAt()).isEqualTo(Instant.parse("2026-06-30T08:00:00Z"));
    }

    @Test
    void notesWhoRemovedEachRoleAndWhen() {
        Relationship relationship = gdap();

        relationship.removeRoles(BEN, NOW);

        assertThat(relationship)
                .extracting("roles")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .allSatisfy(role -> assertThat(role)
                        .hasFieldOrPropertyWithValue("removedBy", BEN.name())
                        .hasFieldOrPropertyWithValue("removedAt", NOW));
    }

    @Test
    void losesTheRolesThatItsTypeBrings() {
        Relationship relationship = relationship(PartnerType.ADVISOR, ROLES, null, START);

        assertThat(relationship.removeRoles(BEN, NOW)).isEqualTo(ROLES);
        assertThat(statusAt(relationship, NOW)).isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void refusesToRemoveRolesTwice() {
        Relationship relationship = gdap();
        relationship.removeRoles(BEN, NOW);

        assertRefused(relationship, BEN, NOW, RelationshipRefusal.ROLES_ALREADY_REMOVED);
    }

    @Test
    void refusesToRemoveRolesForAPersonWithoutTheRole() {
        assertRefused(gdap(), MIA_WITHOUT_ROLES, NOW, RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void refusesToRemoveRolesFromTheEndOn() {
        assertRefused(gdap(), BEN, Instant.parse("2026-06-30T08:00:00Z"), RelationshipRefusal.ACCESS_ENDED);
    }

    @Test
    void refusesToRemoveRolesOnceOneSideEndedIt() {
        Relationship relationship = gdap();
        ReflectionTestUtils.setField(relationship, "status", RelationshipStatus.ENDED); // as the database would hold it

        assertRefused(relationship, BEN, NOW, RelationshipRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void refusesToRemoveRolesWhereTheTypeHasNone() {
        assertRefused(
                relationship(PartnerType.RESELLER, Set.of(), null, START),
                BEN,
                NOW,
                RelationshipRefusal.TYPE_HAS_NO_ROLES);
    }

    @Test
    void refusesToRemoveRolesThatCanNotBeAssigned() {
        assertRefused(
                relationship(PartnerType.LINE_OF_BUSINESS, Set.of(), null, START),
                BEN,
                NOW,
                RelationshipRefusal.ROLES_NOT_ASSIGNABLE);
    }
}
