package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What groups and assignments give on the next call, what they do not, and what is kept of it. */
@PortalTest
class AssignmentTests {

    private static final Set<String> BOTH = Set.of(USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
    private static final Set<String> USER = Set.of(USER_ADMINISTRATOR);

    @Autowired
    private SecurityGroupService groups;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor sam;
    private Actor noah;
    private Actor customer;
    private UUID relationship;

    @BeforeEach
    void people() {
        sam = tenants.partner();
        noah = tenants.colleague(sam, AdminRole.HELPDESK_AGENT);
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationship = invitations.relationship(sam, customer, PartnerType.GDAP);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private UUID group(String name, Actor... people) {
        UUID group = groups.create(sam, Ids.next(), name);
        for (Actor person : people) {
            groups.add(sam, group, Set.of(person.account()));
        }
        return group;
    }

    private void assign(UUID group, Set<String> roles) {
        assignments.assign(sam, customer.tenant(), relationship, group, roles);
    }

    private List<AssignmentView> active() {
        return assignments.assignments(sam, customer.tenant(), relationship).active();
    }

    private UUID assignmentOf(UUID group) {
        return active().stream()
                .filter(each -> each.group().equals(group))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID allAdminAgents() {
        return groups.groups(sam).get(0).id();
    }

    private void takeFromAllAdminAgents() {
        assignments.remove(sam, customer.tenant(), relationship, assignmentOf(allAdminAgents()));
    }

    private Set<String> rolesOf(Actor agent) {
        return assignments.rolesOf(agent, customer.tenant());
    }

    private static void assertRefused(ThrowingCallable action, AssignmentRefusal refusal) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(action)
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }

    private void assertMayNotUse(Actor agent, AssignmentRefusal refusal) {
        assertThat(rolesOf(agent)).doesNotContain(USER_ADMINISTRATOR);
        assertRefused(() -> assignments.use(agent, customer.tenant(), USER), refusal);
        assertThat(assignments.lastUsed(customer.tenant()))
                .doesNotContainKey(new RelationshipRole(relationship, USER_ADMINISTRATOR));
    }

    private long trail(String kind, UUID customerId) {
        return database.queryForObject(
                "select count(*) from trail_entry where kind = ? and customer_id = ? and partner_id = ?",
                Long.class,
                kind,
                customerId,
                sam.tenant().value());
    }

    // the beginning

    @Test
    void aRelationshipBeginsWithAllRolesForAllAdminAgents() {
        assertThat(rolesOf(sam)).isEqualTo(BOTH);
        assertMayNotUse(noah, AssignmentRefusal.NOTHING_ASSIGNED);
        assertThat(active()).singleElement().satisfies(only -> {
            assertThat(only.kind()).isEqualTo(GroupKind.ALL_ADMIN_AGENTS);
            assertThat(only.inEffect()).isEqualTo(BOTH);
            assertThat(only.createdBy()).as("the portal").isEmpty();
        });
        assertThat(trail("AssignmentAdded", customer.tenant().value())).isEqualTo(1);
    }

    @Test
    void theTrailTellsFirstThatItBeganAndThenThatItIsAssigned() {
        assertThat(database.queryForList(
                        "select kind from trail_entry where customer_id = ? and kind in"
                                + " ('RelationshipStarted', 'AssignmentAdded') order by id",
                        String.class,
                        customer.tenant().value()))
                .containsExactly("RelationshipStarted", "AssignmentAdded");
    }

    @Test
    void aRelationshipWithoutRolesIsNotAssigned() {
        UUID reselling = invitations.relationship(sam, customer, PartnerType.RESELLER);
        assertThat(assignments.assignments(sam, customer.tenant(), reselling).active())
                .isEmpty();
    }

    // who can use what

    @Test
    void aGroupsPeopleCanUseTheRolesThatItHas() {
        UUID desk = group("Desk", noah);
        assertThat(rolesOf(noah)).isEmpty();
        assign(desk, USER);
        assertThat(rolesOf(noah)).isEqualTo(USER);
        assertThat(assignments.use(noah, customer.tenant(), BOTH))
                .isEqualTo(new RelationshipRole(relationship, USER_ADMINISTRATOR));
    }

    @Test
    void aPersonsRolesAreThoseOfAllRelationshipsAndGroups() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        UUID advisor = invitations.relationship(sam, customer, PartnerType.ADVISOR);
        assignments.assign(
                sam, customer.tenant(), advisor, group("Other", noah), Set.of(EntraRole.HELPDESK_ADMINISTRATOR));
        assertThat(rolesOf(noah)).containsExactlyInAnyOrder(USER_ADMINISTRATOR, EntraRole.HELPDESK_ADMINISTRATOR);
    }

    @Test
    void onlyTheRolesAssignedCanBeUsed() {
        assign(group("Desk", noah), Set.of(SERVICE_SUPPORT_ADMINISTRATOR));
        assertMayNotUse(noah, AssignmentRefusal.NOTHING_ASSIGNED);
    }

    @Test
    void nobodyCanUseAnythingWithoutAnAssignment() {
        takeFromAllAdminAgents();
        assertMayNotUse(sam, AssignmentRefusal.NOTHING_ASSIGNED);
        assertThat(assignments.assignments(sam, customer.tenant(), relationship).nobody())
                .isTrue();
        assertThat(assignments.unassigned(noah, 10)).containsExactly(relationship);
    }

    @Test
    void aSalesAgentIsInNoGroupAndHasNothingByAnOldOne() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        tenants.assign(noah.account(), AdminRole.SALES_AGENT);
        assertThat(rolesOf(noah)).isEmpty();
        assertMayNotUse(noah, AssignmentRefusal.NEEDS_AGENT);
        Actor lena = tenants.colleague(sam, AdminRole.SALES_AGENT);
        assertRefused(() -> groups.add(sam, desk, Set.of(lena.account())), AssignmentRefusal.PERSON_UNKNOWN);
    }

    @Test
    void whoIsTakenOutOfTheGroupHasNothingOnTheNextCall() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        assertThat(rolesOf(noah)).isEqualTo(USER);
        groups.remove(sam, desk, noah.account());
        assertMayNotUse(noah, AssignmentRefusal.NOTHING_ASSIGNED);
    }

    @Test
    void whoIsNoAdminAgentAnyMoreHasNothingOnTheNextCall() {
        tenants.assign(sam.account(), AdminRole.HELPDESK_AGENT);
        assertMayNotUse(sam, AssignmentRefusal.NOTHING_ASSIGNED);
        tenants.assign(sam.account(), AdminRole.ADMIN_AGENT);
        assertThat(rolesOf(sam)).as("and has it again").isEqualTo(BOTH);
    }

    @Test
    void whoIsNoAgentAnyMoreHasNothingInAnyGroup() {
        assign(group("Desk", noah), USER);
        tenants.assign(noah.account(), AdminRole.GLOBAL_READER);
        assertMayNotUse(noah, AssignmentRefusal.NEEDS_AGENT);
    }

    @Test
    void aDisabledAccountHasNothingOnTheNextCall() {
        assign(group("Desk", noah), USER);
        tenants.disableAccount(noah.account());
        assertMayNotUse(noah, AssignmentRefusal.NEEDS_AGENT);
    }

    @Test
    void nothingIsDoneForACustomerThatIsSwitchedOff() {
        tenants.disableTenant(customer);
        assertMayNotUse(sam, AssignmentRefusal.CUSTOMER_DISABLED);
    }

    @Test
    void aRoleThatTheCustomerRemovedIsGoneOnTheNextCall() {
        relationships.removeRole(customer, sam.tenant(), relationship, USER_ADMINISTRATOR);
        assertThat(rolesOf(sam)).containsExactly(SERVICE_SUPPORT_ADMINISTRATOR);
        assertMayNotUse(sam, AssignmentRefusal.ROLES_REMOVED);
        assertThat(active().get(0).without()).isEqualTo(USER);
    }

    @Test
    void anEndedRelationshipGivesNothingOnTheNextCall() {
        relationships.end(customer, sam.tenant(), relationship);
        assertMayNotUse(sam, AssignmentRefusal.RELATIONSHIP_ENDED);
    }

    @Test
    void theClockEndsItWhateverJobsHaveRun() throws Exception {
        Instant end = assignments
                .assignments(sam, customer.tenant(), relationship)
                .relationship()
                .endsAt();
        assertThat(clock.at(end.minusNanos(1_000), () -> rolesOf(sam))).isEqualTo(BOTH);
        clock.at(end, () -> {
            assertMayNotUse(sam, AssignmentRefusal.ACCESS_ENDED);
            return null;
        });
    }

    @Test
    void aRoleThatWasNeverGivenIsRefusedAsSuch() {
        assertRefused(
                () -> assignments.use(sam, customer.tenant(), Set.of(EntraRole.GLOBAL_ADMINISTRATOR)),
                AssignmentRefusal.ROLE_NOT_GRANTED);
    }

    @Test
    void anotherPartnersCustomerIsNotFound() {
        Actor stranger = tenants.partner();
        assertThat(rolesOf(stranger)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> assignments.use(stranger, customer.tenant(), USER));
        assertThat(rolesOf(customer)).as("the customer is no agent").isEmpty();
    }

    // what is kept

    private Instant lastUsed() {
        return assignments.lastUsed(customer.tenant()).get(new RelationshipRole(relationship, USER_ADMINISTRATOR));
    }

    @Test
    void keepsTheLatestUseByWhomever() throws Exception {
        assign(group("Desk", noah), USER);
        assertThat(assignments.lastUsed(customer.tenant())).isEmpty();
        Instant first = clock.instant();
        clock.at(first, () -> assignments.use(sam, customer.tenant(), USER));
        Instant second = first.plusSeconds(60);
        clock.at(second, () -> assignments.use(noah, customer.tenant(), USER));
        assertThat(assignments.lastUsed(customer.tenant()))
                .isEqualTo(Map.of(new RelationshipRole(relationship, USER_ADMINISTRATOR), second));
        assertThat(assignments.lastUsed(tenants.customer().tenant())).isEmpty();
    }

    @Test
    void writesAUseAtMostEveryFiveMinutes() throws Exception {
        Instant first = clock.instant();
        Instant due = first.plus(Duration.ofMinutes(5));
        clock.at(first, () -> assignments.use(sam, customer.tenant(), USER));
        clock.at(due.minusNanos(1_000), () -> assignments.use(sam, customer.tenant(), USER));
        assertThat(lastUsed()).isEqualTo(first);
        clock.at(due, () -> assignments.use(sam, customer.tenant(), USER));
        assertThat(lastUsed()).isEqualTo(due);
        clock.at(first, () -> assignments.use(sam, customer.tenant(), USER));
        assertThat(lastUsed()).as("never goes back").isEqualTo(due);
    }

    // groups

    @Test
    void aNameIsTheOnlyOneOfItsPartnerWhateverTheCase() {
        group("Service desk");
        assertRefused(() -> groups.create(sam, Ids.next(), "SERVICE Desk"), AssignmentRefusal.NAME_TAKEN);
        Actor other = tenants.partner();
        UUID theirs = groups.create(other, Ids.next(), "Service desk");
        assertThat(groups.group(other, theirs, null).name()).isEqualTo("Service desk");
    }

    @Test
    void nobodyTakesTheNameOfTheBuiltInGroup() {
        assertRefused(() -> groups.create(sam, Ids.next(), "all ADMIN agents"), AssignmentRefusal.NAME_TAKEN);
        assertRefused(() -> groups.create(sam, Ids.next(), "すべての管理エージェント"), AssignmentRefusal.NAME_TAKEN);
    }

    @Test
    void aGroupKeepsItsOwnNameInAnotherCase() {
        UUID desk = group("Service desk");
        group("Other");
        groups.rename(sam, desk, "SERVICE DESK");
        assertThat(groups.group(sam, desk, null).name()).isEqualTo("SERVICE DESK");
        assertRefused(() -> groups.rename(sam, desk, "other"), AssignmentRefusal.NAME_TAKEN);
    }

    @Test
    void aPartnerHasAtMostAHundredGroups() {
        for (int number = 1; number <= 100; number++) {
            group("Group " + number);
        }
        assertRefused(() -> group("Group 101"), AssignmentRefusal.TOO_MANY_GROUPS);
        assertThat(groups.groups(sam)).as("and the built-in one").hasSize(101);
    }

    @Test
    void theBuiltInGroupHoldsWhoeverIsAnAdminAgentNow() {
        UUID builtIn = allAdminAgents();
        assertThat(groups.group(sam, builtIn, null).people()).hasSize(1);
        tenants.assign(noah.account(), AdminRole.ADMIN_AGENT);
        assertThat(groups.group(sam, builtIn, null).people()).hasSize(2);
        assertThat(rolesOf(noah)).isEqualTo(BOTH);
        assertRefused(() -> groups.delete(sam, builtIn), AssignmentRefusal.BUILT_IN);
        assertRefused(() -> groups.rename(sam, builtIn, "Admins"), AssignmentRefusal.BUILT_IN);
        assertRefused(() -> groups.add(sam, builtIn, Set.of(noah.account())), AssignmentRefusal.BUILT_IN);
        assertRefused(() -> groups.remove(sam, builtIn, noah.account()), AssignmentRefusal.BUILT_IN);
    }

    @Test
    void aPartnerWithoutAnyRelationshipHasTheBuiltInGroupToo() {
        Actor newcomer = tenants.partner();
        assertThat(groups.groups(newcomer)).singleElement().satisfies(only -> {
            assertThat(only.kind()).isEqualTo(GroupKind.ALL_ADMIN_AGENTS);
            assertThat(only.people()).isEqualTo(1);
        });
    }

    @Test
    void onlyThePartnersOwnAgentsAreAdded() {
        UUID desk = group("Desk");
        Actor stranger = tenants.colleague(tenants.partner(), AdminRole.HELPDESK_AGENT);
        Actor colleague = tenants.colleague(sam, AdminRole.BILLING_ADMINISTRATOR);
        assertRefused(() -> groups.add(sam, desk, Set.of(stranger.account())), AssignmentRefusal.PERSON_UNKNOWN);
        assertRefused(() -> groups.add(sam, desk, Set.of(colleague.account())), AssignmentRefusal.PERSON_UNKNOWN);
    }

    @Test
    void aGroupInUseIsDeletedOnlyOnceItsRolesAreTakenAway() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        assertRefused(() -> groups.delete(sam, desk), AssignmentRefusal.GROUP_IN_USE);
        assignments.remove(sam, customer.tenant(), relationship, assignmentOf(desk));
        groups.delete(sam, desk);
        groups.delete(sam, desk);
        assertThat(groups.groups(sam)).hasSize(1);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> groups.group(sam, desk, null));
        assertRefused(() -> assign(desk, USER), AssignmentRefusal.GROUP_UNKNOWN);
        assertThat(assignments.assignments(sam, customer.tenant(), relationship).removed())
                .as("the history knows its name")
                .singleElement()
                .satisfies(removed -> assertThat(removed.groupName()).isEqualTo("Desk"));
        assertThat(group("Desk")).as("the name is free again").isNotEqualTo(desk);
    }

    @Test
    void whatGivesNothingAnyMoreDoesNotKeepAGroup() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        relationships.removeRole(customer, sam.tenant(), relationship, USER_ADMINISTRATOR);
        groups.delete(sam, desk);
        assertThat(assignments.assignments(sam, customer.tenant(), relationship).removed())
                .singleElement()
                .satisfies(removed -> assertThat(removed.removedBy()).isEqualTo(sam.name()));
        assertThat(active()).hasSize(1);
    }

    @Test
    void theTrailTellsThePartnerAloneOfItsGroups() {
        UUID desk = group("Desk", noah);
        groups.rename(sam, desk, "Service desk");
        groups.rename(sam, desk, "Service desk");
        groups.add(sam, desk, Set.of(noah.account()));
        groups.remove(sam, desk, noah.account());
        groups.remove(sam, desk, noah.account());
        groups.delete(sam, desk);
        List<Map<String, Object>> rows = database.queryForList(
                "select kind, details, partner_id, customer_id from trail_entry where subject_id = ? order by id",
                desk);
        assertThat(rows)
                .extracting(row -> row.get("kind"))
                .containsExactly(
                        "SecurityGroupCreated",
                        "SecurityGroupMemberAdded",
                        "SecurityGroupRenamed",
                        "SecurityGroupMemberRemoved",
                        "SecurityGroupDeleted");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("customer_id")).isNull();
            assertThat(row.get("partner_id")).isEqualTo(sam.tenant().value());
        });
        assertThat(rows.get(1).get("details").toString()).contains(noah.name());
        assertThat(rows.get(2).get("details").toString()).contains("\"nameBefore\":\"Desk\"");
    }

    // assignments

    @Test
    void rolesAreChangedAndTakenAway() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        UUID assignment = assignmentOf(desk);
        long version = active().get(1).version();
        assignments.change(sam, customer.tenant(), relationship, assignment, BOTH, version);
        assertThat(rolesOf(noah)).isEqualTo(BOTH);
        assignments.remove(sam, customer.tenant(), relationship, assignment);
        assignments.remove(sam, customer.tenant(), relationship, assignment);
        assertThat(rolesOf(noah)).isEmpty();
        assertRefused(
                () -> assignments.change(sam, customer.tenant(), relationship, assignment, USER, version),
                AssignmentRefusal.ASSIGNMENT_REMOVED);
        String details = database.queryForObject(
                "select details from trail_entry where subject_id = ? and kind = 'AssignmentChanged'",
                String.class,
                assignment);
        assertThat(details)
                .contains("\"beforeRoles\":\"" + USER_ADMINISTRATOR + "\"")
                .contains("\"group\":\"Desk\"");
        assertThat(trail("AssignmentRemoved", customer.tenant().value())).isEqualTo(1);
    }

    @Test
    void aChangeDoesNotOverwriteWhatThePersonDidNotSee() {
        UUID desk = group("Desk", noah);
        assign(desk, BOTH);
        UUID assignment = assignmentOf(desk);
        long seen = active().get(1).version();
        Actor other = tenants.colleague(sam, AdminRole.ADMIN_AGENT);
        assignments.change(other, customer.tenant(), relationship, assignment, USER, seen);
        assertRefused(
                () -> assignments.change(
                        sam, customer.tenant(), relationship, assignment, Set.of(SERVICE_SUPPORT_ADMINISTRATOR), seen),
                AssignmentRefusal.CHANGED_MEANWHILE);
        assertThat(rolesOf(noah)).isEqualTo(USER);
    }

    @Test
    void theSecondClickChangesNothing() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        assign(desk, USER);
        UUID assignment = assignmentOf(desk);
        long seen = active().get(1).version();
        assignments.change(sam, customer.tenant(), relationship, assignment, BOTH, seen);
        assignments.change(sam, customer.tenant(), relationship, assignment, BOTH, seen);
        assertThat(trail("AssignmentAdded", customer.tenant().value()))
                .as("by default and by hand")
                .isEqualTo(2);
        assertThat(trail("AssignmentChanged", customer.tenant().value())).isEqualTo(1);
    }

    @Test
    void theSecondToAssignTheGroupIsTold() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        Actor other = tenants.colleague(sam, AdminRole.ADMIN_AGENT);
        assertRefused(
                () -> assignments.assign(other, customer.tenant(), relationship, desk, USER),
                AssignmentRefusal.GROUP_ALREADY_ASSIGNED);
    }

    @Test
    void anotherPartnersGroupIsUnknown() {
        Actor other = tenants.partner();
        UUID theirs = groups.create(other, Ids.next(), "Theirs");
        assertRefused(() -> assign(theirs, USER), AssignmentRefusal.GROUP_UNKNOWN);
    }

    @Test
    void whoIsNoAdminAgentChangesNothing() {
        UUID desk = group("Desk", noah);
        assign(desk, USER);
        UUID assignment = assignmentOf(desk);
        long seen = active().get(1).version();
        AssignmentRefusal refusal = AssignmentRefusal.NEEDS_ADMIN_AGENT;
        assertRefused(() -> groups.create(noah, Ids.next(), "Mine"), refusal);
        assertRefused(() -> groups.rename(noah, desk, "Mine"), refusal);
        assertRefused(() -> groups.remove(noah, desk, noah.account()), refusal);
        assertRefused(() -> groups.delete(noah, desk), refusal);
        assertRefused(() -> assignments.assign(noah, customer.tenant(), relationship, allAdminAgents(), USER), refusal);
        assertRefused(() -> assignments.change(noah, customer.tenant(), relationship, assignment, BOTH, seen), refusal);
        assertRefused(() -> assignments.remove(noah, customer.tenant(), relationship, assignment), refusal);
    }
}
