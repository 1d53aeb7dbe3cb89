package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Due;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reminders in the database: found when they are due, mailed once, and not to people who do without. */
abstract class Reminders {

    private static final int MOST = 10_000;
    private static final Due BEFORE_ALL = new Due(new UUID(0, 0), Instant.EPOCH);
    private static final Duration HALF = Duration.ofDays(15);
    private static final Duration LAST = Duration.ofDays(29);

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

    private Actor partner;
    private Actor customer;
    private UUID invitation;
    private Instant sent;

    @BeforeEach
    void anInvitationForThirtyDays() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitation = fixture.send(partner, customer);
        sent = clock.instant();
    }

    private boolean isDue(Duration after) throws Exception {
        return clock.at(sent.plus(after), () -> invitations.toRemind(BEFORE_ALL, MOST)).stream()
                .anyMatch(due -> due.id().equals(invitation));
    }

    private void remind(Duration after) throws Exception {
        clock.at(sent.plus(after), () -> {
            invitations.remind(List.of(invitation));
            return null;
        });
    }

    private List<String> reminders() {
        return database.queryForList(
                "select plain from mail where about = ? and kind = 'InvitationReminded'", String.class, invitation);
    }

    @Test
    void areFoundWhenTheyAreDue() throws Exception {
        assertThat(isDue(HALF.minusMinutes(1))).isFalse();
        assertThat(isDue(HALF)).isTrue();
        assertThat(isDue(LAST.plusDays(1))).as("after the end").isFalse();
        remind(HALF);
        assertThat(isDue(HALF.plusMinutes(1))).isFalse();
        assertThat(isDue(LAST)).isTrue();
        remind(LAST);
        assertThat(isDue(LAST.plusMinutes(1))).isFalse();
        assertThat(reminders()).hasSize(2);
    }

    @Test
    void areSentOnceHoweverOftenTheJobRuns() throws Exception {
        remind(HALF);
        remind(HALF);
        assertThat(reminders()).hasSize(1);
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where subject_id = ? and kind = 'InvitationReminded'",
                        Long.class,
                        invitation))
                .isEqualTo(1);
    }

    @Test
    void leadToTheInvitationAndHoldNoLink() throws Exception {
        remind(HALF);
        assertThat(reminders())
                .singleElement()
                .asString()
                .contains("/invitation/" + invitation)
                .doesNotContain("/i/");
    }

    @Test
    void areNotSentOnceItIsAnswered() throws Exception {
        invitations.decline(customer, invitation, "");
        assertThat(isDue(HALF)).isFalse();
        remind(HALF);
        assertThat(reminders()).isEmpty();
    }

    @Test
    void areNotSentToSomebodyWhoDoesWithoutThem() throws Exception {
        database.update("insert into mail_choice (account_id, version) values (?, 0)", customer.account());
        database.update(
                "insert into mail_choice_unwanted (account_id, topic) values (?, 'INVITATIONS')", customer.account());
        remind(HALF);
        assertThat(reminders()).isEmpty();
    }

    @Test
    void areWrittenInTheLanguageOfTheAddressee() throws Exception {
        database.update("update account set language = 'ja' where id = ?", customer.account());
        remind(HALF);
        assertThat(database.queryForObject(
                        "select subject from mail where about = ? and kind = 'InvitationReminded'",
                        String.class,
                        invitation))
                .contains("まだ回答されていません");
    }
}
