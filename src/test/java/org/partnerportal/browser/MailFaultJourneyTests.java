package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.mail.ScriptedSmtpServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server refuses an invitation: its sender sees why, and sends it again or to another address. */
class MailFaultJourneyTests extends BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private JavaMailSenderImpl mail;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private int usualPort;

    @BeforeEach
    void useTheServerThatRefuses() {
        usualPort = mail.getPort();
        mail.setPort(server.port());
    }

    @AfterEach
    void useTheUsualServer() {
        mail.setPort(usualPort);
        server.close();
    }

    private void invite(Visitor partner, String email) {
        partner.goTo("/partner/invitations/new?type=RESELLER")
                .fill("email", email)
                .click("invitation.send");
        partner.seesText(email);
    }

    private static void reloadUntil(Visitor partner, String key) {
        await().atMost(PATIENCE).until(() -> {
            partner.page.reload();
            return partner.page.locator("main").innerText().contains(partner.text(key));
        });
    }

    @ParameterizedTest
    @CsvSource({"en, sam@brightwater.example", "ja, yuki@aozora.example"})
    void aRefusedMailIsSentAgainOrToAnotherAddress(String language, String sender) {
        String refused = "mistyped." + language + "@school.example";
        String right = "right." + language + "@school.example";
        server.refuse(refused);
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        invite(partner, refused);
        String link = partner.page.inputValue("#link");
        reloadUntil(partner, "invitation.step.mail.FAILED");
        partner.sees("delivery.stuck.FAILED").sees("MailProblem.REFUSED").seesText("550 5.1.1");
        assertThat(partner.page.inputValue("#link"))
                .as("the link is there to copy")
                .isEqualTo(link);
        partner.looksRight("mail-failed");
        String page = partner.page.url();

        // the address is wrong after all: another invitation
        partner.click("delivery.another-address");
        invite(partner, right);
        reloadUntil(partner, "invitation.step.mail.SENT");
        partner.looksRight("mail-delivered");

        // or the other side has made a mailbox: the very mail once more
        server.accept(refused);
        partner.goTo(page).click("delivery.send-again").sees("invitation.mailed-again.done");
        reloadUntil(partner, "invitation.step.mail.SENT");
        // the demo people's mails leave at the same time
        assertThat(server.recipients().stream().filter(each -> each.equals(refused) || each.equals(right)))
                .containsExactly(right, refused);
        assertThat(server.received())
                .anyMatch(mail -> mail.contains("To: " + refused)
                        && mail.replace("=\n", "").contains(link));
    }

    @ParameterizedTest
    @CsvSource({"en", "ja"})
    void theOperatorSeesWhichMailsAreStuck(String language) {
        server.is(ScriptedSmtpServer.Mood.BUSY);
        String sender = language.equals("ja") ? "yuki@aozora.example" : "sam@brightwater.example";
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        invite(partner, "waits." + language + "@school.example");
        reloadUntil(partner, "invitation.step.mail.DEFERRED");
        partner.looksRight("mail-late");
        var operator = new Visitor(language);
        operator.goTo("/sign-in").signInAs("robin@portal-office.example");
        operator.page
                .locator("button[name='language'][value='" + language + "']")
                .click();
        operator.goTo("/operator/mails").seesText("451 4.3.2").looksRight("mail-queue");
        server.is(ScriptedSmtpServer.Mood.TAKES);
        operator.page
                .locator("tr:has-text('waits." + language + "@') button")
                .first()
                .click();
        operator.sees("mailqueue.sent-again");
    }
}
