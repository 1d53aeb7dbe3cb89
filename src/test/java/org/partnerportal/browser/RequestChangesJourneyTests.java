package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for another offer: propose, see it side by side, revise with one click or otherwise, accept the fresh offer. */
class RequestChangesJourneyTests extends BrowserTest {

    private static final String HELPDESK = "entrarole.helpdesk-administrator.name";
    private static final String REPORTS = "entrarole.reports-reader.name";
    private static final String SERVICE_SUPPORT = "entrarole.service-support-administrator.name";

    private static final int DESK = 1280;
    private static final int PHONE = 375;
    private static final int HEIGHT = 900;

    /** On a desk and on a phone. */
    private static void looksRight(Visitor visitor, String name) {
        visitor.looksRight(name);
        visitor.page.setViewportSize(PHONE, HEIGHT);
        visitor.looksRight(name + "-phone");
        assertThat(visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a phone", name)
                .isEqualTo(true);
        visitor.page.setViewportSize(DESK, HEIGHT);
    }

    private static void tick(Visitor visitor, String list, String role, boolean ticked) {
        visitor.page
                .locator(list)
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page
                                .locator("strong")
                                .filter(new Locator.FilterOptions()
                                        .setHasText(Pattern.compile("^"
                                                + Pattern.quote(visitor.text(role))
                                                        .replaceAll("\\\\[QE]", "") + "$")))))
                .locator("input")
                .setChecked(ticked);
    }

    private static void invite(Visitor partner, String email, String language) {
        partner.goTo("/partner/invitations/new?type=GDAP");
        partner.page.selectOption("#language", language);
        partner.fill("email", email).fill("durationDays", "120");
        partner.fill("name", partner.language.equals("ja") ? "メール運用の支援" : "Mail support");
        partner.page.locator(".picker-group summary").all().forEach(Locator::click);
        tick(partner, ".role-choice", HELPDESK, true);
        tick(partner, ".role-choice", REPORTS, true);
        partner.click("invitation.send").sees("invitation.sent.done");
    }

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, olivia@alderfinch.example",
        "ja, yuki@aozora.example, hanako@sakura.example"
    })
    void anotherOfferInsteadOfNo(String language, String sender, String addressee) {
        String note = language.equals("ja") ? "まずは半分の期間でお願いします。" : "Let us begin with half the time.";
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(sender);
        invite(partner, addressee, language);
        String oldLink = partner.page.inputValue("#link");
        String partnersPage = partner.page.url();

        var customer = new Visitor(language);
        customer.goTo(oldLink).click("layout.sign-in").signInAs(addressee);
        customer.sees("accept.title").click("changerequest.title").sees("changerequest.send");
        customer.click("changerequest.send").sees("InvitationRefusal.NOTHING_PROPOSED");
        customer.goTo(customer.page.url()).sees("changerequest.send"); // the fresh form
        tick(customer, ".role-choice", HELPDESK, false);
        customer.page.locator("#others-label").click();
        customer.page.fill("#role-filter", customer.text(SERVICE_SUPPORT));
        tick(customer, ".other-role", SERVICE_SUPPORT, true);
        customer.fill("durationDays", "60").fill("note", note);
        looksRight(customer, "request-changes");
        customer.click("changerequest.send").sees("changerequest.requested.done");
        customer.sees("changerequest.role.left-out").sees("changerequest.next.decline");
        looksRight(customer, "changes-requested");
        String customersPage = customer.page.url();
        customer.goTo("/").sees("InvitationStatus.CHANGES_REQUESTED");

        partner.page.reload();
        partner.sees("changerequest.proposal").seesText(note).sees("changerequest.role.added");
        looksRight(partner, "proposal");
        partner.click("changerequest.revise").sees("changerequest.revise.title");
        looksRight(partner, "revise");
        partner.goTo(partnersPage).click("changerequest.accept-proposal");
        partner.sees("changerequest.revised.done").sees("InvitationStatus.PENDING");
        String newLink = partner.page.inputValue("#link");

        customer.goTo(oldLink).sees("unknown.title");
        customer.goTo(newLink).sees("changerequest.revised.title");
        assertThat(customer.page.url()).isEqualTo(customersPage);
        assertThat(customer.page.inputValue("#durationDays")).isEqualTo("60");
        looksRight(customer, "revised");
        if (customer.page.locator("#read").count() > 0) { // one of the two organisations has accepted the agreement
            customer.page.check("#read");
        }
        customer.click("accept.button").sees("confirmation.title").sees("confirmation.granted");
    }

    @ParameterizedTest
    @CsvSource({"en", "ja"})
    void aNewcomerFindsAProposalInTheDemoData(String language) {
        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs("jonas@hanse.example");
        partner.page
                .locator("button[name='language'][value='" + language + "']")
                .click();
        partner.goTo("/partner/invitations?show=changes_requested").seesText("Backup and recovery");
        partner.page.locator("td a").first().click();
        partner.sees("changerequest.accept-proposal").looksRight("proposal-demo");
    }
}
