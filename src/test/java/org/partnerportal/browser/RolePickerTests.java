package org.partnerportal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The role picker, with and without scripts: narrow, tick, be warned, keep as a template, use it. */
class RolePickerTests extends BrowserTest {

    private static Locator role(Visitor visitor, String key) {
        return visitor.page
                .locator(".role-choice")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page
                                .locator("label strong")
                                .getByText(
                                        visitor.text("entrarole." + key + ".name"),
                                        new Locator.GetByTextOptions().setExact(true))));
    }

    @ParameterizedTest
    @CsvSource({"en, sam@brightwater.example", "ja, yuki@aozora.example"})
    void choosingRolesWithScripts(String language, String email) {
        var partner = new Visitor(language, ColorScheme.DARK);
        partner.goTo("/sign-in").signInAs(email).goTo("/partner/role-templates").looksRight("role-templates");
        partner.click("roletemplate.new");
        Locator technician = role(partner, "printer-technician");
        assertThat(technician).isHidden();
        partner.page.fill("#role-filter", partner.text("RoleTask.MANAGE_PRINTERS"));
        assertThat(technician).isVisible();
        technician.locator("input").check();
        partner.page.fill("#role-filter", "no such role");
        assertThat(technician).isVisible(); // ticked
        partner.sees("entrarole.picker.nothing");
        partner.page.fill("#role-filter", "");
        partner.page.selectOption("#role-task", "RESET_PASSWORDS");
        Locator password = role(partner, "password-administrator");
        assertThat(password).isVisible();
        assertThat(role(partner, "guest-inviter")).isHidden();
        password.locator("input").check();
        assertThat(password.locator(".picker-warning")).isVisible();
        assertThat(partner.page.locator(".picker-foot strong").first()).hasText("2");
        assertThat(partner.page.locator(".picker-foot strong").last()).hasText("1");
        partner.fill("name", "Printers " + language).looksRight("role-picker");
        partner.click("roletemplate.save").sees("roletemplate.created.done").seesText("Printers " + language);
        partner.page.locator(".template-list .actions a").first().click();
        assertThat(technician.locator("input")).isChecked();
        assertThat(technician).isVisible();
        partner.looksRight("invitation-from-template");
    }

    @ParameterizedTest
    @CsvSource({"en, sam@brightwater.example", "ja, yuki@aozora.example"})
    void choosingRolesWithoutScripts(String language, String email) {
        var partner = new Visitor(language, ColorScheme.LIGHT, false);
        partner.goTo("/sign-in").signInAs(email).goTo("/partner/invitations/new?type=GDAP");
        partner.page.selectOption("#template", "LICENCE_DESK");
        partner.click("roletemplate.use.button");
        assertThat(role(partner, "license-administrator").locator("input")).isChecked();
        partner.page.selectOption("#role-task", "RESET_PASSWORDS");
        assertThat(role(partner, "license-administrator")).isVisible(); // ticked
        assertThat(role(partner, "billing-administrator")).isHidden();
        partner.page.locator("#roles-IDENTITY summary").click();
        Locator helpdesk = role(partner, "helpdesk-administrator");
        assertThat(helpdesk).isVisible();
        assertThat(role(partner, "guest-inviter")).isHidden();
        assertThat(helpdesk.locator(".picker-warning")).isHidden();
        helpdesk.locator("input").check();
        assertThat(helpdesk.locator(".picker-warning")).isVisible();
        partner.page.selectOption("#role-task", "");
        partner.page.selectOption("#role-category", "SECURITY");
        assertThat(partner.page.locator("#roles-DEVICES")).isHidden();
        assertThat(helpdesk).isVisible();
        partner.click("invitation.send").sees("form.summary");
        assertThat(role(partner, "helpdesk-administrator").locator("input")).isChecked();
    }
}
