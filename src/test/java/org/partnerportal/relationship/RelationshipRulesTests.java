package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.partnerportal.relationship.RelationshipActions.Destination;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who sees and changes relationships, and what a relationship gives until when. */
class RelationshipRulesTests {

    private static final Instant END = Instant.parse("2026-06-30T15:00:00Z");
    private static final Instant SECOND_BEFORE_END = END.minusSeconds(1);
    private static final Instant MICROSECOND_BEFORE_END = END.minus(Duration.ofNanos(1_000));
    private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

    private static final Actor BEN = Actors.billingAdministrator("ben@alder.example");
    private static final Actor RUTH = Actors.relationshipAdministrator("ruth@alder.example");
    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final Actor LENA = Actors.salesAgent("lena@brightwater.example");
    private static final Actor MIA_WITHOUT_ROLES = Actors.person("mia@alder.example");

    private static final List<String> SOME_ROLES =
            List.of(HELPDESK_ADMINISTRATOR, "f023fd81-a637-4b56-95fd-791ac0226033");

    private static Set<String> roles(int number) {
        return Set.copyOf(SOME_ROLES.subList(0, number));
    }

    private static RelationshipState active(PartnerType type) {
        return new RelationshipState(
                type, RelationshipStatus.ACTIVE, null, false, false, roles(type.holdsRoles() ? 2 : 0));
    }

    private static RelationshipState gdap(RelationshipStatus stored, int heldRoles) {
        return new RelationshipState(PartnerType.GDAP, stored, END, false, false, roles(heldRoles));
    }

    private static RelationshipState gdap() {
        return gdap(RelationshipStatus.ACTIVE, 2);
    }

    // seeing

    @ParameterizedTest
    @EnumSource(
            names = {
                "GLOBAL_ADMINISTRATOR",
                "BILLING_ADMINISTRATOR",
                "GLOBAL_READER",
                "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
            })
    void isSeenByFourRoles(AdminRole role) {
        assertThat(RelationshipRules.see(Actors.person("ruth@alder.example", role)))
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
        assertThat(RelationshipRules.see(Actors.partnersPerson("sam@brightwater.example", role)))
                .contains(RelationshipRefusal.NEEDS_READER);
    }

    @Test
    void isNotSeenBySomebodyWithoutRoles() {
        assertThat(RelationshipRules.see(MIA_WITHOUT_ROLES)).contains(RelationshipRefusal.NEEDS_READER);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN_AGENT", "SALES_AGENT", "HELPDESK_AGENT"})
    void showsCustomersToEveryAgentOfAPartner(AdminRole role) {
        assertThat(RelationshipRules.seeCustomers(Actors.partnersPerson("sam@brightwater.example", role)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"ADMIN_AGENT", "SALES_AGENT", "HELPDESK_AGENT"})
    void showsCustomersToNobodyElseAtAPartner(AdminRole role) {
        assertThat(RelationshipRules.seeCustomers(Actors.partnersPerson("olga@brightwater.example", role)))
                .contains(RelationshipRefusal.NEEDS_AGENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN_AGENT", "SALES_AGENT", "HELPDESK_AGENT"})
    void showsCustomersToNobodyWhoseOrganisationIsNoPartner(AdminRole role) {
        assertThat(RelationshipRules.seeCustomers(Actors.person("sam@alder.example", role)))
                .contains(RelationshipRefusal.NEEDS_AGENT);
    }

    // removing roles

    @ParameterizedTest
    @EnumSource(names = {"ADVISOR", "PARTNER", "GDAP"})
    void losesItsRolesWhereTheTypeHasSome(PartnerType type) {
        assertThat(RelationshipRules.removeRoles(active(type), BEN, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEPENDENT_SOFTWARE_VENDOR", "INDIRECT_RESELLER", "MPSA", "OEM", "RESELLER"})
    void hasNoRolesToLoseWhereTheTypeHasNone(PartnerType type) {
        assertThat(RelationshipRules.removeRoles(active(type), BEN, NOW))
                .contains(RelationshipRefusal.TYPE_HAS_NO_ROLES);
    }

    @Test
    void saysOfALineOfBusinessPartnerThatRolesAreNotAvailableToAssign() {
        assertThat(RelationshipRules.removeRoles(active(PartnerType.LINE_OF_BUSINESS), BEN, NOW))
                .contains(RelationshipRefusal.ROLES_NOT_ASSIGNABLE);
    }

    @Test
    void keepsItsRolesOnceOneSideEndedIt() {
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ENDED, 2), BEN, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void losesItsRolesUpToTheMicrosecondBeforeTheEnd() {
        assertThat(RelationshipRules.removeRoles(gdap(), BEN, MICROSECOND_BEFORE_END))
                .isEmpty();
    }

    @Test
    void hasNothingToRemoveFromTheEndOn() {
        assertThat(RelationshipRules.removeRoles(gdap(), BEN, END)).contains(RelationshipRefusal.ACCESS_ENDED);
    }

    @Test
    void losesItsRolesOnce() {
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ACTIVE, 0), BEN, NOW))
                .contains(RelationshipRefusal.ROLES_ALREADY_REMOVED);
    }

    @Test
    void losesTheLastRoleToo() {
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ACTIVE, 1), BEN, NOW))
                .isEmpty();
    }

    @Test
    void keepsItsRolesWhenAPersonWithoutTheRoleAsks() {
        assertThat(RelationshipRules.removeRoles(gdap(), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void losesItsRolesByADelegatedAdminRelationshipAdministratorOnlyAsGdap() {
        Actor ruth = Actors.relationshipAdministrator("ruth@alder.example");

        assertThat(RelationshipRules.removeRoles(active(PartnerType.GDAP), ruth, NOW))
                .isEmpty();
        assertThat(RelationshipRules.removeRoles(active(PartnerType.ADVISOR), ruth, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(RelationshipRules.removeRoles(active(PartnerType.PARTNER), ruth, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void namesTheReasonThatNoPersonCouldChangeBeforeTheMissingRole() {
        assertThat(RelationshipRules.removeRoles(active(PartnerType.RESELLER), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.TYPE_HAS_NO_ROLES);
        assertThat(RelationshipRules.removeRoles(active(PartnerType.LINE_OF_BUSINESS), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.ROLES_NOT_ASSIGNABLE);
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ENDED, 2), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
        assertThat(RelationshipRules.removeRoles(gdap(), MIA_WITHOUT_ROLES, END))
                .contains(RelationshipRefusal.ACCESS_ENDED);
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ACTIVE, 0), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.ROLES_ALREADY_REMOVED);
    }

    @Test
    void namesTheEndBeforeTheEarlierRemoval() {
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ENDED, 0), BEN, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
        assertThat(RelationshipRules.removeRoles(gdap(RelationshipStatus.ACTIVE, 0), BEN, END))
                .contains(RelationshipRefusal.ACCESS_ENDED);
    }

    // removing one role

    @Test
    void losesOneRole() {
        assertThat(RelationshipRules.removeRoles(gdap(), Set.of(HELPDESK_ADMINISTRATOR), BEN, NOW))
                .isEmpty();
    }

    @Test
    void losesOneRoleOnce() {
        assertThat(RelationshipRules.removeRoles(
                        gdap(RelationshipStatus.ACTIVE, 1), Set.of(SOME_ROLES.get(1)), BEN, MICROSECOND_BEFORE_END))
                .contains(RelationshipRefusal.ROLE_ALREADY_REMOVED);
    }

    @Test
    void asksTheSameForOneRoleAsForAll() {
        assertThat(RelationshipRules.removeRoles(
                        active(PartnerType.RESELLER), Set.of(HELPDESK_ADMINISTRATOR), BEN, NOW))
                .contains(RelationshipRefusal.TYPE_HAS_NO_ROLES);
        assertThat(RelationshipRules.removeRoles(gdap(), Set.of(HELPDESK_ADMINISTRATOR), BEN, END))
                .contains(RelationshipRefusal.ACCESS_ENDED);
        assertThat(RelationshipRules.removeRoles(gdap(), Set.of(HELPDESK_ADMINISTRATOR), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    // shortening

    @Test
    void getsAnEarlierEndDownToTheNextMoment() {
        assertThat(RelationshipRules.shorten(gdap(), MICROSECOND_BEFORE_END, BEN, NOW))
                .isEmpty();
        assertThat(RelationshipRules.shorten(gdap(), NOW.plusNanos(1_000), BEN, NOW))
                .isEmpty();
    }

    @Test
    void getsNoLaterEndAndNotTheSame() {
        assertThat(RelationshipRules.shorten(gdap(), END, BEN, NOW)).contains(RelationshipRefusal.END_NOT_EARLIER);
        assertThat(RelationshipRules.shorten(gdap(), END.plusNanos(1_000), BEN, NOW))
                .contains(RelationshipRefusal.END_NOT_EARLIER);
    }

    @Test
    void getsNoEndInThePast() {
        assertThat(RelationshipRules.shorten(gdap(), NOW, BEN, NOW)).contains(RelationshipRefusal.END_IN_PAST);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GDAP")
    void hasNoEndToMoveWhereTheTypeHasNoTimeLimit(PartnerType type) {
        assertThat(RelationshipRules.shorten(active(type), END, BEN, NOW))
                .contains(RelationshipRefusal.TYPE_HAS_NO_END);
        assertThat(RelationshipRules.switchAutoExtend(active(type), true, Side.PARTNER, SAM, NOW))
                .contains(RelationshipRefusal.TYPE_HAS_NO_END);
    }

    @Test
    void isNotShortenedOnceOver() {
        assertThat(RelationshipRules.mayShorten(gdap(), BEN, END)).contains(RelationshipRefusal.ACCESS_ENDED);
        assertThat(RelationshipRules.mayShorten(gdap(RelationshipStatus.ENDED, 2), BEN, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void isShortenedByAtLeastABillingAdministratorOnly() {
        assertThat(RelationshipRules.mayShorten(gdap(), RUTH, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(RelationshipRules.mayShorten(gdap(), MIA_WITHOUT_ROLES, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(RelationshipRules.mayShorten(gdap(), BEN, NOW)).isEmpty();
    }

    @Test
    void isShortenedFromTheEndThatTheClockHasExtended() {
        assertThat(RelationshipRules.shorten(extending(), END.plus(EXTENSION).minusNanos(1_000), BEN, END))
                .isEmpty();
        assertThat(RelationshipRules.shorten(extending(), END.plus(EXTENSION), BEN, END))
                .contains(RelationshipRefusal.END_NOT_EARLIER);
    }

    // auto-extend

    private static final Duration EXTENSION = Duration.ofDays(180);

    private static RelationshipState extending() {
        return with(true, false, roles(2));
    }

    private static RelationshipState with(boolean autoExtend, boolean customerCut, Set<String> roles) {
        return new RelationshipState(PartnerType.GDAP, RelationshipStatus.ACTIVE, END, autoExtend, customerCut, roles);
    }

    @ParameterizedTest
    @EnumSource
    void switchesAutoExtendFromEitherSide(Side side) {
        Actor person = side == Side.CUSTOMER ? BEN : SAM;

        assertThat(RelationshipRules.switchAutoExtend(gdap(), true, side, person, NOW))
                .isEmpty();
        assertThat(RelationshipRules.switchAutoExtend(extending(), false, side, person, NOW))
                .isEmpty();
    }

    @Test
    void switchesAutoExtendForNobodyElse() {
        assertThat(RelationshipRules.switchAutoExtend(gdap(), false, Side.CUSTOMER, RUTH, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(RelationshipRules.switchAutoExtend(gdap(), false, Side.PARTNER, LENA, NOW))
                .contains(RelationshipRefusal.NEEDS_ADMIN_AGENT);
        assertThat(RelationshipRules.switchAutoExtend(gdap(), false, Side.PARTNER, BEN, NOW))
                .contains(RelationshipRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void neverExtendsGlobalAdministratorByItself() {
        RelationshipState mighty = with(false, false, Set.of(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR));

        assertThat(RelationshipRules.switchAutoExtend(mighty, true, Side.CUSTOMER, BEN, NOW))
                .contains(RelationshipRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
        assertThat(RelationshipRules.switchAutoExtend(mighty, false, Side.CUSTOMER, BEN, NOW))
                .isEmpty();
        assertThat(RelationshipRules.endAt(with(true, false, mighty.heldRoles()), END))
                .as("whatever is stored")
                .isEqualTo(END);
    }

    @Test
    void extendsNothingWithoutRoles() {
        assertThat(RelationshipRules.switchAutoExtend(with(false, false, Set.of()), true, Side.CUSTOMER, BEN, NOW))
                .contains(RelationshipRefusal.AUTO_EXTEND_WITHOUT_ROLES);
        assertThat(RelationshipRules.endAt(with(true, false, Set.of()), END)).isEqualTo(END);
    }

    @Test
    void letsOnlyTheCustomerLengthenWhatTheCustomerCut() {
        RelationshipState cut = with(false, true, roles(2));

        assertThat(RelationshipRules.switchAutoExtend(cut, true, Side.PARTNER, SAM, NOW))
                .contains(RelationshipRefusal.CUT_BY_CUSTOMER);
        assertThat(RelationshipRules.switchAutoExtend(cut, false, Side.PARTNER, SAM, NOW))
                .isEmpty();
        assertThat(RelationshipRules.switchAutoExtend(cut, true, Side.CUSTOMER, BEN, NOW))
                .isEmpty();
    }

    @Test
    void holdsTheEndThatWasShownIfItWasExtendedInThatMomentOnly() {
        RelationshipState extended = new RelationshipState(
                PartnerType.GDAP, RelationshipStatus.ACTIVE, END.plus(EXTENSION), true, false, roles(2));
        Instant hourLater = END.plus(Duration.ofHours(1));

        assertThat(RelationshipRules.switchAutoExtendOff(extended, END, BEN, hourLater))
                .isEmpty();
        assertThat(RelationshipRules.switchAutoExtendOff(extended, END, BEN, hourLater.plusNanos(1_000)))
                .as("a page from before is stale")
                .contains(RelationshipRefusal.END_STALE);
        assertThat(RelationshipRules.switchAutoExtendOff(extended, END.minusSeconds(1), BEN, END))
                .as("an end that never was")
                .contains(RelationshipRefusal.END_STALE);
        assertThat(RelationshipRules.switchAutoExtendOff(extended, END.plus(EXTENSION), BEN, hourLater))
                .isEmpty();
        assertThat(RelationshipRules.switchAutoExtendOff(gdap(), Instant.EPOCH, BEN, NOW))
                .as("off already: nothing moves")
                .isEmpty();
        assertThat(RelationshipRules.switchAutoExtendOff(extended, END, RUTH, END))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void isShortenedOnceByWhoeverMay() {
        RelationshipState cut = with(false, true, roles(2));

        assertThat(RelationshipRules.isShortened(cut, END, BEN)).isTrue();
        assertThat(RelationshipRules.isShortened(cut, END, Actors.globalReader("rita@alder.example")))
                .isFalse();
        assertThat(RelationshipRules.isShortened(cut, END.minusSeconds(1), BEN)).isFalse();
        assertThat(RelationshipRules.isShortened(with(true, true, roles(2)), END, BEN))
                .as("it would go on again")
                .isFalse();
        assertThat(RelationshipRules.isShortened(gdap(), END, BEN)).isFalse();
    }

    @Test
    void switchesNothingOnceOver() {
        assertThat(RelationshipRules.switchAutoExtend(gdap(), true, Side.CUSTOMER, BEN, END))
                .as("an expired relationship is not revived")
                .contains(RelationshipRefusal.ACCESS_ENDED);
        assertThat(RelationshipRules.switchAutoExtend(gdap(RelationshipStatus.ENDED, 2), true, Side.PARTNER, SAM, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void extendsBy180DaysAtTheEndAndAgainAndAgain() {
        assertThat(RelationshipRules.endAt(extending(), MICROSECOND_BEFORE_END)).isEqualTo(END);
        assertThat(RelationshipRules.endAt(extending(), END)).isEqualTo(END.plus(EXTENSION));
        assertThat(RelationshipRules.endAt(extending(), END.plus(EXTENSION).minusNanos(1_000)))
                .isEqualTo(END.plus(EXTENSION));
        assertThat(RelationshipRules.endAt(extending(), END.plus(EXTENSION)))
                .isEqualTo(END.plus(EXTENSION.multipliedBy(2)));
        assertThat(RelationshipRules.endAt(extending(), Instant.parse("2038-01-19T03:14:08Z")))
                .isBetween(Instant.parse("2038-01-19T03:14:08Z"), Instant.parse("2038-07-18T03:14:08Z"));
    }

    @Test
    void givesAccessPastAnEndThatExtendsItselfEvenIfNoJobHasRun() {
        assertThat(RelationshipRules.givesAccess(extending(), END)).isTrue();
        assertThat(RelationshipRules.statusAt(extending(), END)).isEqualTo(RelationshipStatus.ACTIVE);
    }

    // ending

    @ParameterizedTest
    @EnumSource
    void isEndedByTheCustomerWhateverItsType(PartnerType type) {
        assertThat(RelationshipRules.end(active(type), Side.CUSTOMER, BEN, NOW)).isEmpty();
        assertThat(RelationshipRules.end(active(type), Side.PARTNER, SAM, NOW)).isEmpty();
    }

    @Test
    void isEndedByNobodyElse() {
        assertThat(RelationshipRules.end(gdap(), Side.CUSTOMER, RUTH, NOW))
                .contains(RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(RelationshipRules.end(gdap(), Side.PARTNER, LENA, NOW))
                .contains(RelationshipRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void isEndedOnce() {
        assertThat(RelationshipRules.end(gdap(RelationshipStatus.ENDED, 2), Side.CUSTOMER, BEN, NOW))
                .contains(RelationshipRefusal.RELATIONSHIP_ENDED);
        assertThat(RelationshipRules.end(gdap(), Side.CUSTOMER, BEN, END)).contains(RelationshipRefusal.ACCESS_ENDED);
        assertThat(RelationshipRules.end(gdap(), Side.CUSTOMER, BEN, MICROSECOND_BEFORE_END))
                .isEmpty();
    }

    // managing

    @ParameterizedTest
    @EnumSource
    void isManagedByAtLeastABillingAdministratorWhateverItsType(PartnerType type) {
        assertThat(RelationshipRules.mayManage(type, BEN)).isTrue();
        assertThat(RelationshipRules.mayManage(type, Actors.globalAdministrator("olivia@alder.example")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isManagedByADelegatedAdminRelationshipAdministratorOnlyAsGdap(PartnerType type) {
        assertThat(RelationshipRules.mayManage(type, Actors.relationshipAdministrator("ruth@alder.example")))
                .isEqualTo(type == PartnerType.GDAP);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {
                "GLOBAL_ADMINISTRATOR",
                "BILLING_ADMINISTRATOR",
                "CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR"
            })
    void isManagedByNoOtherRole(AdminRole role) {
        assertThat(RelationshipRules.mayManage(
                        PartnerType.GDAP, Actors.partnersPerson("sam@brightwater.example", role)))
                .isFalse();
    }

    // time

    @Test
    void isActiveUntilTheEnd() {
        assertThat(RelationshipRules.statusAt(gdap(), SECOND_BEFORE_END)).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(RelationshipRules.statusAt(gdap(), MICROSECOND_BEFORE_END)).isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void isExpiredFromTheEndOnWhateverJobsHaveRun() {
        assertThat(RelationshipRules.statusAt(gdap(), END)).isEqualTo(RelationshipStatus.EXPIRED);
        assertThat(RelationshipRules.statusAt(gdap(), END.plusSeconds(1))).isEqualTo(RelationshipStatus.EXPIRED);
    }

    @Test
    void neverExpiresWithoutAnEnd() {
        assertThat(RelationshipRules.statusAt(active(PartnerType.PARTNER), Instant.parse("2999-12-31T23:59:59Z")))
                .isEqualTo(RelationshipStatus.ACTIVE);
    }

    @Test
    void staysEndedAfterItsTimeWouldHaveBeenOver() {
        assertThat(RelationshipRules.statusAt(gdap(RelationshipStatus.ENDED, 2), END.plusSeconds(1)))
                .isEqualTo(RelationshipStatus.ENDED);
    }

    @Test
    void isEndedBeforeItsTimeIsOver() {
        assertThat(RelationshipRules.statusAt(gdap(RelationshipStatus.ENDED, 2), NOW))
                .isEqualTo(RelationshipStatus.ENDED);
    }

    // access

    @Test
    void givesAccessUntilTheMicrosecondBeforeTheEnd() {
        assertThat(RelationshipRules.givesAccess(gdap(), NOW)).isTrue();
        assertThat(RelationshipRules.givesAccess(gdap(), MICROSECOND_BEFORE_END))
                .isTrue();
    }

    @Test
    void givesNoAccessFromTheEndOn() {
        assertThat(RelationshipRules.givesAccess(gdap(), END)).isFalse();
    }

    @Test
    void givesAccessWithOneRoleLeft() {
        assertThat(RelationshipRules.givesAccess(gdap(RelationshipStatus.ACTIVE, 1), NOW))
                .isTrue();
    }

    @Test
    void givesNoAccessWithoutRoles() {
        assertThat(RelationshipRules.givesAccess(gdap(RelationshipStatus.ACTIVE, 0), NOW))
                .isFalse();
    }

    @Test
    void givesNoAccessOnceEnded() {
        assertThat(RelationshipRules.givesAccess(gdap(RelationshipStatus.ENDED, 2), NOW))
                .isFalse();
    }

    private static Set<Destination> destinations(PartnerType type, Side side, Actor actor) {
        return RelationshipRules.destinations(active(type), side, actor, NOW);
    }

    @Test
    void leadsEachSideToWhatTheTypeOpensAndThePersonMayUse() {
        assertThat(destinations(PartnerType.PARTNER, Side.CUSTOMER, BEN)).containsExactly(Destination.ACCOUNTS);
        assertThat(destinations(PartnerType.MPSA, Side.CUSTOMER, BEN)).containsExactly(Destination.MPSA_PARTNERS);
        assertThat(destinations(PartnerType.INDEPENDENT_SOFTWARE_VENDOR, Side.CUSTOMER, BEN))
                .containsExactly(Destination.SOFTWARE_ON_OFFER);
        assertThat(destinations(PartnerType.INDEPENDENT_SOFTWARE_VENDOR, Side.CUSTOMER, RUTH))
                .isEmpty();
        assertThat(destinations(PartnerType.GDAP, Side.PARTNER, LENA)).containsExactly(Destination.ASSIGNMENTS);
        assertThat(destinations(PartnerType.OEM, Side.PARTNER, LENA)).containsExactly(Destination.DEVICES);
        assertThat(destinations(PartnerType.LINE_OF_BUSINESS, Side.PARTNER, SAM))
                .containsExactly(Destination.APPLICATIONS);
        assertThat(destinations(PartnerType.LINE_OF_BUSINESS, Side.PARTNER, LENA))
                .isEmpty();
        assertThat(destinations(PartnerType.INDEPENDENT_SOFTWARE_VENDOR, Side.PARTNER, SAM))
                .containsExactly(Destination.SOFTWARE);
        assertThat(destinations(PartnerType.MPSA, Side.PARTNER, LENA)).containsExactly(Destination.MPSA_PURCHASES);
        assertThat(RelationshipRules.destinations(
                        new RelationshipState(PartnerType.OEM, RelationshipStatus.ENDED, null, false, false, Set.of()),
                        Side.PARTNER,
                        SAM,
                        NOW))
                .isEmpty();
    }
}
