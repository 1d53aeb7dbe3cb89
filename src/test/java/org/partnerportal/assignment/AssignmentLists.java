package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RoleHolders;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The lists of groups, assignments and holders: what they count, and by how many statements. */
abstract class AssignmentLists {

    private static final Set<String> BOTH = Set.of(USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR);
    private static final Set<String> USER = Set.of(USER_ADMINISTRATOR);

    @Autowired
    private SecurityGroupService groups;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private RoleHolders holders;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate database;

    private Actor sam;
    private Actor noah;
    private Actor customer;

    @BeforeEach
    void people() {
        sam = tenants.partner();
        noah = tenants.colleague(sam, AdminRole.HELPDESK_AGENT);
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
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

    private UUID relationship() {
        return invitations.relationship(sam, customer, PartnerType.GDAP);
    }

    private int statementsOf(Actor person, String address) throws Exception {
        statements.countAndReset();
        browser.perform(get(address).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void everyPageTakesTheSameNumberOfStatementsForAnyNumberOfRows() throws Exception {
        UUID first = relationship();
        UUID desk = group("Desk", noah);
        assignments.assign(sam, customer.tenant(), first, desk, USER);
        assignments.use(noah, customer.tenant(), USER);
        List<String> addresses = List.of(
                "/partner/groups",
                "/partner/groups/" + desk,
                "/partner/customers/" + customer.tenant() + "/" + first + "/assignments");
        List<Integer> few = new ArrayList<>();
        for (String address : addresses) {
            few.add(statementsOf(sam, address));
        }
        String partnersPage = "/settings/partner-relationships/" + sam.tenant();
        int fewOnPartnersPage = statementsOf(customer, partnersPage);

        for (int number = 0; number < 12; number++) {
            Actor person = tenants.colleague(sam, AdminRole.HELPDESK_AGENT);
            UUID another = group("Group " + number, person, noah);
            groups.add(sam, desk, Set.of(person.account()));
            assignments.assign(sam, customer.tenant(), first, another, BOTH);
            assignments.assign(sam, customer.tenant(), relationship(), desk, BOTH);
            assignments.use(person, customer.tenant(), USER);
        }
        List<Integer> many = new ArrayList<>();
        for (String address : addresses) {
            many.add(statementsOf(sam, address));
        }
        assertThat(many).isEqualTo(few);
        assertThat(few.get(0)).as("the list of groups").isBetween(1, 4);
        assertThat(statementsOf(customer, partnersPage)).isEqualTo(fewOnPartnersPage);
    }

    @Test
    void countsPeopleAndWhatIsInForce() {
        UUID desk = group("Desk", noah);
        UUID removed = relationship();
        for (UUID relationship : List.of(removed, relationship(), relationship())) {
            assignments.assign(sam, customer.tenant(), relationship, desk, USER);
        }
        group("another");
        assertThat(groups.groups(noah))
                .extracting(line -> line.name() + " " + line.people() + " " + line.assignments())
                .as("the built-in one first, then by name whatever the case")
                .containsExactly(" 1 3", "another 0 0", "Desk 1 3");
        relationships.removeRole(customer, sam.tenant(), removed, USER_ADMINISTRATOR);
        assertThat(groups.groups(noah).get(2).assignments()).isEqualTo(2);
        assertThat(groups.groups(noah).get(0).assignments())
                .as("the other role is in force")
                .isEqualTo(3);
        clock.advance(Duration.ofDays(100));
        assertThat(groups.groups(noah).get(2).assignments()).as("by the clock").isZero();
        groups.delete(sam, desk);
    }

    @Test
    void findsTheRelationshipsThatNobodyCanUse() {
        UUID used = relationship();
        UUID unused = relationship();
        UUID onlyLostRoles = relationship();
        invitations.relationship(sam, customer, PartnerType.RESELLER);
        UUID desk = group("Desk", noah);
        assignments.assign(sam, customer.tenant(), onlyLostRoles, desk, USER);
        for (UUID relationship : List.of(unused, onlyLostRoles)) {
            UUID byDefault = assignments
                    .assignments(sam, customer.tenant(), relationship)
                    .active()
                    .get(0)
                    .id();
            assignments.remove(sam, customer.tenant(), relationship, byDefault);
        }
        assertThat(assignments.unassigned(noah, 10)).containsExactly(unused);
        relationships.removeRole(customer, sam.tenant(), onlyLostRoles, USER_ADMINISTRATOR);
        assertThat(assignments.unassigned(noah, 10)).containsExactlyInAnyOrder(unused, onlyLostRoles);
        relationships.removeRoles(customer, sam.tenant(), unused);
        assertThat(assignments.unassigned(noah, 10))
                .containsExactly(onlyLostRoles)
                .doesNotContain(used);
        clock.advance(Duration.ofDays(100));
        assertThat(assignments.unassigned(noah, 10)).as("by the clock").isEmpty();
        assertThat(assignments.unassigned(tenants.partner(), 10)).isEmpty();
    }

    @Test
    void pagesThroughWhatAGroupIsAssignedTo() {
        UUID builtIn = null;
        for (int number = 0; number < SecurityGroupService.PAGE + 5; number++) {
            relationship();
        }
        builtIn = groups.groups(sam).get(0).id();
        SecurityGroupView first = groups.group(sam, builtIn, null);
        SecurityGroupView second = groups.group(sam, builtIn, first.next());
        assertThat(first.uses()).hasSize(SecurityGroupService.PAGE).allSatisfy(use -> {
            assertThat(use.roles()).isEqualTo(BOTH);
            assertThat(use.customer()).isEqualTo(customer.tenant());
        });
        assertThat(second.uses()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(second.uses())
                .extracting(GroupUse::relationship)
                .doesNotContainAnyElementsOf(
                        first.uses().stream().map(GroupUse::relationship).toList());
    }

    private List<RoleHolders.Line> holdersOf(UUID relationship) {
        return holders.of(relationships.withPartner(customer, sam.tenant())).getOrDefault(relationship, List.of());
    }

    private RoleHolders.Line holdersOf(UUID relationship, String role) {
        return holdersOf(relationship).stream()
                .filter(line -> line.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsTheCustomerWhoHasWhatAndWhoUsedIt() {
        UUID relationship = relationship();
        assignments.assign(sam, customer.tenant(), relationship, group("Desk", noah), USER);
        assignments.use(noah, customer.tenant(), USER);
        RoleHolders.Line user = holdersOf(relationship, USER_ADMINISTRATOR);
        assertThat(user.lastUsed()).isNotNull();
        assertThat(user.groups()).extracting(RoleHolders.Group::name).containsExactly("", "Desk");
        assertThat(user.groups().get(0).people()).containsExactly(new RoleHolders.Person(sam.name(), null));
        assertThat(user.groups().get(1).people()).containsExactly(new RoleHolders.Person(noah.name(), user.lastUsed()));
        RoleHolders.Line support = holdersOf(relationship, SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(support.lastUsed()).isNull();
        assertThat(support.groups()).hasSize(1);

        relationships.removeRole(customer, sam.tenant(), relationship, USER_ADMINISTRATOR);
        assertThat(holdersOf(relationship))
                .extracting(RoleHolders.Line::role)
                .as("gone at once")
                .containsExactly(SERVICE_SUPPORT_ADMINISTRATOR);
        clock.advance(Duration.ofDays(100));
        assertThat(holdersOf(relationship)).as("by the clock").isEmpty();
    }

    @Test
    void tellsTheCustomerThatNobodyHasIt() {
        UUID relationship = relationship();
        UUID byDefault = assignments
                .assignments(sam, customer.tenant(), relationship)
                .active()
                .get(0)
                .id();
        assignments.use(sam, customer.tenant(), USER);
        assignments.remove(sam, customer.tenant(), relationship, byDefault);
        UUID desk = group("Desk");
        assignments.assign(sam, customer.tenant(), relationship, desk, USER);
        RoleHolders.Line user = holdersOf(relationship, USER_ADMINISTRATOR);
        assertThat(user.isUsable()).as("an empty group").isFalse();
        assertThat(user.lastUsed()).as("by somebody who no longer can").isNotNull();
        assertThat(holdersOf(relationship, SERVICE_SUPPORT_ADMINISTRATOR).isUsable())
                .isFalse();
        groups.add(sam, desk, Set.of(noah.account()));
        assertThat(holdersOf(relationship, USER_ADMINISTRATOR).isUsable()).isTrue();
        tenants.disableAccount(noah.account());
        assertThat(holdersOf(relationship, USER_ADMINISTRATOR).isUsable()).isFalse();
    }

    @Test
    void namesTenPeopleOfALargeGroupWhoeverUsedItFirst() {
        UUID relationship = relationship();
        UUID desk = group("Desk", noah);
        for (int number = 0; number < 12; number++) {
            groups.add(
                    sam,
                    desk,
                    Set.of(tenants.colleague(sam, AdminRole.HELPDESK_AGENT).account()));
        }
        Actor last = tenants.colleague(sam, AdminRole.HELPDESK_AGENT);
        groups.add(sam, desk, Set.of(last.account()));
        assignments.assign(sam, customer.tenant(), relationship, desk, USER);
        assignments.use(noah, customer.tenant(), USER);
        clock.advance(Duration.ofHours(1));
        assignments.use(last, customer.tenant(), USER);
        RoleHolders.Group group =
                holdersOf(relationship, USER_ADMINISTRATOR).groups().get(1);
        assertThat(group.people()).hasSize(10);
        assertThat(group.people().subList(0, 2))
                .extracting(RoleHolders.Person::name)
                .containsExactly(last.name(), noah.name());
        assertThat(group.more()).isEqualTo(4);
    }

    @Test
    void aConstraintStandsBehindTheOnlyAssignmentOfAGroup() {
        UUID relationship = relationship();
        Map<String, Object> row =
                database.queryForMap("select * from assignment where relationship_id = ?", relationship);
        String copy = "insert into assignment (id, version, partner_id, customer_id, relationship_id, group_id,"
                + " active_group_id, created_at, created_by, changed_at)"
                + " select ?, 0, partner_id, customer_id, relationship_id, group_id, %s, created_at, '', changed_at"
                + " from assignment where id = ?";
        Object id = row.get("id");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.update(copy.formatted("active_group_id"), UUID.randomUUID(), id));
        assertThat(database.update(copy.formatted("null"), UUID.randomUUID(), id))
                .isEqualTo(1);
        assertThat(database.update(copy.formatted("null"), UUID.randomUUID(), id))
                .as("any number of removed ones")
                .isEqualTo(1);
    }
}
