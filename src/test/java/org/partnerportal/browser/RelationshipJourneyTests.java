package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a billing admin does with a partner's access: one role, the time, auto-extend, and the end of it all. */
class RelationshipJourneyTests extends BrowserTest {

    private static final int DAYS_LEFT = 40;

    private static Locator card(Visitor admin, String relationship) {
        return admin.page.locator("[id^='r-']:has(.card-header span:text-is('" + relationship + "'))");
    }

    private static void ask(Visitor admin, String relationship, String action) {
        card(admin, relationship)
                .locator("[data-dialog^='" + action + "-']")
                .first()
                .click();
        admin.page.locator("dialog[open]").waitFor();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ben@alderfinch.example, Managed workplace, On-site engineers",
        "ja, ichiro@sakura.example, 日常運用サポート, アドバイザー契約"
    })
    void takesAccessAwayBitByBit(String language, String email, String relationship, String other) {
        var admin = new Visitor(language);
        admin.goTo("/sign-in").signInAs(email).goTo("/settings/partner-relationships?show=all");
        admin.page.locator("tr:has-text('" + relationship + "') a").first().click();
        int roles = card(admin, relationship).locator("[data-dialog^='role-']").count();

        ask(admin, relationship, "role");
        admin.looksRight("remove-role");
        admin.click("remove.yes").sees("relationship.role.removed");
        assertThat(card(admin, relationship).locator("[data-dialog^='role-']").count())
                .isEqualTo(roles - 1);

        ask(admin, relationship, "shorten");
        admin.page.locator("dialog[open] input[type=date]").fill("2020-01-01");
        admin.page.locator("dialog[open] input[type=date]").evaluate("field => field.form.noValidate = true");
        admin.click("shorten.button").sees("RelationshipRefusal.END_IN_PAST");
        admin.page
                .locator("main input[type=date]")
                .fill(LocalDate.now().plusDays(DAYS_LEFT).toString());
        admin.looksRight("shorten");
        admin.click("shorten.button").sees("relationship.shortened");

        ask(admin, relationship, "auto-extend");
        admin.looksRight("auto-extend");
        admin.click("remove.yes").sees("relationship.auto-extend.switched-on").sees("auto-extend.is-on");

        ask(admin, other, "end");
        admin.looksRight("end");
        admin.page.keyboard().press("Escape");
        assertThat(admin.page.locator("dialog[open]").count()).isZero();
        ask(admin, other, "end");
        admin.click("remove.yes").sees("relationship.ended").sees("RelationshipStatus.ENDED");
        admin.looksRight("partner-after");
    }
}
