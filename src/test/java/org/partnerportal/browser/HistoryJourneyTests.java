package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who did what, and a file of it: the history as an administrator and an admin agent look through it. */
class HistoryJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, olivia@alderfinch.example, sam@brightwater.example",
        "ja, hanako@sakura.example, yuki@aozora.example"
    })
    void findsWhoDidWhatAndTakesItAlong(String language, String customer, String partner) throws Exception {
        var administrator = new Visitor(language);
        administrator.goTo("/sign-in").signInAs(customer);
        administrator
                .goTo("/settings/history")
                .sees("audit.kind.SignInSucceeded")
                .looksRight("history-all");
        administrator.page.selectOption("#kind", "sign_in");
        administrator.click("list.find").sees("audit.kind.SignInSucceeded").looksRight("history-filtered");
        assertThat(administrator.page.url()).contains("kind=sign_in");
        Download file = administrator.page.waitForDownload(() -> administrator.click("audit.csv"));
        assertThat(file.suggestedFilename()).isEqualTo("history.csv");
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8))
                .contains("SignInSucceeded")
                .doesNotContain("RelationshipStarted");
        administrator.fill("q", "nothing of the kind").click("list.find").sees("list.nothing");
        administrator.looksRight("history-nothing");
        administrator.click("list.clear");
        administrator
                .goTo("/settings/history?kind=none&from=yesterday")
                .sees("audit.ignored")
                .looksRight("history-ignored");
        administrator.goTo("/settings/partner-relationships");
        administrator.page.locator("tr.group a").first().click();
        administrator.click("relationship.history.all").sees("audit.with.anybody");
        administrator.looksRight("history-with");

        var agent = new Visitor(language);
        agent.goTo("/sign-in").signInAs(partner);
        agent.goTo("/settings/history").sees("audit.kind.InvitationSent").looksRight("history-partner");
    }
}
