package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who may arrange groups and assignments and how, and what an assignment gives: one test for each refusal. */
class AssignmentRulesTests {

    private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");
    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final Actor NOAH = Actors.helpdeskAgent("noah@brightwater.example");
    private static final Actor BEN = Actors.globalAdministrator("ben@alder.example");
    private static final String USER = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    private static final Set<String> BOTH = Set.of(HELPDESK_ADMINISTRATOR, USER);
    private static final UUID WORK = UUID.fromString("0199b0e0-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("0199b0e0-0000-7000-8000-00000000000b");
    private static final GroupKind OWN = GroupKind.OWN;

    private static RelationshipView relationship(
            PartnerType type, RelationshipStatus status, Set<String> granted, Set<String> held) {
        return new RelationshipView(
                WORK,
                "K7QD2-M4XR9",
                SAM.tenant(),
                BEN.tenant(),
                type,
                "Support",
                status,
                90,
                false,
                START,
                null,
                null,
                null,
                held,
                granted.stream()
                        .map(role -> new RelationshipView.Grant(role, START, held.contains(role) ? null : START, null))
                        .toList(),
                new RelationshipState(type, status, null, false, false, held),
                null);
    }

    private static RelationshipView gdap(RelationshipStatus status, Set<String> held) {
        return relationship(PartnerType.GDAP, status, BOTH, held);
    }

    private static RelationshipView active() {
        return gdap(RelationshipStatus.ACTIVE, BOTH);
    }

    private static Optional<AssignmentRefusal> create(String name) {
        return AssignmentRules.create(name, false, 0, SAM);
    }

    // persons

    @Test
    void agentsSeeAndAdminAgentsManage() {
        assertThat(AssignmentRules.see(NOAH)).isEmpty();
        assertThat(AssignmentRules.manage(SAM)).isEmpty();
        assertThat(AssignmentRules.manage(NOAH)).contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void nobodyElseSeesAnything() {
        Actor customersAgent = Actors.person("ann@alder.example", AdminRole.ADMIN_AGENT);
        assertThat(AssignmentRules.see(BEN)).contains(AssignmentRefusal.NEEDS_AGENT);
        assertThat(AssignmentRules.manage(BEN)).contains(AssignmentRefusal.NEEDS_AGENT);
        assertThat(AssignmentRules.see(customersAgent)).contains(AssignmentRefusal.NEEDS_AGENT);
    }

    // groups

    @Test
    void aGroupIsMadeByAnAdminAgent() {
        assertThat(create("Service desk")).isEmpty();
        assertThat(AssignmentRules.create("Service desk", false, 0, NOAH))
                .contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void aGroupNeedsAName() {
        assertThat(create("")).contains(AssignmentRefusal.NAME_MISSING);
    }

    @Test
    void aNameHasAtMostSixtyCharacters() {
        assertThat(create("x".repeat(60))).isEmpty();
        assertThat(create("x".repeat(61))).contains(AssignmentRefusal.NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\tb", "a\nb", "-", "\u202eksed", "De\u200fsk", "\ufeffDesk", "Desk\udb40\udc41", "De\u200dsk"})
    void aNameIsPlainText(String name) {
        assertThat(create(name)).contains(AssignmentRefusal.NAME_MALFORMED);
    }

    @Test
    void aNameIsThePartnersOnlyOne() {
        assertThat(AssignmentRules.create("Service desk", true, 0, SAM)).contains(AssignmentRefusal.NAME_TAKEN);
        assertThat(AssignmentRules.rename(OWN, "Service desk", true, SAM)).contains(AssignmentRefusal.NAME_TAKEN);
    }

    @Test
    void aPartnerHasAtMostAHundredGroups() {
        assertThat(AssignmentRules.create("Desk", false, 99, SAM)).isEmpty();
        assertThat(AssignmentRules.create("Desk", false, 100, SAM)).contains(AssignmentRefusal.TOO_MANY_GROUPS);
    }

    @Test
    void theBuiltInGroupCannotBeChanged() {
        GroupKind builtIn = GroupKind.ALL_ADMIN_AGENTS;
        Set<UUID> someone = Set.of(NOAH.account());
        assertThat(AssignmentRules.rename(builtIn, "Admins", false, SAM)).contains(AssignmentRefusal.BUILT_IN);
        assertThat(AssignmentRules.addPeople(builtIn, Set.of(), someone, someone, SAM))
                .contains(AssignmentRefusal.BUILT_IN);
        assertThat(AssignmentRules.edit(builtIn, SAM)).contains(AssignmentRefusal.BUILT_IN);
        assertThat(AssignmentRules.delete(builtIn, false, SAM)).contains(AssignmentRefusal.BUILT_IN);
    }

    @Test
    void onlyAnAdminAgentChangesAGroup() {
        Set<UUID> someone = Set.of(SAM.account());
        assertThat(AssignmentRules.rename(OWN, "Desk", false, NOAH)).contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
        assertThat(AssignmentRules.addPeople(OWN, Set.of(), someone, someone, NOAH))
                .contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
        assertThat(AssignmentRules.delete(OWN, false, NOAH)).contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void agentsAreAdded() {
        Set<UUID> agents = Set.of(SAM.account(), NOAH.account());
        assertThat(AssignmentRules.addPeople(OWN, Set.of(), Set.of(NOAH.account()), agents, SAM))
                .isEmpty();
        assertThat(AssignmentRules.addPeople(OWN, Set.of(), Set.of(), agents, SAM))
                .contains(AssignmentRefusal.PEOPLE_MISSING);
        assertThat(AssignmentRules.addPeople(OWN, Set.of(), Set.of(NOAH.account(), BEN.account()), agents, SAM))
                .contains(AssignmentRefusal.PERSON_UNKNOWN);
    }

    @Test
    void aGroupHoldsAtMostFiveHundredPeople() {
        Set<UUID> members = new HashSet<>();
        Stream.generate(UUID::randomUUID).limit(499).forEach(members::add);
        UUID inside = members.iterator().next();
        Set<UUID> agents = Set.of(SAM.account(), NOAH.account(), inside);
        assertThat(AssignmentRules.addPeople(OWN, members, Set.of(SAM.account(), inside), agents, SAM))
                .isEmpty();
        assertThat(AssignmentRules.addPeople(OWN, members, Set.of(SAM.account(), NOAH.account()), agents, SAM))
                .contains(AssignmentRefusal.TOO_MANY_PEOPLE);
    }

    @Test
    void aGroupInUseIsNotDeleted() {
        assertThat(AssignmentRules.delete(OWN, false, SAM)).isEmpty();
        assertThat(AssignmentRules.delete(OWN, true, SAM)).contains(AssignmentRefusal.GROUP_IN_USE);
    }

    // assignments

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            names = {"GDAP", "PARTNER", "ADVISOR"})
    void rolesOfTheThreeTypesThatHoldThemAreAssigned(PartnerType type) {
        RelationshipView relationship = relationship(type, RelationshipStatus.ACTIVE, BOTH, BOTH);
        assertThat(AssignmentRules.assign(relationship, Set.of(USER), false, SAM))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GDAP", "PARTNER", "ADVISOR"})
    void otherTypesHaveNothingToAssign(PartnerType type) {
        RelationshipView relationship = relationship(type, RelationshipStatus.ACTIVE, Set.of(), Set.of());
        assertThat(AssignmentRules.mayAssign(relationship, SAM)).contains(AssignmentRefusal.TYPE_HAS_NO_ROLES);
    }

    @Test
    void whatGivesNothingIsNotAssigned() {
        assertThat(AssignmentRules.mayAssign(gdap(RelationshipStatus.ACTIVE, Set.of()), SAM))
                .contains(AssignmentRefusal.ROLES_REMOVED);
        assertThat(AssignmentRules.mayAssign(gdap(RelationshipStatus.EXPIRED, BOTH), SAM))
                .contains(AssignmentRefusal.ACCESS_ENDED);
        assertThat(AssignmentRules.mayAssign(gdap(RelationshipStatus.ENDED, BOTH), SAM))
                .contains(AssignmentRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void onlyAnAdminAgentAssigns() {
        assertThat(AssignmentRules.assign(active(), BOTH, false, NOAH)).contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
        assertThat(AssignmentRules.change(active(), true, false, BOTH, NOAH))
                .contains(AssignmentRefusal.NEEDS_ADMIN_AGENT);
    }

    @Test
    void onlyRolesThatAreHeldNowAreAssigned() {
        RelationshipView relationship = gdap(RelationshipStatus.ACTIVE, Set.of(USER));
        assertThat(AssignmentRules.assign(relationship, Set.of(), false, SAM))
                .contains(AssignmentRefusal.ROLES_MISSING);
        assertThat(AssignmentRules.assign(relationship, BOTH, false, SAM)).contains(AssignmentRefusal.ROLES_NOT_HELD);
        assertThat(AssignmentRules.change(relationship, true, false, BOTH, SAM))
                .contains(AssignmentRefusal.ROLES_NOT_HELD);
    }

    @Test
    void aGroupHasOneAssignmentOfARelationship() {
        assertThat(AssignmentRules.assign(active(), BOTH, true, SAM))
                .contains(AssignmentRefusal.GROUP_ALREADY_ASSIGNED);
    }

    @Test
    void whatWasTakenAwayIsNotChanged() {
        assertThat(AssignmentRules.change(active(), true, false, BOTH, SAM)).isEmpty();
        assertThat(AssignmentRules.change(active(), false, false, BOTH, SAM))
                .contains(AssignmentRefusal.ASSIGNMENT_REMOVED);
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() {
        assertThat(AssignmentRules.change(active(), true, true, BOTH, SAM))
                .contains(AssignmentRefusal.CHANGED_MEANWHILE);
    }

    // what they give

    @Test
    void anAssignmentGivesWhatTheRelationshipStillHolds() {
        assertThat(AssignmentRules.effective(BOTH, active())).isEqualTo(BOTH);
        assertThat(AssignmentRules.effective(Set.of(USER), active())).containsExactly(USER);
        assertThat(AssignmentRules.effective(BOTH, gdap(RelationshipStatus.ACTIVE, Set.of(USER))))
                .containsExactly(USER);
    }

    @Test
    void anAssignmentGivesNothingOnceTheTimeIsOver() {
        assertThat(AssignmentRules.effective(BOTH, gdap(RelationshipStatus.EXPIRED, BOTH)))
                .isEmpty();
        assertThat(AssignmentRules.effective(BOTH, gdap(RelationshipStatus.ENDED, BOTH)))
                .isEmpty();
    }

    @Test
    void aPersonCanUseWhatIsAssignedAndInForce() {
        var assigned = List.of(
                new RelationshipRole(WORK, USER),
                new RelationshipRole(WORK, GLOBAL_ADMINISTRATOR),
                new RelationshipRole(OTHER, HELPDESK_ADMINISTRATOR));
        assertThat(AssignmentRules.usable(assigned, Map.of(WORK, BOTH)))
                .containsExactly(new RelationshipRole(WORK, USER));
        assertThat(AssignmentRules.usable(assigned, Map.of())).isEmpty();
    }

    @Test
    void theLeastPowerfulRoleCountsAsUsed() {
        Set<RelationshipRole> usable = Set.of(
                new RelationshipRole(WORK, GLOBAL_ADMINISTRATOR),
                new RelationshipRole(WORK, HELPDESK_ADMINISTRATOR),
                new RelationshipRole(OTHER, USER));
        Set<String> all = Set.of(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, USER);
        Set<String> privileged = Set.of(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR);
        assertThat(AssignmentRules.least(usable, all, privileged::contains))
                .contains(new RelationshipRole(OTHER, USER));
        assertThat(AssignmentRules.least(usable, privileged, privileged::contains))
                .contains(new RelationshipRole(WORK, HELPDESK_ADMINISTRATOR));
        assertThat(AssignmentRules.least(usable, Set.of("another"), privileged::contains))
                .isEmpty();
    }

    // why not

    private static AssignmentRefusal whyNot(RelationshipView... relationships) {
        return AssignmentRules.whyNot(List.of(relationships), Set.of(USER));
    }

    @Test
    void saysThatNoGroupHasIt() {
        assertThat(whyNot(gdap(RelationshipStatus.EXPIRED, BOTH), active()))
                .isEqualTo(AssignmentRefusal.NOTHING_ASSIGNED);
    }

    @Test
    void saysThatTheCustomerTookItAway() {
        assertThat(whyNot(
                        gdap(RelationshipStatus.EXPIRED, BOTH),
                        gdap(RelationshipStatus.ACTIVE, Set.of(HELPDESK_ADMINISTRATOR))))
                .isEqualTo(AssignmentRefusal.ROLES_REMOVED);
    }

    @Test
    void saysThatTheTimeIsOver() {
        assertThat(whyNot(gdap(RelationshipStatus.ENDED, BOTH), gdap(RelationshipStatus.EXPIRED, BOTH)))
                .isEqualTo(AssignmentRefusal.ACCESS_ENDED);
    }

    @Test
    void saysThatTheRelationshipWasEnded() {
        assertThat(whyNot(gdap(RelationshipStatus.ENDED, BOTH))).isEqualTo(AssignmentRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void saysThatTheRoleWasNeverGiven() {
        assertThat(AssignmentRules.whyNot(List.of(active()), Set.of(GLOBAL_ADMINISTRATOR)))
                .isEqualTo(AssignmentRefusal.ROLE_NOT_GRANTED);
    }
}
