package org.partnerportal.browser;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service request as people walk it: opened, taken, answered, closed, and opened again. */
class SupportJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, mia@alderfinch.example, priya@alderfinch.example, /support/requests",
        "ja, naoki@sakura.example, yuki@aozora.example, /partner/support-requests"
    })
    void somethingDoesNotWork(String language, String who, String solver, String list) {
        String subject = (language.equals("ja") ? "印刷できない " : "Nobody can print ") + UUID.randomUUID();
        var asking = new Visitor(language);
        asking.goTo("/sign-in").signInAs(who).goTo("/support/requests").looksRight("service-requests");
        asking.click("support.new").looksRight("new-service-request");
        asking.click("support.new").sees("form.summary").looksRight("new-service-request-mistake");
        asking.fill("subject", subject);
        asking.page.selectOption("#area", "DEVICES");
        asking.page.locator("input[value='MANY_PEOPLE']").check();
        asking.fill("description", "It waits.\nSince this morning.").doubleClick("support.new");
        asking.sees("support.opened").sees("support.next.OPEN.nobody").looksRight("service-request-opened");

        var solving = new Visitor(language);
        solving.goTo("/sign-in")
                .signInAs(solver)
                .sees("support.start.see")
                .goTo(list)
                .looksRight("waiting-requests");
        solving.page.locator("main").getByText(subject).click();
        solving.looksRight("service-request-to-take");
        solving.doubleClick("support.take").sees("support.assigned").sees("support.turn");
        solving.fill("message", "Is it on?")
                .doubleClick("support.answer.button")
                .sees("support.answered");
        solving.looksRight("service-request-answered");

        asking.goTo("/")
                .sees("support.start.see")
                .goTo("/support/requests?show=mine")
                .seesText(subject);
        asking.page.locator("main").getByText(subject).click();
        asking.sees("support.turn").fill("message", "Now it is.").doubleClick("support.answer.button");
        asking.sees("support.answered");

        solving.page.reload();
        solving.click("support.close").looksRight("close-service-request");
        solving.fill("solution", "The switch was off.")
                .doubleClick("support.close")
                .sees("support.closed");
        solving.looksRight("service-request-closed");

        // not reloaded: closed while the person was writing
        asking.fill("message", "It is off again.").click("support.answer.button");
        asking.sees("SupportRefusal.CLOSED_MEANWHILE").looksRight("service-request-closed-meanwhile");
        asking.doubleClick("support.reopen.button").sees("support.answered").seesText("It is off again.");
        asking.looksRight("service-request-reopened");
    }
}
