package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.Races.FEWER_ROUNDS;
import static org.partnerportal.Races.ROUNDS;
import static org.partnerportal.Races.meet;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Histories around a renewal. Afterwards the old relationship gives nothing, exactly one new one has
 * exactly the accepted roles, one offer to renew was open at a time, and every loser was told why.
 */
abstract class RenewalRaces {

    @Autowired
    private InvitationService invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    /** One round with a relationship of its own. */
    private interface Round {
        void play(Actor person, UUID old) throws Exception;
    }

    private void play(int rounds, Round round) throws Exception {
        partner = tenants.partner();
        Races.play(rounds, () -> {
            Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            round.play(person, fixture.relationship(partner, person, PartnerType.GDAP));
        });
    }

    private Callable<?> accepting(Actor person, UUID invitation) {
        Acceptance everything = fixture.everything(invitation);
        return () -> {
            invitations.accept(person, invitation, everything, InvitationFixture.ORIGIN);
            return null;
        };
    }

    private Callable<?> renewing(Actor person, UUID old) {
        Offer offer = InvitationFixture.offer(person.email(), PartnerType.GDAP, person.tenant());
        return () -> invitations.send(partner, Ids.next(), offer, old, null);
    }

    private long count(String sql) {
        return database.queryForObject(sql.replace(":partner", "'" + partner.tenant() + "'"), Long.class);
    }

    private long held(String relationships) {
        return count("select count(*) from delegated_role d join relationship r on r.id = d.relationship_id"
                + " where r.partner_id = :partner and r.status = 'ACTIVE' and d.removed_at is null and "
                + relationships);
    }

    private long trail(String kind) {
        return count("select count(*) from trail_entry where partner_id = :partner and kind = '" + kind + "'");
    }

    @Test
    void removingTheRolesMeetsAcceptingTheRenewal() throws Exception {
        play(ROUNDS, (person, old) -> {
            UUID invitation = fixture.renew(partner, person, old);
            List<String> told = meet(List.of(
                    () -> {
                        relationships.removeRoles(person, partner.tenant(), old);
                        return null;
                    },
                    accepting(person, invitation)));
            assertThat(told).isIn(List.of(DONE, DONE), List.of("RELATIONSHIP_ENDED", DONE));
            assertThat(relationships.rolesInForce(person.tenant(), partner.tenant()))
                    .containsOnlyKeys(invitations.sentOne(partner, invitation).relationshipId());
        });
        assertThat(held("r.renewed_by_id is not null"))
                .as("roles of renewed relationships")
                .isZero();
        assertThat(held("r.renewed_by_id is null")).as("roles accepted").isEqualTo(2 * ROUNDS);
        assertThat(count("select count(*) from relationship where partner_id = :partner"))
                .isEqualTo(2 * ROUNDS);
        assertThat(count("select count(*) from relationship o join relationship n on n.id = o.renewed_by_id"
                        + " where o.partner_id = :partner and o.status = 'ENDED' and n.status = 'ACTIVE'"))
                .as("replaced, each by one of its own")
                .isEqualTo(ROUNDS);
        assertThat(trail("RelationshipEnded")).isEqualTo(ROUNDS);
        assertThat(trail("RelationshipStarted")).isEqualTo(2 * ROUNDS);
        assertThat(trail("InvitationAccepted")).isEqualTo(2 * ROUNDS);
        assertThat(trail("RolesRemoved"))
                .as("one for each removal that came first")
                .isEqualTo(count("select count(distinct r.id) from relationship r join delegated_role d"
                        + " on d.relationship_id = r.id where r.partner_id = :partner and d.removed_at is not null"));
    }

    @Test
    void twoOffersToRenewMeet() throws Exception {
        play(FEWER_ROUNDS, (person, old) -> {
            List<String> told = meet(List.of(renewing(person, old), renewing(person, old)));
            assertThat(told).containsExactlyInAnyOrder(DONE, "RENEWAL_IS_OPEN");
        });
        assertThat(count("select count(*) from invitation where partner_id = :partner and renews_id is not null"))
                .isEqualTo(FEWER_ROUNDS);
    }

    @Test
    void acceptingTheRenewalMeetsAnotherOffer() throws Exception {
        play(FEWER_ROUNDS, (person, old) -> {
            UUID invitation = fixture.renew(partner, person, old);
            List<String> told = meet(List.of(accepting(person, invitation), renewing(person, old)));
            assertThat(told).isIn(List.of(DONE, "RENEWAL_IS_OPEN"), List.of(DONE, "ALREADY_RENEWED"));
        });
        assertThat(count("select count(*) from relationship where partner_id = :partner and renewed_by_id is not null"))
                .isEqualTo(FEWER_ROUNDS);
        assertThat(count("select count(*) from invitation where partner_id = :partner and open_renewal_of is not null"))
                .isZero();
    }
}
