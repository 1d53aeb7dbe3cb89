package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** The agreement alone: from signing in by typing to its record, in English and then in Japanese. */
class AgreementJourneyTests extends BrowserTest {

    @Autowired
    private TenantFixture tenants;

    @Test
    void acceptsTheAgreementAloneAndKeepsItsRecord() throws IOException {
        var visitor = new Visitor("en");
        Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        visitor.goTo("/billing/agreement").fill("email", person.email()).fill("password", TenantFixture.PASSWORD);
        visitor.click("sign-in.button").sees("agreement.intro").looksRight("agreement");
        visitor.click("agreement.accept").sees("form.summary");
        visitor.page.check("#read");
        visitor.click("agreement.accept").sees("agreement.accepted.done");
        assertThat(visitor.page.url()).endsWith("/settings/partner-relationships");
        visitor.goTo("/billing/agreement").sees("agreement.record.intro");
        String reference = visitor.page.locator(".reference").innerText();
        Download record = visitor.page.waitForDownload(() -> visitor.click("agreement.record.download"));
        assertThat(Files.readString(record.path())).contains(reference, person.email(), "SHA-256");

        visitor.page.locator("footer button[lang=ja]").click();
        assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("ja");
        assertThat(visitor.page.locator("h1").innerText()).isEqualTo("契約への同意の記録");
        visitor.page.locator("footer button[lang=en]").click();
        assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("en");
    }
}
