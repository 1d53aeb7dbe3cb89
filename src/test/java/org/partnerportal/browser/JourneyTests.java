package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main journey as people walk it: invite, accept and authorize, list, remove roles. */
class JourneyTests extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("http\\S+/i/\\S+");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private String invite(Visitor partner, String email, String language) {
        return invite(partner, email, language, page -> {});
    }

    private String invite(Visitor partner, String email, String language, Consumer<String> look) {
        partner.goTo("/partner/invitations");
        look.accept("invitations");
        partner.click("invitation.new");
        look.accept("types");
        partner.click("PartnerType.GDAP");
        partner.page.selectOption("#language", language);
        partner.fill("email", email).fill("durationDays", "120").fill("name", "Everyday support");
        partner.page.fill("#role-filter", partner.text("entrarole.helpdesk-administrator.name"));
        partner.page.locator(".role-choice:visible input").first().check();
        partner.page.fill("#role-filter", partner.text("entrarole.reports-reader.name"));
        partner.page
                .locator(".role-choice:visible")
                .filter(new Locator.FilterOptions().setHasText(partner.text("entrarole.reports-reader.name")))
                .first()
                .locator("input")
                .check();
        partner.page.fill("#role-filter", "");
        look.accept("new-invitation");
        partner.doubleClick("invitation.send").sees("invitation.sent.done").sees("invitation.link");
        String shown = partner.page.inputValue("#link");
        assertThat(shown).matches(LINK);
        inMailTo(email, Pattern.compile(Pattern.quote(shown))); // others were mailed to the same address before
        partner.page.reload();
        look.accept("sent");
        return shown;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void anOrganisationThatIsNewHere(String language) {
        boolean japanese = language.equals("ja");
        String domain = "school" + UUID.randomUUID() + ".example";
        String email = "aki@" + domain;
        var partner = new Visitor(language);
        partner.goTo("/sign-in").looksRight("sign-in");
        partner.signInAs(japanese ? "yuki@aozora.example" : "sam@brightwater.example");
        String link = invite(partner, email, language, partner::looksRight);

        var customer = new Visitor(language);
        customer.reads(email).looksRight("mail");
        customer.goTo(link).sees("arrive.new").looksRight("arrive");
        assertThat(customer.page.url()).as("the link has left the address").endsWith("/invitation");
        customer.click("front.register").looksRight("register");
        customer.fill("organisation", japanese ? "みどり小学校" : "Green Hill School").fill("domain", domain);
        customer.page.selectOption("#country", "JP");
        customer.fill("name", japanese ? "青木 亜希" : "Aki Aoki").fill("email", email);
        customer.fill("password", "eight words make a good password");
        customer.doubleClick("register.button").sees("confirm.title").looksRight("code");
        customer.fill("code", inMailTo(email, CODE)).doubleClick("confirm.button");

        customer.sees("accept.title").sees("registration.done").looksRight("accept");
        customer.click("accept.button").sees("form.summary").looksRight("accept-not-read");
        assertThat(customer.page.title())
                .startsWith(customer.text("layout.error-prefix").strip());
        customer.page.check("#read");
        customer.page.locator(".role-choice input").last().uncheck();
        customer.fill("durationDays", "90").doubleClick("accept.button");
        customer.sees("confirmation.title").sees("confirmation.not-granted").looksRight("confirmation");
        String reference = customer.page.locator(".reference").innerText();
        inMailTo(email, Pattern.compile(Pattern.quote(reference)));

        customer.click("agreement.to-partners").seesText("Everyday support").looksRight("list");
        customer.page.locator("tr.group a").first().click();
        customer.looksRight("partner");
        customer.click("remove.title");
        customer.page.locator("dialog[open]").waitFor();
        customer.looksRight("remove-roles");
        customer.page.keyboard().press("Escape");
        assertThat(customer.page.locator("dialog[open]").count()).isZero();
        customer.click("remove.title").doubleClick("remove.yes");
        customer.sees("relationship.roles.removed")
                .sees("relationship.roles.none")
                .sees("RelationshipStatus.ACTIVE")
                .looksRight("roles-removed");
        customer.goTo("/settings/history").sees("audit.kind.RolesRemoved").looksRight("history");
        customer.goTo("/billing/agreement").sees("agreement.record.title").looksRight("record");

        partner.goTo("/partner/customers").looksRight("customers");
        partner.page.fill("#q", "Everyday support");
        partner.page.keyboard().press("Enter");
        partner.sees("relationship.roles.none");
    }

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, olivia@alderfinch.example, ben@alderfinch.example",
        "ja, yuki@aozora.example, hanako@sakura.example, ichiro@sakura.example"
    })
    void theDemoOrganisations(String language, String sender, String addressee, String colleague) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        String link = invite(partner, addressee, language);

        var customer = new Visitor(language);
        customer.goTo(link).click("layout.sign-in").signInAs(colleague);
        customer.sees("wrong.title").looksRight("wrong-account");
        customer.click("wrong.switch").signInAs(addressee);
        customer.sees("accept.title");
        String page = customer.page.url();
        if (customer.page.locator("#read").count() > 0) { // one of the two organisations has accepted the agreement
            customer.page.check("#read");
        }
        customer.click("accept.button").sees("confirmation.title");
        customer.goTo(page).sees("answered.ACCEPTED.title").looksRight("answered");
        customer.goTo("/settings/partner-relationships").seesText("Everyday support");
        customer.page.locator("tr:has-text('Everyday support') a").first().click();
        customer.page
                .locator(".card:has-text('Everyday support') [data-dialog^='remove-roles-']")
                .click();
        customer.click("remove.yes").sees("relationship.roles.removed").sees("relationship.roles.none");
        customer.goTo("/").looksRight("start");
        customer.goTo("/account").looksRight("account");
        customer.goTo("/billing/agreement/text").looksRight("agreement-text");

        partner.page.reload();
        partner.sees("InvitationStatus.ACCEPTED").looksRight("sent-accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, olivia@alderfinch.example",
        "ja, yuki@aozora.example, hanako@sakura.example"
    })
    void decliningInstead(String language, String sender, String addressee) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        String link = invite(partner, addressee, language);

        var customer = new Visitor(language);
        customer.goTo(link).click("layout.sign-in").signInAs(addressee);
        customer.sees("accept.title");
        String page = customer.page.url();
        customer.goTo("/settings/partner-relationships?show=pending").looksRight("pending");
        customer.goTo(page).click("decline.button").fill("reason", "Not now");
        customer.looksRight("decline").doubleClick("decline.button");
        customer.sees("invitation.declined.done")
                .sees("answered.DECLINED.title")
                .looksRight("declined");

        partner.page.reload();
        partner.sees("InvitationStatus.DECLINED").seesText("Not now").looksRight("sent-declined");
    }

    @ParameterizedTest
    @CsvSource({"en, tom@alderfinch.example", "ja, ken@sakura.example"})
    void somebodyWithoutTheRightRoleIsToldWhoHasIt(String language, String email) {
        var visitor = new Visitor(language, ColorScheme.DARK); // dark from the start
        visitor.goTo("/sign-in").signInAs(email).goTo("/settings/partner-relationships");
        visitor.sees("error.not-allowed.title").looksRight("not-allowed");
        visitor.goTo("/billing/agreement")
                .looksRight("agreement-" + (language.equals("en") ? "needs-colleague" : "done"));
        visitor.goTo("/no/such/page").sees("error.404.title").looksRight("not-found");
    }
}
