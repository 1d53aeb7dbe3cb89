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

    /** Lets the partner offer it and the admin accept it, and leads to the partner's page. */
    private Visitor begin(String language, String sender, String email, String relationship) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender).goTo("/partner/invitations/new?type=GDAP&template=SERVICE_DESK");
        partner.page.selectOption("#language", language);
        partner.fill("email", email).fill("name", relationship).fill("durationDays", "180");
        partner.click("invitation.send").sees("invitation.sent.done");
        var admin = new Visitor(language);
        admin.goTo(partner.page.inputValue("#link")).click("layout.sign-in").signInAs(email);
        admin.sees("accept.title");
        if (admin.page.locator("#read").count() > 0) { // one of the two organisations has accepted the agreement
            admin.page.check("#read");
        }
        admin.click("accept.button").sees("confirmation.title").click("confirmation.to-partner");
        return admin;
    }

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, ben@alderfinch.example, New office",
        "ja, yuki@aozora.example, ichiro@sakura.example, 新校舎サポート"
    })
    void takesAccessAwayBitByBit(String language, String sender, String email, String relationship) {
        Visitor admin = begin(language, sender, email, relationship);
        int roles = card(admin, relationship).locator("[data-dialog^='role-']").count();

        ask(admin, relationship, "role");
        admin.looksRight("remove-role");
        admin.click("remove.yes").sees("relationship.role.removed");
        assertThat(card(admin, relationship).locator("[data-dialog^='role-']").count())
                .isEqualTo(roles - 1);

        ask(admin, relationship, "shorten");
        admin.looksRight("shorten");
        admin.page.locator("dialog[open] input[type=date]").fill("2020-01-01");
        admin.page.locator("dialog[open] input[type=date]").evaluate("field => field.form.noValidate = true");
        admin.click("shorten.button").sees("RelationshipRefusal.END_IN_PAST");
        admin.page
                .locator("main input[type=date]")
                .fill(LocalDate.now().plusDays(DAYS_LEFT).toString());
        admin.looksRight("shorten-refused");
        admin.click("shorten.button").sees("relationship.shortened");

        ask(admin, relationship, "auto-extend");
        admin.looksRight("auto-extend");
        admin.click("remove.yes").sees("relationship.auto-extend.switched-on").sees("auto-extend.is-on");

        ask(admin, relationship, "end");
        admin.looksRight("end");
        admin.page.keyboard().press("Escape");
        assertThat(admin.page.locator("dialog[open]").count()).isZero();
        ask(admin, relationship, "end");
        admin.click("remove.yes").sees("relationship.ended").sees("RelationshipStatus.ENDED");
        admin.looksRight("partner-after");
    }
}
