package org.partnerportal.browser;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer makes an account for a partner's person, who chooses a password, works, and is out once it is disabled. */
class PartnerAccountJourneyTests extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/p/[\\w-]+");
    private static final String NEW_PASSWORD = "three quiet words by the sea";

    @Autowired
    private InvitationFixture invitations;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void makesAnAccountAndDisablesIt(String language) {
        Actor customer = called(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), language, Named.CUSTOMER);
        Actor partner = called(tenants.partner(), language, Named.PARTNER);
        invitations.relationship(partner, customer, PartnerType.PARTNER);
        String email = "kim" + UUID.randomUUID() + "@partner.example";
        String settings = "/settings/partner-relationships/" + partner.tenant();

        Visitor admin = new Visitor(language).signIn(customer, settings);
        admin.click("partneraccount.title").sees("partneraccount.none").looksRight("partner-accounts-none");
        admin.click("partneraccount.new").click("partneraccount.create");
        admin.sees("form.summary").looksRight("partner-account-refused");
        admin.fill("name", "Kim Ito").fill("email", email);
        admin.page.selectOption("#language", language);
        admin.page
                .locator("input[value='" + InvitationFixture.USER_ADMINISTRATOR + "']")
                .check();
        admin.looksRight("partner-account-new");
        admin.doubleClick("partneraccount.create")
                .sees("partneraccount.created")
                .looksRight("partner-accounts");

        var person = new Visitor(language);
        person.goTo(inMailTo(email, LINK)).fill("password", NEW_PASSWORD);
        person.click("password.button").sees("password.done");
        person.goTo("/users");
        person.sees("partneraccount.mark").looksRight("partner-account-users");

        admin.click("partneraccount.disable").sees("partneraccount.disable.stops");
        admin.looksRight("partner-account-disable");
        admin.click("remove.yes").sees("partneraccount.disabled");
        person.goTo("/users");
        person.page.waitForURL(url -> url.contains("/sign-in"));

        admin.click("partneraccount.enable").sees("partneraccount.enable.roles");
        admin.looksRight("partner-account-enable");
        admin.doubleClick("remove.yes").sees("partneraccount.enabled");
        person.fill("email", email).fill("password", NEW_PASSWORD).click("sign-in.button");
        person.page.waitForURL(url -> url.endsWith("/users"));
        person.sees("partneraccount.mark");

        admin.goTo(admin.page.url().replace("/accounts", "/remove-roles"));
        admin.click("remove.yes").sees("relationship.roles.none");
        person.page.reload();
        person.sees("partneraccount.standing.idle"); // still signed in, and without any role
    }
}
