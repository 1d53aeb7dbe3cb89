package org.partnerportal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationDelivery;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of mails when the mail server fails: nothing is lost, nothing is sent twice, and the state tells the truth. */
abstract class MailFaults {

    private static final MailText TEXT = new MailText("Subject", "<p>html</p>", "plain");

    /** Milliseconds; long enough for a server on the same machine, however busy that is. */
    private static final int PATIENCE = 20_000;

    /** Milliseconds after which a silent server is given up; the only time that a test waits for. */
    private static final int IMPATIENCE = 2_000;

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxDelivery delivery;

    @Autowired
    private MailProperties properties;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private CustomTask<Void> sendMail;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private GreenMail mailServer;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private SmtpTransport transport;
    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        transport = new SmtpTransport(sender(PATIENCE), properties);
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    private JavaMailSenderImpl sender(int patience) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", String.valueOf(patience));
        settings.setProperty("mail.smtp.timeout", String.valueOf(patience));
        sender.setJavaMailProperties(settings);
        return sender;
    }

    @AfterEach
    void tidy() {
        clock.reset();
        server.close();
    }

    private UUID mailOf(UUID invitation) {
        return database.queryForList(
                        "select id from mail where about = ? and kind in"
                                + " ('InvitationSent', 'InvitationResent', 'InvitationRevised') order by id desc",
                        UUID.class,
                        invitation)
                .get(0);
    }

    private UUID queue(String recipient) {
        UUID about = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.queue(about, "InvitationSent", recipient, TEXT, null));
        return database.queryForObject("select id from mail where about = ?", UUID.class, about);
    }

    private InvitationDelivery.State state(UUID invitation) {
        return delivery.latest(List.of(invitation)).get(invitation);
    }

    private String status(UUID mail) {
        return database.queryForObject("select status from mail where id = ?", String.class, mail);
    }

    private boolean hasText(UUID mail) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select html is not null or plain is not null from mail where id = ?", Boolean.class, mail));
    }

    private void send(UUID mail) {
        SendTask.tryOnce(mail, outbox, transport);
    }

    private void sendAt(Instant time, UUID mail) throws Exception {
        clock.at(time, () -> {
            send(mail);
            return mail;
        });
    }

    @Test
    void aServerThatIsAwayForAnHourLosesNothingAndTheStateSaysWhenTheNextTryIs() throws Exception {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        server.close();
        Instant start = clock.instant();
        Instant next = start;
        for (Duration late : List.of(
                Duration.ofSeconds(30),
                Duration.ofSeconds(330),
                Duration.ofSeconds(330 + 1_800),
                Duration.ofSeconds(330 + 1_800 + 7_200))) {
            sendAt(next, mail);
            next = state(invitation).at();
            assertThat(next).isEqualTo(start.plus(late));
            assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.DEFERRED);
            assertThat(state(invitation).problem()).isEqualTo("MailProblem.NO_CONNECTION");
            assertThat(state(invitation).reason()).as("no host, no port").isEmpty();
            assertThat(state(invitation).canBeSentAgain()).isTrue();
        }
        server.open();
        sendAt(next, mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(state(invitation).reason()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(state(invitation).at()).isEqualTo(next);
        assertThat(server.recipients()).containsExactly(customer.email());
        sendAt(next.plusSeconds(1), mail);
        assertThat(server.received()).as("what is sent is not sent again").hasSize(1);
        assertThat(hasText(mail)).isFalse();
    }

    @Test
    void afterTheHourTheSenderNeedNotWaitForTheNextTry() throws Exception {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        server.close();
        send(mail);
        server.open();
        assertThat(invitations.sendAgain(partner, invitation)).isTrue();
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.QUEUED);
        assertThat(due(mail)).isBeforeOrEqualTo(clock.instant());
        assertThat(invitations.sendAgain(partner, invitation))
                .as("the second click finds nothing to do")
                .isFalse();
        send(mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(server.messageIds()).containsExactly("<" + mail + "@portal.example>");
    }

    private Instant due(UUID mail) {
        return database.queryForObject(
                        "select execution_time from scheduled_tasks where task_name = 'mail-send' and task_instance = ?",
                        java.time.OffsetDateTime.class,
                        mail.toString())
                .toInstant();
    }

    @Test
    void aRefusedRecipientIsToldAtOnceAndEverybodyElseGetsTheirMail() {
        Actor other = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID refused = invitations.send(partner, customer);
        UUID taken = invitations.send(partner, other);
        server.refuse(customer.email());
        send(mailOf(refused));
        send(mailOf(taken));
        assertThat(state(refused).step()).isEqualTo(InvitationDelivery.Step.FAILED);
        assertThat(state(refused).problem()).isEqualTo("MailProblem.REFUSED");
        assertThat(state(refused).reason()).isEqualTo("550 5.1.1 no mailbox " + customer.email() + " here");
        assertThat(state(taken).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(server.recipients()).containsExactly(other.email());
    }

    @Test
    void sendAgainSendsTheVeryMailUnderTheSameMessageId() {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        String text = database.queryForObject("select plain from mail where id = ?", String.class, mail);
        server.refuse(customer.email());
        send(mail);
        forgetTask(mail); // as the worker does with a mail that it gave up
        server.accept(customer.email());
        assertThat(invitations.sendAgain(partner, invitation)).isTrue();
        assertThat(due(mail)).isBeforeOrEqualTo(clock.instant());
        send(mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(server.messageIds()).containsExactly("<" + mail + "@portal.example>");
        String link =
                text.lines().filter(line -> line.contains("/i/")).findFirst().orElseThrow();
        assertThat(server.received().get(0).replace("=\n", "")).contains(link);
        assertThatThrownBy(() -> invitations.sendAgain(partner, invitation))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.refusal()).isEqualTo(MailRefusal.ALREADY_SENT));
    }

    private void forgetTask(UUID mail) {
        database.update(
                "delete from scheduled_tasks where task_name = 'mail-send' and task_instance = ?", mail.toString());
    }

    @Test
    void aServerThatTakesTheMailAndBreaksOffHasTakenIt() {
        UUID invitation = invitations.send(partner, customer);
        server.is(ScriptedSmtpServer.Mood.DROPS_AFTER_ANSWER);
        send(mailOf(invitation));
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(state(invitation).reason()).isEqualTo("250 2.0.0 queued as 4711");
        send(mailOf(invitation));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void whereNobodyKnowsWhetherTheServerTookItTheMailIsRepeatedUnderTheSameMessageId() {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        server.is(ScriptedSmtpServer.Mood.DROPS_BEFORE_ANSWER);
        send(mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.DEFERRED);
        assertThat(state(invitation).problem()).isEqualTo("MailProblem.NO_ANSWER");
        server.is(ScriptedSmtpServer.Mood.TAKES);
        send(mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        String id = "<" + mail + "@portal.example>";
        assertThat(server.messageIds()).containsExactly(id, id);
        assertThat(server.received().get(1))
                .as("the very same mail")
                .contains(server.received()
                        .get(0)
                        .lines()
                        .filter(line -> line.startsWith("Date:"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aServerThatFallsSilentIsGivenUpForThisTime() {
        UUID invitation = invitations.send(partner, customer);
        server.is(ScriptedSmtpServer.Mood.SILENT);
        SendTask.tryOnce(mailOf(invitation), outbox, new SmtpTransport(sender(IMPATIENCE), properties));
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.DEFERRED);
        assertThat(state(invitation).problem()).isEqualTo("MailProblem.NO_ANSWER");
    }

    @Test
    void aBusyServerIsAskedAgainLater() {
        UUID invitation = invitations.send(partner, customer);
        server.is(ScriptedSmtpServer.Mood.BUSY);
        send(mailOf(invitation));
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.DEFERRED);
        assertThat(state(invitation).problem()).isEqualTo("MailProblem.NOT_TAKEN");
        assertThat(state(invitation).reason()).isEqualTo("451 4.3.2 too busy, come back later");
        server.is(ScriptedSmtpServer.Mood.TURNS_AWAY);
        send(mailOf(invitation));
        assertThat(state(invitation).problem()).isEqualTo("MailProblem.NOT_TAKEN");
        assertThat(state(invitation).reason()).isEqualTo("554 5.3.2 not today");
    }

    @Test
    void aServerThatDoesNotLetThePortalInNamesNoAccountToAnybody() {
        UUID invitation = invitations.send(partner, customer);
        JavaMailSenderImpl sender = sender(PATIENCE);
        sender.setUsername("portal-secret");
        sender.setPassword("secret");
        server.is(ScriptedSmtpServer.Mood.REFUSES_SIGN_IN);
        SendTask.tryOnce(mailOf(invitation), outbox, new SmtpTransport(sender, properties));
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.DEFERRED);
        assertThat(state(invitation).problem()).isEqualTo("MailProblem.SIGN_IN");
        assertThat(state(invitation).reason()).isEmpty();
    }

    @Test
    void whatTheServerSaysIsKeptAsOneShortLineWithoutLinks() {
        UUID invitation = invitations.send(partner, customer);
        server.is(ScriptedSmtpServer.Mood.TALKS);
        send(mailOf(invitation));
        assertThat(state(invitation).reason())
                .startsWith("451-4.7.1 … looks 451 4.7.1 odd … xxx")
                .hasSize(500)
                .doesNotContain("AbC");
    }

    @Test
    void anAddressWithHostileCharactersFailsAndNoServerHearsOfIt() {
        for (String hostile : List.of(
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nDATA",
                "a@b.example> NOTIFY=NEVER",
                "a b@c.example",
                "a@b.example, c@d.example",
                "\u202Ea@b.example",
                "@",
                "")) {
            UUID mail = queue(hostile);
            send(mail);
            assertThat(status(mail)).as(hostile).isEqualTo("FAILED");
            assertThat(database.queryForObject("select problem from mail where id = ?", String.class, mail))
                    .as(hostile)
                    .isEqualTo("BAD_ADDRESS");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void whoDiesBetweenTheServersYesAndTheNoteOfItLeavesAMailThatIsRepeated() {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        MailTransport dies = new Around(transport, () -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> SendTask.tryOnce(mail, outbox, dies)).hasMessage("killed");
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.QUEUED);
        send(mail);
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        String id = "<" + mail + "@portal.example>";
        assertThat(server.messageIds()).containsExactly(id, id);
    }

    /** Something that happens after the server's answer and before anybody has noted it. */
    private record Around(MailTransport real, Runnable happens) implements MailTransport {

        @Override
        public boolean isReady() {
            return real.isReady();
        }

        @Override
        public String send(UUID id, String recipient, MailText text, Instant writtenAt) {
            String answer = real.send(id, recipient, text, writtenAt);
            happens.run();
            return answer;
        }
    }

    @Test
    void aMailThatLeftWhileTheInvitationWasWithdrawnCountsAsSent() {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        SendTask.tryOnce(mail, outbox, new Around(transport, () -> invitations.withdraw(partner, invitation)));
        assertThat(state(invitation).step()).isEqualTo(InvitationDelivery.Step.SENT);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void noDeadLinkIsMailedAndNoTextWithOneIsKept() {
        server.is(ScriptedSmtpServer.Mood.BUSY);
        Map<String, java.util.function.Consumer<UUID>> ends = Map.of(
                "withdrawn", id -> invitations.withdraw(partner, id),
                "resent", id -> invitations.resend(partner, id),
                "accepted", id -> invitations.accept(customer, id),
                "changes requested", id -> invitations.requestChanges(customer, id),
                "declined", id -> invitations.decline(customer, id),
                "lapsed", id -> invitations.lapse(id));
        ends.forEach((end, happens) -> {
            UUID invitation = invitations.send(partner, customer);
            UUID mail = mailOf(invitation);
            send(mail);
            happens.accept(invitation);
            assertThat(status(mail)).as(end).isEqualTo("CANCELLED");
            assertThat(hasText(mail)).as(end).isFalse();
            server.is(ScriptedSmtpServer.Mood.TAKES);
            send(mail);
            server.is(ScriptedSmtpServer.Mood.BUSY);
            assertThat(status(mail)).as(end).isEqualTo("CANCELLED");
        });
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aRevisedOfferTakesThePlaceOfTheMailBefore() {
        server.refuse(customer.email());
        UUID invitation = invitations.send(partner, customer);
        invitations.requestChanges(customer, invitation);
        invitations.revise(partner, invitation, 60);
        UUID first = mailOf(invitation);
        send(first);
        assertThat(status(first)).isEqualTo("FAILED");
        invitations.requestChanges(customer, invitation);
        invitations.revise(partner, invitation, 50);
        assertThat(status(first)).isEqualTo("CANCELLED");
        assertThat(hasText(first)).isFalse();
        assertThat(status(mailOf(invitation))).isEqualTo("QUEUED");
    }

    @Test
    void aMailWhoseTimeIsOverIsGivenUpByTheWorkerAndByTheJob() throws Exception {
        UUID first = mailOf(invitations.send(partner, customer));
        UUID second = mailOf(invitations.send(partner, customer));
        UUID endless = queue(customer.email());
        Instant lapse = clock.instant().plus(Duration.ofDays(30));
        sendAt(lapse, first);
        assertThat(status(first)).isEqualTo("CANCELLED");
        assertThat(server.received()).isEmpty();
        clock.at(lapse.minus(Duration.ofMinutes(5)), outbox::clean);
        assertThat(status(second)).as("minutes before it lapses").isEqualTo("QUEUED");
        clock.at(lapse, outbox::clean);
        assertThat(status(second)).isEqualTo("CANCELLED");
        assertThat(hasText(second)).isFalse();
        assertThat(status(endless)).isEqualTo("QUEUED");
        clock.at(lapse.plus(Duration.ofDays(60)), outbox::clean);
        assertThat(status(endless)).isEqualTo("CANCELLED");
        assertThat(hasText(endless)).isFalse();
    }

    @Test
    void aMailSentAgainWhileItsTaskEndsKeepsItsTask() {
        UUID invitation = invitations.send(partner, customer);
        UUID mail = mailOf(invitation);
        server.refuse(customer.email());
        database.update(
                "update scheduled_tasks set picked = true, picked_by = 'test' where task_instance = ?",
                mail.toString());
        send(mail);
        List<Optional<Instant>> settled = new ArrayList<>();
        outbox.settle(mail, settled::add);
        assertThat(invitations.sendAgain(partner, invitation)).isTrue(); // between the note and the task's end
        outbox.settle(mail, settled::add);
        assertThat(settled.get(0)).as("given up: the task ends").isEmpty();
        assertThat(settled.get(1)).as("sent again: the task goes on").isPresent();
        server.accept(customer.email());
        send(mail);
        outbox.settle(mail, settled::add);
        assertThat(settled.get(2)).isEmpty();
        forgetTask(mail);
    }

    @Test
    void twoWorkersNeverTakeTheSameMail() throws Exception {
        database.update("delete from scheduled_tasks where task_name = 'mail-send'");
        List<String> recipients = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            String recipient = "w" + UUID.randomUUID() + "@customer.example";
            recipients.add(recipient);
            queue(recipient);
        }
        Scheduler second = Scheduler.create(dataSource, sendMail)
                .threads(4)
                .pollingInterval(Duration.ofHours(1))
                .build();
        try {
            second.start();
            scheduler.triggerCheckForDueExecutions();
            second.triggerCheckForDueExecutions();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                scheduler.triggerCheckForDueExecutions();
                second.triggerCheckForDueExecutions();
                return database.queryForObject(
                                "select count(*) from scheduled_tasks where task_name = 'mail-send'", Long.class)
                        == 0;
            });
        } finally {
            second.stop();
        }
        List<String> arrived = new ArrayList<>();
        for (MimeMessage message : mailServer.getReceivedMessages()) {
            arrived.add(GreenMailUtil.getAddressList(message.getAllRecipients()));
        }
        arrived.removeIf(recipient -> !recipient.startsWith("w"));
        assertThat(arrived).containsAll(recipients);
        assertThat(Stream.of(arrived.toArray(String[]::new)).filter(recipients::contains))
                .as("each exactly once")
                .hasSameSizeAs(recipients);
        assertThat(Collections.frequency(arrived, recipients.get(0))).isOne();
    }
}
