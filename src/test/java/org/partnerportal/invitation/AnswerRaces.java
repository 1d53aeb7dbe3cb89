package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.Races.DONE;
import static org.partnerportal.Races.FEWER_ROUNDS;
import static org.partnerportal.Races.ROUNDS;
import static org.partnerportal.Races.meet;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Histories in which several answers meet: 1,000 rounds each. Afterwards at most one answer stands, an accepted invitation
 * has exactly one relationship, one agreement acceptance, one trail row and one mail to each party, and every loser was
 * told why.
 */
abstract class AnswerRaces {

    private static final Set<String> FEWER_ROLES = Set.of(InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR);

    @Autowired
    private InvitationService invitations;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private final List<UUID> played = Collections.synchronizedList(new ArrayList<>());
    private Actor partner;
    private int rounds;

    private void play(int number, Races.Round round) throws Exception {
        partner = tenants.partner();
        rounds = number;
        Races.play(rounds, round);
    }

    private Callable<?> accepting(Actor person, UUID invitation) {
        Acceptance everything = fixture.everything(invitation);
        return () -> {
            invitations.accept(person, invitation, everything, InvitationFixture.ORIGIN);
            return null;
        };
    }

    private Callable<?> requesting(Actor person, UUID invitation) {
        return () -> {
            invitations.requestChanges(person, invitation, new Terms(1, FEWER_ROLES, 50, false, ""));
            return null;
        };
    }

    private Callable<?> revising(Actor agent, UUID invitation) {
        return () -> {
            invitations.revise(agent, invitation, new Terms(1, FEWER_ROLES, 50, false, ""));
            return null;
        };
    }

    private UUID invite(Actor person) {
        UUID invitation = fixture.send(partner, person);
        played.add(invitation);
        return invitation;
    }

    private Actor billingAdministrator() {
        return tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    private String status(UUID invitation) {
        return database.queryForObject("select status from invitation where id = ?", String.class, invitation);
    }

    /** Looks at the whole database state of all rounds at once. */
    private void checkThatEveryAnswerIsWhole() {
        assertThat(played).hasSize(rounds);
        String ofRounds =
                " from invitation i where i.partner_id = '" + partner.tenant() + "' and i.status = 'ACCEPTED'";
        long accepted = count("select count(*)" + ofRounds);
        assertThat(count("select count(*) from relationship r where r.partner_id = '" + partner.tenant() + "'"))
                .as("relationships")
                .isEqualTo(accepted);
        assertThat(broken(ofRounds, "relationship x where x.id = i.relationship_id and x.customer_id = i.customer_id"))
                .as("accepted without exactly one relationship")
                .isZero();
        assertThat(broken(ofRounds, "agreement_acceptance x where x.customer_id = i.customer_id"))
                .as("accepted without exactly one agreement acceptance")
                .isZero();
        assertThat(broken(ofRounds, "trail_entry x where x.subject_id = i.id and x.kind = 'InvitationAccepted'"))
                .as("accepted without exactly one trail row")
                .isZero();
        assertThat(broken(ofRounds, "mail x where x.about = i.id and x.kind = 'InvitationAccepted'"))
                .as("accepted without exactly one mail to the partner")
                .isZero();
        assertThat(broken(ofRounds, "mail x where x.about = i.id and x.kind = 'InvitationAcceptedByYou'"))
                .as("accepted without exactly one mail to the customer")
                .isZero();
        String notAccepted = ofRounds.replace("= 'ACCEPTED'", "<> 'ACCEPTED'");
        assertThat(count("select count(*)" + notAccepted
                        + " and exists (select 1 from trail_entry x where x.subject_id = i.id"
                        + " and x.kind = 'InvitationAccepted')"))
                .as("half answers")
                .isZero();
    }

    private long broken(String ofRounds, String things) {
        return count("select count(*)" + ofRounds + " and (select count(*) from " + things + ") <> 1");
    }

    private long count(String sql) {
        return database.queryForObject(sql, Long.class);
    }

    @Test
    void acceptFiftyTimes() throws Exception {
        play(ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            List<Callable<?>> fifty = Collections.nCopies(50, accepting(person, invitation));
            // the same person again sees the first result
            assertThat(meet(fifty)).containsOnly(DONE);
        });
        checkThatEveryAnswerIsWhole();
    }

    @Test
    void acceptMeetsWithdraw() throws Exception {
        play(ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            List<String> told = meet(List.of(accepting(person, invitation), () -> {
                invitations.withdraw(partner, invitation);
                return null;
            }));
            assertThat(List.of(told.get(0), told.get(1), status(invitation)))
                    .isIn(
                            List.of(DONE, "ALREADY_ACCEPTED", "ACCEPTED"),
                            List.of("ALREADY_WITHDRAWN", DONE, "WITHDRAWN"));
        });
        checkThatEveryAnswerIsWhole();
    }

    @Test
    void acceptMeetsLapse() throws Exception {
        play(ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            var end = database.queryForObject(
                            "select expires_at from invitation where id = ?", OffsetDateTime.class, invitation)
                    .toInstant();
            Callable<?> accepting = accepting(person, invitation);
            List<String> told = meet(List.of(
                    () -> clock.at(end.minusNanos(1_000), accepting),
                    () -> clock.at(end, () -> {
                        invitations.lapse(List.of(invitation));
                        return null;
                    })));
            assertThat(List.of(told.get(0), status(invitation)))
                    .isIn(List.of(DONE, "ACCEPTED"), List.of("ALREADY_LAPSED", "LAPSED"));
        });
        checkThatEveryAnswerIsWhole();
    }

    @Test
    void acceptMeetsResend() throws Exception {
        play(ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            List<String> told = meet(List.of(accepting(person, invitation), () -> {
                invitations.resend(partner, invitation);
                return null;
            }));
            assertThat(List.of(told.get(0), told.get(1), status(invitation)))
                    .isIn(List.of(DONE, "ALREADY_ACCEPTED", "ACCEPTED"), List.of("TERMS_STALE", DONE, "PENDING"));
        });
        checkThatEveryAnswerIsWhole();
    }

    @Test
    void acceptMeetsDecline() throws Exception {
        play(FEWER_ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            List<String> told = meet(List.of(accepting(person, invitation), () -> {
                invitations.decline(person, invitation, "");
                return null;
            }));
            assertThat(List.of(told.get(0), told.get(1), status(invitation)))
                    .isIn(List.of(DONE, "ALREADY_ACCEPTED", "ACCEPTED"), List.of("ALREADY_DECLINED", DONE, "DECLINED"));
        });
        checkThatEveryAnswerIsWhole();
    }

    /** A page with the old terms is open while the partner answers the changes that were asked for. */
    @Test
    void acceptOfTheOldTermsMeetsRevise() throws Exception {
        play(ROUNDS, () -> {
            Actor person = billingAdministrator();
            UUID invitation = invite(person);
            Callable<?> accepting = accepting(person, invitation);
            requesting(person, invitation).call();
            List<String> told = meet(List.of(accepting, revising(partner, invitation)));
            assertThat(List.of(told.get(0), told.get(1), status(invitation)))
                    .isIn(List.of("CHANGES_WERE_REQUESTED", DONE, "PENDING"), List.of("TERMS_STALE", DONE, "PENDING"));
        });
        checkThatEveryAnswerIsWhole();
        checkThatEveryThreadHas("'InvitationRevised'", 3);
    }

    @Test
    void acceptMeetsRequestChangesByAColleague() throws Exception {
        play(FEWER_ROUNDS, () -> {
            Actor person = billingAdministrator();
            Actor colleague = tenants.colleague(person, AdminRole.BILLING_ADMINISTRATOR);
            UUID invitation = inviteByName(person);
            List<String> told = meet(List.of(accepting(person, invitation), requesting(colleague, invitation)));
            assertThat(List.of(told.get(0), told.get(1), status(invitation)))
                    .isIn(
                            List.of(DONE, "ALREADY_ACCEPTED", "ACCEPTED"),
                            List.of("CHANGES_WERE_REQUESTED", DONE, "CHANGES_REQUESTED"));
        });
        checkThatEveryAnswerIsWhole();
    }

    @Test
    void twoColleaguesRequestChanges() throws Exception {
        play(FEWER_ROUNDS, () -> {
            Actor person = billingAdministrator();
            Actor colleague = tenants.colleague(person, AdminRole.BILLING_ADMINISTRATOR);
            UUID invitation = inviteByName(person);
            assertThat(meet(List.of(requesting(person, invitation), requesting(colleague, invitation))))
                    .containsExactlyInAnyOrder(DONE, "CHANGES_WERE_REQUESTED");
        });
        checkThatEveryThreadHas("'InvitationChangesRequested'", 2);
    }

    /** An invitation that names the customer, so that a colleague may answer it too. */
    private UUID inviteByName(Actor person) {
        UUID invitation = invite(person);
        database.update(
                "update invitation set customer_id = ? where id = ?",
                person.tenant().value(),
                invitation);
        return invitation;
    }

    /** Every invitation has that many offers and proposals, and one trail row and one mail of the last thing that happened. */
    private void checkThatEveryThreadHas(String lastKind, int steps) {
        String ofRounds = " from invitation i where i.partner_id = '" + partner.tenant() + "'";
        assertThat(count("select count(*)" + ofRounds)).isEqualTo(rounds);
        assertThat(count("select count(*)" + ofRounds
                        + " and (select count(*) from thread_step x where x.invitation_id = i.id) <> " + steps))
                .as("threads that lost or doubled a step")
                .isZero();
        assertThat(broken(ofRounds, "trail_entry x where x.subject_id = i.id and x.kind = " + lastKind))
                .as("without exactly one trail row")
                .isZero();
        assertThat(broken(ofRounds, "mail x where x.about = i.id and x.kind = " + lastKind))
                .as("without exactly one mail")
                .isZero();
    }

    @Test
    void twoPeopleAcceptTwoOffersForOneCustomer() throws Exception {
        play(FEWER_ROUNDS, () -> {
            Actor person = billingAdministrator();
            Actor colleague = tenants.colleague(person, AdminRole.BILLING_ADMINISTRATOR);
            UUID first = invite(person);
            UUID second = fixture.send(partner, colleague, PartnerType.RESELLER);
            assertThat(meet(List.of(accepting(person, first), accepting(colleague, second))))
                    .containsOnly(DONE);
        });
        // both are accepted, and the agreement only once: checked as "exactly one acceptance" for every invitation
        checkThatEveryAnswerIsWhole();
    }
}
