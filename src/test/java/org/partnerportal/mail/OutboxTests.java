package org.partnerportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationDelivery;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox: written with the change, sent after it over SMTP, tried again, given up, and silent about links. */
@PortalTest
class OutboxTests {

    private static final MailText TEXT = new MailText("Subject", "<p>html</p>", "plain");

    @Autowired
    private Outbox outbox;

    @Autowired
    private SmtpTransport smtp;

    @Autowired
    private OutboxDelivery delivery;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TestClock clock;

    /** Other tests leave thousands of mails that nobody sends. */
    @BeforeEach
    void forgetTheMailsOfOtherTests() {
        database.update("delete from scheduled_tasks where task_name = 'mail-send'");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private UUID queue(UUID about) {
        transaction.executeWithoutResult(
                status -> outbox.queue(about, "InvitationSent", "ben@customer.example", TEXT, null));
        return database.queryForObject("select id from mail where about = ?", UUID.class, about);
    }

    private List<MimeMessage> received(String recipient) {
        return Stream.of(mailServer.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getAddressList(recipients(message)).contains(recipient))
                .toList();
    }

    private static Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInvitationsMailArrivesWithTheLinkAndTheLinkIsGoneFromTheOutbox() throws Exception {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String token = invitations.sendForToken(tenants.partner(), customer);
        assertThat(received(customer.email()))
                .as("nothing is sent inside the transaction")
                .isEmpty();
        scheduler.triggerCheckForDueExecutions();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !received(customer.email()).isEmpty());
        MimeMessage mail = received(customer.email()).get(0);
        assertThat(GreenMailUtil.getBody(mail).replace("=\r\n", "")).contains(token);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "SENT"
                        .equals(database.queryForObject(
                                "select status from mail where recipient = ?", String.class, customer.email())));
        for (String table : List.of("mail", "trail_entry", "invitation", "scheduled_tasks")) {
            List<String> rows = database.query("select * from " + table, (row, number) -> {
                var text = new StringBuilder();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    text.append(row.getString(column)).append(' ');
                }
                return text.toString();
            });
            assertThat(rows).as(table).isNotEmpty().noneMatch(row -> row.contains(token));
        }
    }

    @Test
    void aMailIsQueuedOnlyWithAChange() {
        assertThatThrownBy(() -> outbox.queue(UUID.randomUUID(), "kind", "a@b.example", TEXT, null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aMailOfAChangeThatIsRolledBackIsNeverSent() {
        UUID about = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            outbox.queue(about, "InvitationSent", "a@b.example", TEXT, null);
            status.setRollbackOnly();
        });
        assertThat(database.queryForObject("select count(*) from mail where about = ?", Long.class, about))
                .isZero();
        assertThat(database.queryForObject(
                        "select count(*) from scheduled_tasks where task_name = 'mail-send'", Long.class))
                .isZero();
    }

    @Test
    void backsOffAndGivesUpAfterTheLastTry() throws Exception {
        UUID about = UUID.randomUUID();
        UUID id = queue(about);
        Instant now = clock.instant();
        List<Duration> pauses = List.of(
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(8),
                Duration.ofHours(24));
        for (Duration pause : pauses) {
            notTakenAt(now, id);
            now = now.plus(pause);
            assertThat(state(about).step().name()).isEqualTo("DEFERRED");
            assertThat(state(about).at()).isEqualTo(now);
            assertThat(state(about).reason()).isEqualTo("421 try later");
        }
        notTakenAt(now, id);
        assertThat(state(about).step().name()).isEqualTo("FAILED");
        assertThat(state(about).canBeSentAgain()).isTrue();
        assertThat(database.queryForObject("select html from mail where id = ?", String.class, id))
                .as("it was not sent, so its text is needed")
                .isNotNull();
    }

    @Test
    void sentAgainItIsTriedAsOftenAsAtFirst() throws Exception {
        UUID about = UUID.randomUUID();
        UUID id = queue(about);
        Instant now = clock.instant();
        for (int tries = 0; tries < 7; tries++) {
            notTakenAt(now, id);
        }
        assertThat(state(about).step().name()).isEqualTo("FAILED");
        clock.at(now, () -> outbox.sendAgain(id));
        notTakenAt(now, id);
        assertThat(state(about).step().name()).isEqualTo("DEFERRED");
        assertThat(state(about).at()).isEqualTo(now.plusSeconds(30));
        assertThat(database.queryForObject("select attempts from mail where id = ?", Integer.class, id))
                .isEqualTo(8);
    }

    private void notTakenAt(Instant time, UUID id) throws Exception {
        clock.at(time, () -> {
            outbox.notTaken(id, MailProblem.NOT_TAKEN, "421 try later");
            return id;
        });
    }

    private InvitationDelivery.State state(UUID about) {
        return delivery.latest(List.of(about)).get(about);
    }

    @Test
    void theSameMailKeepsItsMessageIdAndItsDate() throws Exception {
        UUID id = UUID.randomUUID();
        String recipient = "twice" + id + "@customer.example";
        Instant written = Instant.parse("2026-03-10T12:00:00Z");
        String answer = smtp.send(id, recipient, TEXT, written);
        smtp.send(id, recipient, TEXT, written);
        assertThat(answer).startsWith("250");
        assertThat(received(recipient))
                .extracting(message -> message.getHeader("Message-ID")[0])
                .containsExactly("<" + id + "@portal.example>", "<" + id + "@portal.example>");
        assertThat(received(recipient))
                .allSatisfy(message -> assertThat(message.getSentDate()).isEqualTo(written));
    }
}
