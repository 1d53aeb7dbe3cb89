package org.partnerportal.browser;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shared mailbox gets an organisation's mails, and a person chooses the own ones. */
class NotificationJourneyTests extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("http\\S+/notification-address/\\S+");

    @ParameterizedTest
    @CsvSource({"en, ben@alderfinch.example", "ja, ichiro@sakura.example"})
    void aSharedMailbox(String language, String admin) {
        String address = "it-" + UUID.randomUUID() + "@mailbox.example";
        var visitor = new Visitor(language);
        visitor.goTo("/sign-in").signInAs(admin).goTo("/settings/notifications");
        visitor.click("notification.add").sees("form.summary").looksRight("notification-addresses-mistake");
        visitor.fill("email", address);
        visitor.page.selectOption("#language", language);
        visitor.page.locator("#topics input").first().check();
        visitor.doubleClick("notification.add").sees("notification.added").seesText(address);
        visitor.looksRight("notification-addresses");

        var reader = new Visitor(language);
        reader.reads(address).looksRight("notification-mail");
        reader.goTo(inMailTo(address, LINK)).sees("notification.confirm.title").looksRight("notification-confirm");
        reader.doubleClick("notification.confirm.button").sees("notification.confirm.done");

        visitor.page.reload();
        visitor.page
                .locator("li:has-text('" + address + "')")
                .getByText(visitor.text("notification.confirmed"))
                .waitFor();
        visitor.page
                .locator("li:has-text('" + address + "') button[formaction$='/remove']")
                .click();
        visitor.sees("notification.removed");

        visitor.goTo("/account").click("notification.mails.link").looksRight("your-mails");
        visitor.page.locator("input[value='REVIEWS']").uncheck();
        visitor.click("account.save").sees("notification.chosen");
        visitor.page.locator("input[value='REVIEWS']").check();
        visitor.click("account.save").sees("notification.chosen");
    }
}
