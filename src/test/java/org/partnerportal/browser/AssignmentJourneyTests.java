package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin agent decides who of the partner may use a customer's roles: from the groups, and from the customer's page. */
class AssignmentJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, Managed workplace, Service desk, Night shift, Noah Kim",
        "ja, yuki@aozora.example, 日常運用サポート, ヘルプデスク チーム, 夜間対応チーム, 小林 葵"
    })
    void aGroupGetsAndLosesRoles(
            String language, String email, String relationship, String group, String other, String member) {
        var agent = new Visitor(language);
        agent.goTo("/sign-in").signInAs(email).goTo("/partner/groups").seesText(other);
        agent.looksRight("groups");
        agent.page.locator("td a:has-text('" + group + "')").click();
        agent.seesText(member).sees("group.uses").looksRight("group");

        agent.goTo("/partner/customers")
                .page
                .locator("tr:has-text('" + relationship + "') a")
                .first()
                .click();
        agent.sees("customer.id")
                .page
                .locator("section:has-text('" + relationship + "') a[href$='/assignments']")
                .first()
                .click();
        agent.sees("assignment.active").looksRight("assignments");
        agent.click("assignment.new").page.locator("#group").selectOption(other);
        agent.page.locator("input[name=roles]").first().check();
        agent.looksRight("assign");
        agent.click("assignment.assign").sees("assignment.added");
        assertThat(agent.page.locator("tr:has-text('" + other + "')").count()).isEqualTo(1);

        agent.page.locator("tr:has-text('" + other + "') [data-dialog]").click();
        agent.page.locator("dialog[open]").waitFor();
        agent.looksRight("unassign");
        agent.click("remove.yes").sees("assignment.removed").sees("assignment.earlier");
    }
}
