package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;

/** The agreement alone: from signing in by typing to its record, in the language chosen on the page. */
class AgreementJourneyTests extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void acceptsTheAgreementAloneAndKeepsItsRecord(String language) throws IOException {
        Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        var visitor = new Visitor(language);
        visitor.goTo("/billing/agreement").fill("email", person.email()).fill("password", TenantFixture.PASSWORD);
        visitor.click("sign-in.button");
        visitor.page.waitForURL(url -> url.endsWith("/billing/agreement"));
        visitor.page.locator("footer button[lang=" + language + "]").click();
        visitor.sees("agreement.intro").looksRight("agreement");

        visitor.click("agreement.accept").sees("form.summary").looksRight("agreement-not-read");
        visitor.page.check("#read");
        visitor.doubleClick("agreement.accept").sees("agreement.accepted.done").looksRight("agreement-accepted");
        assertThat(visitor.page.url()).endsWith("/settings/partner-relationships");

        visitor.goTo("/billing/agreement").sees("agreement.record.intro").looksRight("agreement-record");
        String reference = visitor.page.locator(".reference").innerText();
        Download record = visitor.page.waitForDownload(() -> visitor.click("agreement.record.download"));
        try (PDDocument document = Loader.loadPDF(record.path().toFile())) {
            String title = visitor.text("agreement.record.title").replace(" ", "");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(reference, person.email(), title);
        }
    }
}
