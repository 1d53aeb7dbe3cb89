package org.partnerportal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people, or a person and the clock, do something about the same request at the same moment. */
abstract class ReferralRaces {

    @Autowired
    private ReferralService referrals;

    @Autowired
    private ReferralSteps time;

    @Autowired
    private SentReferrals requests;

    @Autowired
    private ReferralInbox inbox;

    @Autowired
    private ReferralFixture fixture;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private static Callable<?> of(Runnable action) {
        return () -> {
            action.run();
            return null;
        };
    }

    private long trail(UUID id, String kind) {
        return database.queryForObject(
                "select count(*) from trail_entry where subject_id = ? and kind = ?", Long.class, id, kind);
    }

    @Test
    void confirmMeetsConfirm() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor partner = fixture.partner();
            String email = "ann-" + UUID.randomUUID() + "@school.example";
            String token = fixture.sendUnconfirmed(partner, email);
            assertThat(Races.meet(Collections.nCopies(2, of(() -> referrals.confirm(token)))))
                    .containsOnly(Races.DONE);
            UUID id = database.queryForObject("select id from referral where email = ?", UUID.class, email);
            assertThat(trail(id, "ReferralReceived")).isEqualTo(1);
            assertThat(inbox.receivedOne(partner, id).steps()).hasSize(2);
        });
    }

    @Test
    void takeMeetsTheEnd() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor partner = fixture.partner();
            UUID id = fixture.send(partner, tenants.customer());
            Instant end = inbox.receivedOne(partner, id).referral().expiresAt();
            List<String> answers = Races.meet(List.of(
                    () -> clock.at(end.minus(Duration.ofMillis(1)), () -> {
                        fixture.take(partner, id);
                        return null;
                    }),
                    () -> clock.at(end, () -> {
                        time.takeSteps(List.of(id));
                        return null;
                    })));
            boolean taken = answers.get(0).equals(Races.DONE);
            assertThat(trail(id, "ReferralTaken")).isEqualTo(taken ? 1 : 0);
            assertThat(trail(id, "ReferralExpired")).isEqualTo(taken ? 0 : 1);
            assertThat(fixture.status(partner, id)).isEqualTo(taken ? ReferralStatus.ACTIVE : ReferralStatus.CLOSED);
        });
    }

    @Test
    void inviteMeetsInvite() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor partner = fixture.partner();
            Actor customer = tenants.customer();
            UUID id = fixture.send(partner, customer);
            List<String> answers = Races.meet(Collections.nCopies(
                    2, of(() -> invitations.answer(partner, customer.email(), customer.tenant(), id))));
            assertThat(answers).containsExactlyInAnyOrder(Races.DONE, ReferralRefusal.INVITATION_WAITS.name());
            assertThat(database.queryForObject(
                            "select count(*) from invitation where partner_id = ?",
                            Long.class,
                            partner.tenant().value()))
                    .isEqualTo(1);
        });
    }

    @Test
    void closeMeetsAccept() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor partner = fixture.partner();
            Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            UUID id = fixture.send(partner, customer);
            UUID invitation = invitations.answer(partner, customer.email(), customer.tenant(), id);
            List<String> answers = Races.meet(List.of(
                    of(() -> inbox.close(partner, id, ReferralOutcome.LOST, "")),
                    of(() -> invitations.accept(customer, invitation))));
            assertThat(answers.get(0))
                    .isIn(ReferralRefusal.INVITATION_WAITS.name(), ReferralRefusal.ALREADY_CLOSED.name());
            assertThat(answers.get(1)).isEqualTo(Races.DONE);
            assertThat(inbox.receivedOne(partner, id).referral().outcome()).isEqualTo(ReferralOutcome.WON);
            assertThat(trail(id, "ReferralWon")).isEqualTo(1);
        });
    }

    @Test
    void withdrawMeetsInvite() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor partner = fixture.partner();
            Actor customer = tenants.customer();
            UUID id = fixture.send(partner, customer);
            List<String> answers = Races.meet(List.of(
                    of(() -> requests.withdraw(customer, id)),
                    of(() -> invitations.answer(partner, customer.email(), customer.tenant(), id))));
            assertThat(answers).containsOnlyOnce(Races.DONE);
        });
    }
}
