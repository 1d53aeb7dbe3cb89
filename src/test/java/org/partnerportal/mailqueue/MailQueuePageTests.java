package org.partnerportal.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.mail.MailFixture;
import org.partnerportal.mail.MailProblem;
import org.partnerportal.mail.MailStatus;
import org.partnerportal.mail.Outbox;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The mail queue as an operator sees it, and the stuck mail as its sender sees it. */
@PortalTest
class MailQueuePageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Statements statements;

    @Autowired
    private MessageSource messages;

    private Actor operator;
    private Actor partner;
    private Actor customer;
    private String token;
    private UUID invitation;
    private UUID mail;

    @BeforeEach
    void aMailThatTheServerRefuses() {
        operator = tenants.operator();
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        token = invitations.sendForToken(partner, customer);
        mail = database.queryForObject("select id from mail where recipient = ?", UUID.class, customer.email());
        invitation = database.queryForObject("select about from mail where id = ?", UUID.class, mail);
        MailFixture.notTaken(outbox, mail, MailProblem.REFUSED, "550 5.1.1 no such mailbox");
        database.update("delete from scheduled_tasks where task_instance = ?", mail.toString());
    }

    private String page(Actor actor, String address, String language) throws Exception {
        return browser.perform(get(address).with(SignedIn.as(actor)).cookie(new Cookie("language", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String standing() {
        return database.queryForObject("select status from mail where id = ?", String.class, mail);
    }

    private long tasks() {
        return database.queryForObject(
                "select count(*) from scheduled_tasks where task_instance = ?", Long.class, mail.toString());
    }

    private long trail(String kind) {
        return database.queryForObject("select count(*) from trail_entry where kind = ?", Long.class, kind);
    }

    @Test
    void theOperatorSeesWhereAMailIsStuckButNotWhatItSays() throws Exception {
        String page = page(operator, "/operator/mails?q=" + customer.email(), "en");
        assertThat(page)
                .contains(
                        customer.email(),
                        "Failed",
                        "The mail server refuses this address.",
                        "550 5.1.1 no such mailbox")
                .contains("would like to work for your organisation", "/operator/mails/" + mail)
                .doesNotContain(token, "/i/", "Good day", "??");
        assertThat(page(operator, "/operator/mails?status=failed&q=" + customer.email(), "ja"))
                .contains("メール サーバーがこのアドレスを拒否しています。", "もう一度送信")
                .doesNotContain("??");
    }

    @Test
    void stateAndRecipientNarrowTheListAndThePageGoesOnByKey() throws Exception {
        assertThat(page(operator, "/operator/mails?status=sent&q=" + customer.email(), "en"))
                .contains("Nothing matches")
                .doesNotContain("/operator/mails/" + mail);
        assertThat(page(operator, "/operator/mails?q=nobody%25", "en")).contains("Nothing matches");
        assertThat(page(operator, "/operator/mails?q=" + customer.email() + "&before=" + mail, "en"))
                .doesNotContain("/operator/mails/" + mail);
        assertThat(page(operator, "/operator/mails?status=x&before=y", "en")).contains("Mail queue");
    }

    @Test
    void fiftyMailsStandOnAPageAndTakeAFixedNumberOfStatements() throws Exception {
        for (int count = 0; count < 60; count++) {
            invitations.send(partner, customer);
        }
        statements.countAndReset();
        String first = page(operator, "/operator/mails?q=" + customer.email(), "en");
        assertThat(statements.countAndReset()).isBetween(1, 9);
        assertThat(first).contains("before=");
        assertThat(Pattern.compile("would like to work for your organisation")
                        .matcher(first)
                        .results())
                .hasSize(50);
    }

    @Test
    void forEverybodyElseThereIsNoQueue() throws Exception {
        for (Actor other : List.of(partner, customer, tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR))) {
            browser.perform(get("/operator/mails").with(SignedIn.as(other))).andExpect(status().isNotFound());
            for (String form : List.of("/operator/mails/" + mail, "/operator/mails/send-again")) {
                browser.perform(post(form).with(SignedIn.as(other)).with(csrf()))
                        .andExpect(status().isNotFound());
            }
        }
        assertThat(standing()).isEqualTo("FAILED");
    }

    @Test
    void theOperatorSendsOneAgainAndTheTrailKnowsIt() throws Exception {
        long before = trail("MailSentAgain");
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/operator/mails/" + mail)
                            .with(SignedIn.as(operator))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/operator/mails"));
        }
        assertThat(standing()).isEqualTo("QUEUED");
        assertThat(tasks()).isOne();
        assertThat(trail("MailSentAgain")).isEqualTo(before + 1);
        browser.perform(post("/operator/mails/" + UUID.randomUUID())
                        .with(SignedIn.as(operator))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatArrivedIsNotSentAgain() throws Exception {
        MailFixture.sent(outbox, mail, "250 fine");
        browser.perform(post("/operator/mails/" + mail)
                        .with(SignedIn.as(operator))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has taken this mail already")));
        assertThat(page(operator, "/operator/mails?q=" + customer.email(), "en"))
                .contains("250 fine")
                .doesNotContain("action=\"/operator/mails/" + mail);
    }

    @Test
    void allFailedMailsAreSentAgainAndThoseWithoutTextAreLeftAlone() throws Exception {
        database.update("update mail set status = 'CANCELLED' where status = 'FAILED' and id <> ?", mail);
        invitations.send(partner, customer);
        UUID gone = database.queryForObject(
                "select id from mail where recipient = ? and id <> ?", UUID.class, customer.email(), mail);
        MailFixture.notTaken(outbox, gone, MailProblem.REFUSED, "550");
        database.update("update mail set html = null, plain = null where id = ?", gone);
        long before = trail("MailSentAgain");
        for (String told : List.of("mailqueue.sent-again", "mailqueue.none-to-send-again")) {
            browser.perform(post("/operator/mails/send-again")
                            .with(SignedIn.as(operator))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/operator/mails"))
                    .andExpect(flash().attribute("success", told));
        }
        assertThat(standing()).isEqualTo("QUEUED");
        assertThat(tasks()).isOne();
        assertThat(trail("MailSentAgain")).isEqualTo(before + 1);
        assertThat(database.queryForObject("select status from mail where id = ?", String.class, gone))
                .isEqualTo("FAILED");
    }

    // the sender's side

    @Test
    void theSenderSeesWhyAndSendsAgain() throws Exception {
        String address = "/partner/invitations/" + invitation;
        assertThat(page(partner, address, "en"))
                .contains("The mail was not delivered", "The mail server refuses this address.")
                .contains("550 5.1.1 no such mailbox", "Mail not delivered", "Send again", "Check the address.")
                .doesNotContain("??", "Delivered to the mail server");
        assertThat(page(partner, address, "ja"))
                .contains("メールを配信できませんでした", "もう一度送信", "メール未配信")
                .doesNotContain("??");
        browser.perform(post(address + "/send-again").with(SignedIn.as(partner)).with(csrf()))
                .andExpect(redirectedUrl(address));
        assertThat(standing()).isEqualTo("QUEUED");
        assertThat(page(partner, address, "en"))
                .contains("Mail waits to be sent")
                .doesNotContain("send-again");
        MailFixture.sent(outbox, mail, "250 2.0.0 queued as 4711");
        assertThat(page(partner, address, "en"))
                .contains("Delivered to the mail server", "250 2.0.0 queued as 4711")
                .doesNotContain("send-again", "Mail not delivered");
        assertThat(page(partner, "/settings/history", "en")).contains("Mail of the invitation sent again");
    }

    @Test
    void aLateMailSaysWhenItIsTriedNextAndCanBeSentNow() throws Exception {
        outbox.sendAgain(mail);
        MailFixture.notTaken(outbox, mail, MailProblem.NO_CONNECTION, "");
        assertThat(page(partner, "/partner/invitations/" + invitation, "en"))
                .contains("The mail has not got through yet", "The mail server cannot be reached.", "Mail is late")
                .contains("next try", "send-again")
                .doesNotContain("Check the address.");
        assertThat(page(partner, "/partner/invitations", "en")).contains("The mail server cannot be reached.");
    }

    @Test
    void aSenderWhoMayNotOrComesTooLateIsToldSo() throws Exception {
        String address = "/partner/invitations/" + invitation + "/send-again";
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        browser.perform(post(address).with(SignedIn.as(sales)).with(csrf())).andExpect(status().isForbidden());
        browser.perform(post(address).with(SignedIn.as(tenants.partner())).with(csrf()))
                .andExpect(status().isNotFound());
        invitations.withdraw(partner, invitation);
        browser.perform(post(address).with(SignedIn.as(partner)).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has withdrawn this invitation")));
        assertThat(standing()).isEqualTo("CANCELLED");
        browser.perform(get("/partner/invitations/" + invitation).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Mail not needed any more")))
                .andExpect(content().string(not(containsString("send-again"))));
    }

    @Test
    void sendingAgainCountsAsAResend() throws Exception {
        String address = "/partner/invitations/" + invitation + "/send-again";
        for (int count = 0; count < 3; count++) {
            browser.perform(post(address).with(SignedIn.as(partner)).with(csrf()))
                    .andExpect(status().is3xxRedirection());
            MailFixture.notTaken(outbox, mail, MailProblem.REFUSED, "550");
        }
        browser.perform(post(address).with(SignedIn.as(partner)).with(csrf())).andExpect(status().isTooManyRequests());
        assertThat(standing()).isEqualTo("FAILED");
    }

    @Test
    void everyProblemAndStateHasAText() {
        for (java.util.Locale locale : org.partnerportal.shared.Languages.LOCALES) {
            for (MailProblem problem : MailProblem.values()) {
                assertThat(messages.getMessage(problem.key(), null, locale)).isNotEmpty();
            }
            for (MailStatus state : MailStatus.values()) {
                assertThat(messages.getMessage("Step." + state, null, locale)).isNotEmpty();
                assertThat(messages.getMessage("invitation.step.mail." + state, null, locale))
                        .isNotEmpty();
            }
        }
    }
}
