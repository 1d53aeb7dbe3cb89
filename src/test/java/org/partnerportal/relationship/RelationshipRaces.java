package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.Races.FEWER_ROUNDS;
import static org.partnerportal.Races.ROUNDS;
import static org.partnerportal.Races.meet;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The end of a relationship that extends itself, and a person who cuts it at that very moment: 1,000 rounds each. Whoever
 * is first, access that the customer cut is never longer than the customer said.
 */
abstract class RelationshipRaces {

    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    private static final int DAYS = 40;
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    /** A relationship that extends itself, with its end. */
    private record Extending(UUID id, Instant end) {}

    private Extending extending() {
        Instant start = clock.instant();
        UUID id = Ids.next();
        var terms = new NewRelationship(
                id,
                Ids.reference(),
                partner.tenant(),
                PartnerType.GDAP,
                "Race",
                Set.of(HELPDESK_ADMINISTRATOR, USER_ADMINISTRATOR),
                DAYS,
                true,
                false,
                null);
        relationships.start(terms, customer.tenant(), customer.who(), start);
        return new Extending(id, start.plus(Duration.ofDays(DAYS)));
    }

    private Callable<?> job(Extending relationship) {
        return () -> clock.at(relationship.end(), () -> {
            relationships.takeSteps(List.of(relationship.id()));
            return null;
        });
    }

    /** In the last moment before the end. */
    private Callable<?> customerDoes(Extending relationship, Runnable verb) {
        return () -> clock.at(relationship.end().minus(MICROSECOND), () -> {
            verb.run();
            return null;
        });
    }

    private RelationshipView view(Extending relationship, Instant at) throws Exception {
        return clock.at(at, () -> relationships.one(customer, partner.tenant(), relationship.id()));
    }

    private void checkTheTrail(String kind, int rounds) {
        assertThat(database.queryForObject(
                        "select count(*) from (select subject_id from trail_entry where customer_id = ? and kind = ?"
                                + " group by subject_id having count(*) = 1) once",
                        Long.class,
                        customer.tenant().value(),
                        kind))
                .as("relationships with exactly one trail row %s", kind)
                .isEqualTo(rounds);
    }

    @Test
    void removeMeetsExtend() throws Exception {
        Races.play(ROUNDS, () -> {
            Extending relationship = extending();
            Callable<?> removing = customerDoes(
                    relationship, () -> relationships.removeRoles(customer, partner.tenant(), relationship.id()));
            assertThat(meet(List.of(removing, job(relationship)))).containsOnly(DONE);
            RelationshipView after = view(relationship, relationship.end());
            assertThat(after.roles()).isEmpty();
            assertThat(after.autoExtend()).isFalse();
            assertThat(RelationshipRules.givesAccess(after.state(), relationship.end()))
                    .isFalse();
        });
        checkTheTrail("RolesRemoved", ROUNDS);
    }

    @Test
    void shortenMeetsExtend() throws Exception {
        Races.play(ROUNDS, () -> {
            Extending relationship = extending();
            Instant until = relationship.end().minus(Duration.ofDays(1));
            Callable<?> shortening = () -> clock.at(until.minus(MICROSECOND), () -> {
                relationships.shorten(customer, partner.tenant(), relationship.id(), until);
                return null;
            });
            assertThat(meet(List.of(shortening, job(relationship)))).contains(DONE);
            RelationshipView after = view(relationship, relationship.end());
            assertThat(after.endsAt()).isEqualTo(until);
            assertThat(after.autoExtend()).isFalse();
            assertThat(after.status()).isEqualTo(RelationshipStatus.EXPIRED);
        });
        checkTheTrail("RelationshipShortened", ROUNDS);
    }

    @Test
    void switchOffMeetsExtend() throws Exception {
        Races.play(ROUNDS, () -> {
            Extending relationship = extending();
            Callable<?> switching = customerDoes(
                    relationship,
                    () -> relationships.switchAutoExtendOff(
                            customer, partner.tenant(), relationship.id(), relationship.end()));
            assertThat(meet(List.of(switching, job(relationship)))).containsOnly(DONE);
            RelationshipView after = view(relationship, relationship.end());
            assertThat(after.endsAt()).isEqualTo(relationship.end());
            assertThat(after.status()).isEqualTo(RelationshipStatus.EXPIRED);
        });
        checkTheTrail("RelationshipAutoExtendSwitched", ROUNDS);
    }

    @Test
    void shortenMeetsThePartnersSwitchOn() throws Exception {
        Races.play(ROUNDS, () -> {
            Extending relationship = extending();
            relationships.switchAutoExtendAsPartner(partner, customer.tenant(), relationship.id(), false);
            Instant until = relationship.end().minus(Duration.ofDays(1));
            List<String> told = meet(List.of(
                    () -> {
                        relationships.shorten(customer, partner.tenant(), relationship.id(), until);
                        return null;
                    },
                    () -> {
                        relationships.switchAutoExtendAsPartner(partner, customer.tenant(), relationship.id(), true);
                        return null;
                    }));
            assertThat(told).isIn(List.of(DONE, DONE), List.of(DONE, "CUT_BY_CUSTOMER"));
            RelationshipView after = view(relationship, until);
            assertThat(after.endsAt()).isEqualTo(until);
            assertThat(after.autoExtend()).isFalse();
            assertThat(after.status()).isEqualTo(RelationshipStatus.EXPIRED);
        });
        checkTheTrail("RelationshipShortened", ROUNDS);
    }

    @Test
    void bothSidesEndIt() throws Exception {
        Races.play(FEWER_ROUNDS, () -> {
            Extending relationship = extending();
            List<String> told = meet(List.of(
                    () -> {
                        relationships.end(customer, partner.tenant(), relationship.id());
                        return null;
                    },
                    () -> {
                        relationships.endAsPartner(partner, customer.tenant(), relationship.id());
                        return null;
                    }));
            assertThat(told).containsExactlyInAnyOrder(DONE, "RELATIONSHIP_ENDED");
            assertThat(view(relationship, relationship.end()).status()).isEqualTo(RelationshipStatus.ENDED);
        });
        checkTheTrail("RelationshipEnded", FEWER_ROUNDS);
    }
}
