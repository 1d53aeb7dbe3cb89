package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner changes its listing, looks at it in both languages and submits it; the operator sends it back, then approves it. */
class ListingJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, lena@brightwater.example, Brightwater Systems, enSummary, Keeps schools safe and running.",
        "ja, yuki@aozora.example, sho@aozora.example, あおぞらクラウド株式会社, jaSummary, 学校の IT をまるごと支えます。"
    })
    void writesPreviewsSubmitsAndIsApproved(
            String language, String agent, String colleague, String organisation, String field, String summary) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(agent).goTo("/partner/profile");
        partner.sees("listing.listed.text").looksRight("listing-listed");
        partner.click("listing.edit").sees("listing.one-language").looksRight("listing-edit");
        partner.fill("phone", "call me").click("listing.keep").sees("ListingRefusal.PHONE_MALFORMED");
        partner.looksRight("listing-refused");
        partner.fill("phone", "+1 555 0117")
                .fill(field, "")
                .click("listing.keep")
                .sees("listing.missing");
        partner.looksRight("listing-incomplete");
        partner.goTo("/partner/profile").sees("listing.incomplete.title").click("listing.continue");
        partner.fill("country-filter", language.equals("ja") ? "ノルウェー" : "Norway");
        assertThat(partner.page.locator(".country-choice:has([value=NO])").isVisible())
                .isTrue();
        assertThat(partner.page.locator(".country-choice:has([value=SE])").isVisible())
                .isFalse();
        partner.page.check("[name=countries][value=NO]");
        partner.fill(field, summary).click("listing.keep").sees("listing.kept");
        partner.seesText(summary).looksRight("listing-preview");
        partner.click("listing.submit").sees("listing.waits.text").looksRight("listing-waits");

        var reader = new Visitor(language);
        reader.goTo("/sign-in").signInAs(colleague).goTo("/partner/profile");
        reader.sees("listing.read-only").looksRight("listing-read-only");

        var operator = new Visitor(language);
        operator.goTo("/sign-in").signInAs("robin@portal-office.example");
        if (!operator.page.locator("html").getAttribute("lang").equals(language)) { // Robin reads English
            operator.page.locator("footer button[value='" + language + "']").click();
        }
        operator.sees("listing.start.waiting.see").click("listing.start.waiting.see");
        operator.seesText(organisation).looksRight("listing-operator-list");
        operator.page.locator("main table a").first().click();
        operator.seesText(summary).sees("listing.operator.changed").looksRight("listing-operator-case");
        operator.click("listing.send-back").click("listing.send-back").sees("ListingRefusal.REASON_MALFORMED");
        operator.looksRight("listing-operator-refused");
        operator.fill("reason", "3.").click("listing.send-back").sees("listing.sent-back");

        partner.goTo("/").sees("listing.start.CORRECT").click("listing.start.go");
        partner.sees("listing.returned.text").looksRight("listing-returned");
        partner.click("listing.edit")
                .click("listing.keep")
                .click("listing.submit")
                .sees("listing.submitted");
        operator.page.reload();
        operator.click("listing.approve").sees("listing.approved");
        String approved = partner.text("mail.ListingApproved.action");
        assertThat(inMailTo(agent, Pattern.compile(Pattern.quote(approved)))).isEqualTo(approved);

        operator.click("listing.take-out").looksRight("listing-operator-take-out");
        operator.fill("reason", "Test").click("listing.take-out").sees("listing.taken-out");
        partner.goTo("/partner/profile").sees("listing.blocked.text").looksRight("listing-blocked");
        operator.click("listing.put-back").click("remove.yes").sees("listing.put-back.done");
        partner.goTo("/partner/profile").click("listing.hide").looksRight("listing-hide");
        partner.click("remove.yes").sees("listing.hidden.text");
        partner.click("listing.show").click("remove.yes").sees("listing.listed.text");
    }
}
