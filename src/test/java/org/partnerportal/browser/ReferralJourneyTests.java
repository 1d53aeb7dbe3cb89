package org.partnerportal.browser;

import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.listing.ListingService;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody new finds a partner, asks to be contacted, proves the address, is invited, registers and accepts: one thread on both sides. */
class ReferralJourneyTests extends BrowserTest {

    private static final Pattern CONFIRMATION = Pattern.compile("http\\S+/contact/\\S+");
    private static final Pattern INVITATION = Pattern.compile("http\\S+/i/\\S+");
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Autowired
    private ListingFixture listings;

    @Autowired
    private ListingService published;

    @Autowired
    private TenantService tenants;

    private Actor listed(String agent) {
        Actor partner = tenants.withEmail(agent).orElseThrow();
        if (published.published(partner.tenant()).isEmpty()) {
            listings.publish(partner, ListingFixture.content(partner.tenantName()));
        }
        return partner;
    }

    @ParameterizedTest
    @CsvSource({"en, sam@brightwater.example", "ja, yuki@aozora.example"})
    void fromTheFirstWordToTheRelationship(String language, String agent) {
        boolean japanese = language.equals("ja");
        Actor partner = listed(agent);
        String domain = "fjord" + UUID.randomUUID() + ".example";
        String email = "ann@" + domain;
        String organisation = japanese ? "みなと学園" : "Fjord School";

        var customer = new Visitor(language);
        customer.goTo("/").click("nav.directory");
        customer.fill("q", japanese ? "アオゾラ" : "BRIGHTWATER").click("directory.search");
        customer.page
                .locator("main a[href*='" + partner.tenant() + "']")
                .first()
                .click();
        customer.click("directory.contact").looksRight("contact");
        customer.click("contact.send").sees("form.summary").looksRight("contact-mistakes");
        customer.fill("needs", japanese ? "メールと共有ファイルを移行したい。\n夏休みまでに。" : "We would like to move our mail.\nBy summer.");
        customer.fill("organisation", organisation).fill("place", japanese ? "横浜市" : "Bergen");
        customer.page.selectOption("#country", japanese ? "JP" : "NO");
        customer.page.selectOption("#size", "SMALL");
        customer.page.selectOption("#industry", "SCHOOLS");
        customer.page.selectOption("#type", "RESELLER");
        customer.fill("name", japanese ? "青木 亜希" : "Ann Berg").fill("email", email);
        customer.page.check("[name=contactAgreed]");
        customer.page.check("[name=shareAgreed]");
        await().atMost(PATIENCE)
                .until(
                        () -> { // a form that is sent within three seconds is shown again
                            customer.click("contact.send");
                            customer.page.waitForLoadState();
                            return customer.page.url().endsWith("/sent");
                        });
        customer.sees("contact.sent.almost").looksRight("contact-sent");
        customer.goTo(inMailTo(email, CONFIRMATION))
                .sees("contact.confirm.title")
                .looksRight("contact-confirm");
        customer.doubleClick("contact.confirm.button")
                .sees("contact.confirm.register")
                .looksRight("contact-confirmed");

        var seller = new Visitor(language);
        seller.goTo("/sign-in").signInAs(agent).looksRight("start-referral");
        seller.goTo("/partner/referrals").seesText(organisation).looksRight("referrals");
        seller.page.locator("tr:has-text('" + organisation + "') a").first().click();
        seller.looksRight("referral-new");
        seller.doubleClick("referral.take").sees("referral.assigned");
        seller.fill("note", japanese ? "月曜に電話する。" : "Call on Monday.").click("referral.note.add");
        seller.sees("referral.noted").looksRight("referral");
        String page = seller.page.url();
        seller.goTo(page + "/close").looksRight("referral-close");
        seller.goTo(page).click("referral.invite").looksRight("referral-invite");
        seller.doubleClick("invitation.send").sees("invitation.sent.done").looksRight("referral-invited");

        customer.goTo(inMailTo(email, INVITATION)).click("front.register");
        customer.fill("organisation", organisation).fill("domain", domain);
        customer.page.selectOption("#country", "JP");
        customer.fill("name", japanese ? "青木 亜希" : "Ann Berg").fill("email", email);
        customer.fill("password", "eight words make a good password").click("register.button");
        customer.fill("code", inMailTo(email, CODE)).click("confirm.button").sees("accept.title");
        String invitation = customer.page.url();
        customer.goTo("/requests").sees("contact.status.CUSTOMER").looksRight("requests");
        customer.page.locator("main table a").first().click();
        customer.sees("start.offer.open").looksRight("request");
        customer.click("start.offer.open").sees("accept.title");
        customer.goTo(invitation).page.check("#read");
        customer.click("accept.button").sees("confirmation.title");
        customer.goTo("/requests").sees("contact.status.WON");
        customer.page.locator("main table a").first().click();
        customer.looksRight("request-won");
        customer.click("contact.relationship").sees("referral.relationship").looksRight("partner-with-request");

        seller.goTo(page).sees("referral.ended.WON").looksRight("referral-won");
        seller.click("contact.relationship").sees("referral.relationship").looksRight("customer-with-request");
    }
}
