package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The agreement alone: from the start page to its record, in English and then in Japanese. */
class AgreementJourneyTests extends BrowserTest {

    @Test
    void acceptsTheAgreementAloneAndKeepsItsRecord() throws IOException {
        var visitor = new Visitor("en");
        visitor.goTo("/sign-in").signInAs("ben@alderfinch.example").goTo("/");
        visitor.sees("start.agreement").click("agreement.title").looksRight("agreement");
        visitor.click("agreement.accept").sees("form.summary");
        visitor.page.check("#read");
        visitor.click("agreement.accept").sees("agreement.accepted.done");
        assertThat(visitor.page.url()).endsWith("/settings/partner-relationships");
        visitor.goTo("/billing/agreement").sees("agreement.record.intro");
        String reference = visitor.page.locator(".reference").innerText();
        Download record = visitor.page.waitForDownload(() -> visitor.click("agreement.record.download"));
        assertThat(Files.readString(record.path())).contains(reference, "Ben Carter", "SHA-256");

        visitor.page.locator("footer button[lang=ja]").click();
        assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("ja");
        assertThat(visitor.page.locator("h1").innerText()).isEqualTo("契約への同意の記録");
        visitor.page.locator("footer button[lang=en]").click();
        assertThat(visitor.page.locator("html").getAttribute("lang")).isEqualTo("en");
    }
}
