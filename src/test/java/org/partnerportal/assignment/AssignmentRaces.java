package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.Races.meet;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Histories in which several people want the same of a group at once: one of them wins, and every loser is told why. */
abstract class AssignmentRaces {

    private static final int ROUNDS = 200;
    private static final Set<String> USER = Set.of(USER_ADMINISTRATOR);
    private static final Set<String> SUPPORT = Set.of(SERVICE_SUPPORT_ADMINISTRATOR);

    @Autowired
    private SecurityGroupService groups;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private JdbcTemplate database;

    private Actor sam;
    private Actor sue;
    private Actor customer;
    private UUID relationship;

    @BeforeEach
    void people() {
        sam = tenants.partner();
        sue = tenants.colleague(sam, AdminRole.ADMIN_AGENT);
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationship = invitations.relationship(sam, customer, PartnerType.GDAP);
    }

    private Callable<?> assigning(Actor actor, UUID group) {
        return () -> {
            assignments.assign(actor, customer.tenant(), relationship, group, USER);
            return null;
        };
    }

    private UUID active(UUID group) {
        return database.queryForObject(
                "select id from assignment where relationship_id = ? and active_group_id = ?",
                UUID.class,
                relationship,
                group);
    }

    private long count(String sql, Object... arguments) {
        return database.queryForObject(sql, Long.class, arguments);
    }

    @Test
    void twoAdminAgentsAssignTheSameGroupAtOnce() throws Exception {
        UUID desk = groups.create(sam, Ids.next(), "Desk");
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(meet(List.of(assigning(sam, desk), assigning(sue, desk))))
                    .as("round %s", round)
                    .containsExactlyInAnyOrder(DONE, "GROUP_ALREADY_ASSIGNED");
            assignments.remove(sam, customer.tenant(), relationship, active(desk));
        }
        assertThat(count("select count(*) from assignment where group_id = ?", desk))
                .isEqualTo(ROUNDS);
        assertThat(count(
                        "select count(*) from trail_entry where kind = 'AssignmentAdded' and partner_id = ?"
                                + " and person_id is not null",
                        sam.tenant().value()))
                .isEqualTo(ROUNDS);
    }

    @Test
    void assigningMeetsDeleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID desk = groups.create(sam, Ids.next(), "Desk " + round);
            List<String> told = meet(List.of(assigning(sam, desk), () -> {
                groups.delete(sue, desk);
                return null;
            }));
            assertThat(told).isIn(List.of(DONE, "GROUP_IN_USE"), List.of("GROUP_UNKNOWN", DONE));
            if (told.contains("GROUP_IN_USE")) {
                assignments.remove(sam, customer.tenant(), relationship, active(desk));
                groups.delete(sue, desk);
            }
        }
        assertNothingIsAssignedToAGroupThatIsGone();
    }

    private void assertNothingIsAssignedToAGroupThatIsGone() {
        assertThat(count(
                        "select count(*) from assignment a join security_group g on g.id = a.active_group_id"
                                + " where g.deleted_at is not null and g.partner_id = ?",
                        sam.tenant().value()))
                .as("assigned to a group that is gone")
                .isZero();
    }

    @Test
    void changingMeetsDeleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID desk = groups.create(sam, Ids.next(), "Desk " + round);
            UUID assignment = assignedWithoutEffect(desk);
            List<String> told = meet(List.of(
                    () -> {
                        assignments.change(sam, customer.tenant(), relationship, assignment, SUPPORT, 0);
                        return null;
                    },
                    () -> {
                        groups.delete(sue, desk);
                        return null;
                    }));
            assertThat(told).isIn(List.of(DONE, "GROUP_IN_USE"), List.of("ASSIGNMENT_REMOVED", DONE));
            if (told.contains("GROUP_IN_USE")) {
                assertThat(roles(active(desk))).isEqualTo(SUPPORT);
                assignments.remove(sam, customer.tenant(), relationship, assignment);
                groups.delete(sue, desk);
            }
        }
        assertNothingIsAssignedToAGroupThatIsGone();
    }

    /** An assignment of a role that the relationship does not hold: it gives nothing, so its group can be deleted. */
    private UUID assignedWithoutEffect(UUID group) {
        assignments.assign(sam, customer.tenant(), relationship, group, USER);
        UUID assignment = active(group);
        database.update(
                "update assignment_role set role_template_id = ? where assignment_id = ?",
                EntraRole.HELPDESK_ADMINISTRATOR,
                assignment);
        return assignment;
    }

    private Set<String> roles(UUID assignment) {
        return Set.copyOf(database.queryForList(
                "select role_template_id from assignment_role where assignment_id = ?", String.class, assignment));
    }

    @Test
    void removingMeetsDeleting() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID desk = groups.create(sam, Ids.next(), "Desk " + round);
            UUID assignment = assignedWithoutEffect(desk);
            assertThat(meet(List.of(
                            () -> {
                                assignments.remove(sam, customer.tenant(), relationship, assignment);
                                return null;
                            },
                            () -> {
                                groups.delete(sue, desk);
                                return null;
                            })))
                    .containsExactly(DONE, DONE);
        }
        assertNothingIsAssignedToAGroupThatIsGone();
    }

    @Test
    void twoAdminAgentsMakeAGroupOfTheSameNameAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            UUID first = Ids.next();
            UUID second = Ids.next();
            assertThat(meet(List.of(() -> groups.create(sam, first, "Desk"), () -> groups.create(sue, second, "desk"))))
                    .containsExactlyInAnyOrder(DONE, "NAME_TAKEN");
            groups.delete(sam, groups.isMade(sam, first, "Desk") ? first : second);
        }
    }

    @Test
    void manyUsesAtOnceAreOneRow() throws Exception {
        for (int round = 0; round < ROUNDS / 4; round++) {
            database.update(
                    "delete from role_use where customer_id = ?",
                    customer.tenant().value());
            Callable<?> using = () -> assignments.use(sam, customer.tenant(), USER);
            assertThat(meet(Collections.nCopies(8, using))).containsOnly(DONE);
            assertThat(count(
                            "select count(*) from role_use where customer_id = ?",
                            customer.tenant().value()))
                    .isEqualTo(1);
        }
    }

    @Test
    void aNewPartnerHasOneBuiltInGroupHoweverManyBeginAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS / 10; round++) {
            Actor partner = tenants.partner();
            List<Callable<?>> beginning = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                Actor each = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
                beginning.add(() -> invitations.relationship(partner, each, PartnerType.GDAP));
            }
            assertThat(meet(beginning)).containsOnly(DONE);
            assertThat(groups.groups(partner))
                    .singleElement()
                    .satisfies(only -> assertThat(only.assignments()).isEqualTo(4));
        }
    }
}
