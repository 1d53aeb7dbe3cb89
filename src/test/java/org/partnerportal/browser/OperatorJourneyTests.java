package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator creates an organisation; its administrator begins by the mailed link, and is out once it is disabled; checks the trail. */
class OperatorJourneyTests extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("http\\S+/p/\\S+");

    @ParameterizedTest
    @CsvSource({"en, Juniper School, juniper.example, Grace Hill", "ja, 学校法人けやき学園, keyaki.example, 中島 恵"})
    void bringsAnOrganisationInAndSwitchesItOff(String language, String organisation, String domain, String name) {
        String email = "admin@" + domain;
        var operator = new Visitor(language);
        operator.goTo("/sign-in").signInAs("robin@portal-office.example");
        if (!operator.page.locator("html").getAttribute("lang").equals(language)) { // Robin reads English
            operator.page.locator("footer button[value='" + language + "']").click();
        }
        operator.looksRight("operator-start");
        operator.click("nav.tenants").sees("operator.tenants.intro").looksRight("operator-tenants");

        operator.click("operator.tenant.new");
        operator.click("operator.tenant.create").sees("form.summary").looksRight("operator-new-refused");
        operator.fill("organisation", organisation).fill("domain", domain);
        operator.page.selectOption("#country", language.equals("ja") ? "JP" : "GB");
        operator.page.check("[name=partner]");
        operator.fill("phone", "+44 20 5550 0100").fill("supportEmail", "support@" + domain);
        operator.fill("name", name).fill("email", email);
        operator.page.selectOption("#language", language);
        operator.looksRight("operator-new");
        operator.click("operator.tenant.create").sees("operator.tenant.created").sees("operator.waiting");
        operator.looksRight("operator-tenant");

        String link = inMailTo(email, LINK);
        var admin = new Visitor(language);
        admin.reads(email).looksRight("mail-invited");
        admin.goTo(link).sees("password.title");
        assertThat(admin.page.url()).endsWith("/password");
        admin.looksRight("password");
        admin.fill("password", "a long enough password")
                .click("password.button")
                .sees("password.done");
        assertThat(admin.page.locator("nav.side").textContent()).contains(admin.text("nav.partner-center"));
        var late = new Visitor(language);
        late.goTo(link).sees("password.dead").looksRight("password-dead");

        operator.page.reload();
        operator.sees("TenantRefusal.HAS_ADMINISTRATOR");
        operator.click("operator.people", 1).seesText(email).looksRight("operator-accounts");
        operator.page.goBack();
        operator.click("operator.disable").sees("operator.tenant.disable.stays").looksRight("operator-disable");
        operator.click("remove.yes").sees("operator.tenant.disabled");

        admin.goTo("/partner/customers").sees("sign-in.register");
        assertThat(admin.page.url()).as("signed out at the next click").endsWith("/sign-in?lost");
        operator.click("operator.enable").click("remove.yes").sees("operator.tenant.enabled");
        operator.goTo("/operator/jobs").sees("operator.jobs.intro").looksRight("operator-jobs");

        operator.goTo("/operator/trail").fill("noted", "1000").click("trailcheck.ask");
        operator.sees("TrailCheckRefusal.NOTED_MALFORMED").looksRight("trail-check-refused");
        operator.fill("noted", "").click("trailcheck.ask");
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            operator.page.reload();
            return operator.page.locator("main").textContent().contains(operator.text("audit.check.sound"));
        });
        operator.looksRight("trail-check");

        late.goTo("/sign-in").click("password.forgotten").looksRight("forgotten");
        late.fill("email", email).click("password.forgotten.button").sees("password.forgotten.sent");
        late.looksRight("forgotten-sent");
        String asked = late.text("mail.PasswordLinkForgotten.intro");
        assertThat(inMailTo(email, Pattern.compile(Pattern.quote(asked)))).isEqualTo(asked);
    }
}
