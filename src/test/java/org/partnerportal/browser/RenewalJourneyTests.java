package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renew as people do it: find what ends, send the same terms again, accept; and switch auto-extend for several at once. */
class RenewalJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, ben@alderfinch.example, Managed workplace",
        "ja, yuki@aozora.example, ichiro@sakura.example, 日常運用サポート"
    })
    void theRenewalTakesTheOldOnesPlace(String language, String sender, String addressee, String name) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        partner.goTo("/partner/customers").click("relationship.show.auto_extend_off");
        partner.seesText(name).looksRight("customer-list");
        partner.page.locator("tr:has-text('" + name + "') a").last().click();
        partner.sees("customer.id").looksRight("customer");
        partner.page
                .locator(".card:has-text('" + name + "') a[href*='renew=']")
                .first()
                .click();
        partner.sees("renewal.partner").looksRight("renew");
        partner.click("invitation.send").sees("invitation.sent.done").sees("relationship.renews");
        String link = partner.page.inputValue("#link");

        var customer = new Visitor(language);
        customer.goTo(link).click("layout.sign-in").signInAs(addressee);
        customer.sees("accept.title").sees("renewal.customer").looksRight("renewal");
        if (customer.page.locator("#read").count() > 0) {
            customer.page.check("#read");
        }
        customer.click("accept.button").sees("confirmation.title");
        customer.click("confirmation.to-partner").sees("relationship.renewed-by");

        partner.goTo("/partner/customers?show=all").page.fill("#q", name);
        partner.page.keyboard().press("Enter");
        partner.sees("list.count", 2);
        partner.page.check("[data-all] input");
        // the one that was renewed is over: it cannot be ticked
        assertThat(partner.page.locator("input[name=id]:disabled").count()).isEqualTo(1);
        assertThat(partner.page.locator("input[name=id]:checked").count()).isEqualTo(1);
        partner.click("customer.bulk.on").sees("customer.bulk.on.question", 1).looksRight("bulk");
        partner.click("remove.yes").sees("customer.bulk.on.done");
        partner.sees("batch.worked", 1, 1).looksRight("bulk-result"); // the page follows the job by itself
        partner.page.locator("td a").first().click();

        Locator cards = partner.page.locator("section[id^='r-']:has-text('" + name + "')");
        assertThat(cards.count()).isEqualTo(2);
        assertThat(cards.first().innerText())
                .contains(
                        partner.text("RelationshipStatus.ACTIVE"),
                        partner.text("relationship.renews"),
                        partner.text("auto-extend.is-on"));
        assertThat(cards.last().innerText())
                .contains(partner.text("RelationshipStatus.ENDED"), partner.text("relationship.renewed-by"));
        partner.looksRight("customer-renewed");
    }
}
