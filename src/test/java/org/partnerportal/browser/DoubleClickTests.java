package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two quick clicks on each button of the main journey, in a browser without scripts, which sends the form twice. */
class DoubleClickTests extends BrowserTest {

    @Autowired
    private JdbcTemplate database;

    /** With one click: a second one may arrive after the first has begun a new session, and then has to sign in again. */
    private Visitor signIn(String email, String password) {
        Visitor visitor = withoutScripts("en");
        visitor.goTo("/sign-in?continue=/account").fill("email", email).fill("password", password);
        return visitor.click("sign-in.button").seesText(email);
    }

    /** Clicks twice, and waits until the form has left the window. */
    private static void doubleClick(Visitor visitor, String key, String address) {
        Locator form =
                visitor.page.locator("main form[action$='" + address + "']").first();
        visitor.doubleClick(key);
        form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private long count(String rows, Object... arguments) {
        return database.queryForObject("select count(*) from " + rows, Long.class, arguments);
    }

    @Test
    void invitesAcceptsAndRemovesRolesOnce() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Visitor sender = signIn(partner.email(), TenantFixture.PASSWORD);
        sender.goTo("/partner/invitations/new?type=GDAP").fill("email", customer.email());
        sender.fill("durationDays", "90");
        sender.page.locator("#roles-IDENTITY summary").click();
        sender.page.locator("#roles-IDENTITY .role-choice input").first().check();
        doubleClick(sender, "invitation.send", "/new");
        UUID id = database.queryForObject(
                "select id from invitation where partner_id = ?",
                UUID.class,
                partner.tenant().value());

        Visitor visitor = signIn(customer.email(), TenantFixture.PASSWORD);
        visitor.goTo("/invitation/" + id).page.check("#read");
        doubleClick(visitor, "accept.button", "/accept");
        UUID relationship = database.queryForObject(
                "select id from relationship where partner_id = ?",
                UUID.class,
                partner.tenant().value());
        assertThat(count(
                        "agreement_acceptance where customer_id = ?",
                        customer.tenant().value()))
                .isEqualTo(1);

        visitor.goTo("/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles");
        doubleClick(visitor, "remove.yes", "/remove-roles");
        assertThat(count("trail_entry where subject_id = ? and kind = 'RolesRemoved'", relationship))
                .isEqualTo(1);
        visitor.goTo("/settings/partner-relationships/" + partner.tenant()).sees("relationship.roles.none");
        assertThat(visitor.formsSent).as("at least one form went out twice").isGreaterThan(3);
    }

    @Test
    void registersOnceWithOneCode() {
        String domain = "school" + UUID.randomUUID() + ".example";
        String email = "aki@" + domain;
        String password = "eight words make a good password";
        Visitor visitor = withoutScripts("en");
        visitor.goTo("/register").fill("organisation", "Green Hill School").fill("domain", domain);
        visitor.page.selectOption("#country", "JP");
        visitor.fill("name", "Aki Aoki").fill("email", email).fill("password", password);
        doubleClick(visitor, "register.button", "/register");
        assertThat(count("mail where recipient = ?", email)).isEqualTo(1);

        visitor.goTo("/register/confirm").fill("code", inMailTo(email, Pattern.compile("\\b\\d{6}\\b")));
        doubleClick(visitor, "confirm.button", "/confirm");
        assertThat(count("account where email = ?", email)).isEqualTo(1);
        signIn(email, password);
        assertThat(visitor.formsSent).as("at least one form went out twice").isGreaterThan(2);
    }
}
