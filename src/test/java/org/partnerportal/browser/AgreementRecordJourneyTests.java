package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new version: the operator publishes it, the partner asks, the customer accepts again, and both keep the record. */
class AgreementRecordJourneyTests extends BrowserTest {

    private static final String TERMS_EN = """
            # Microsoft Customer Agreement

            ## 1. What it is about
            The customer buys subscriptions through a partner.

            - It pays for what it orders.
            - It uses what it bought as the law allows.
            """;

    private static final String TERMS_JA = """
            # Microsoft 顧客契約

            ## 1. 目的
            顧客はパートナーを通じてサブスクリプションを購入します。

            - 注文したものの料金を支払います。
            - 購入したものを法令に従って使用します。
            """;

    @Autowired
    private JdbcTemplate database;

    private final Set<UUID> acceptedBefore = new HashSet<>();

    @BeforeEach
    void rememberTheDemo() {
        acceptedBefore.addAll(database.queryForList("select id from agreement_acceptance", UUID.class));
    }

    /** The other journeys find the demo as it was: whatever was published here goes, by a way that the portal lacks. */
    @AfterEach
    void restoreTheDemo() {
        database.queryForList("select id from agreement_acceptance", UUID.class).stream()
                .filter(id -> !acceptedBefore.contains(id))
                .forEach(id -> database.update("delete from agreement_acceptance where id = ?", id));
        database.update("delete from agreement_announcement");
        database.update("delete from acceptance_request");
        database.update("delete from agreement_text where agreement_id in (select id from agreement where not sample)");
        database.update("delete from agreement where not sample");
    }

    @ParameterizedTest
    @CsvSource({
        "en, sam@brightwater.example, ben@alderfinch.example, 2026-12",
        "ja, yuki@aozora.example, ichiro@sakura.example, 2027-01"
    })
    void publishAskAcceptAgainAndKeepTheRecord(String language, String agent, String admin, String version)
            throws IOException {
        var customer = new Visitor(language);
        customer.goTo("/sign-in").signInAs(admin).goTo("/billing/agreement");
        if (customer.page.locator("#read").count() > 0) { // one of the two organisations has accepted the sample
            customer.page.check("#read");
            customer.click("agreement.accept").sees("agreement.accepted.done");
        }

        var operator = new Visitor(language);
        operator.goTo("/sign-in").signInAs("robin@portal-office.example");
        operator.page.locator("footer button[lang=" + language + "]").click();
        operator.goTo("/operator/agreements").click("publication.new").looksRight("agreement-new");
        operator.click("publication.save").sees("form.summary").looksRight("agreement-new-error");
        operator.fill("name", version).fill("enText", TERMS_EN).fill("jaText", TERMS_JA);
        operator.doubleClick("publication.save")
                .sees("publication.publish.question", version)
                .looksRight("agreement-preview");
        operator.click("publication.publish").sees("form.summary");
        operator.page.check("#confirmed");
        operator.doubleClick("publication.publish")
                .sees("publication.published.done")
                .sees("VersionStatus.IN_FORCE")
                .looksRight("agreement-published");

        var partner = new Visitor(language);
        partner.goTo("/sign-in").signInAs(agent).goTo("/partner/customers");
        String customers = language.equals("en") ? "Alder & Finch Logistics" : "学校法人さくら学院";
        partner.page.locator("td a:has-text('" + customers + "')").first().click();
        partner.sees("customeragreement.purchases-wait").looksRight("customer-waits");
        partner.page.locator("#agreement button.btn-primary").dblclick();
        partner.sees("customeragreement.asked.done").looksRight("customer-asked");
        inMailTo(admin, Pattern.compile("http\\S+/billing/agreement"));

        customer.goTo("/").sees("agreement.again.title").looksRight("start-accept-again");
        customer.click("agreement.title").sees("agreement.again.title").looksRight("agreement-again");
        customer.page.check("#read");
        customer.doubleClick("agreement.accept").sees("agreement.accepted.done");
        customer.goTo("/billing/agreement").sees("agreement.records").looksRight("agreement-records");
        String reference = customer.page.locator(".reference").innerText();
        customer.page.locator("#records a").first().click();
        customer.sees("agreementrecord.hash.title").looksRight("agreement-record-page");
        assertIsRecord(customer, reference, admin, version);

        partner.page.reload();
        partner.sees("customeragreement.records").seesText(reference).looksRight("customer-agreement");
        partner.page.locator("#records a").first().click();
        assertIsRecord(partner, reference, admin, version);

        operator.page.reload();
        operator.click("publication.acceptances.number", 1).seesText(reference).looksRight("agreement-acceptances");
        operator.goTo("/operator/agreements").looksRight("agreement-versions");
    }

    private static void assertIsRecord(Visitor reader, String reference, String person, String version)
            throws IOException {
        Download file = reader.page.waitForDownload(() -> reader.click("agreement.record.download"));
        assertThat(file.suggestedFilename()).isEqualTo("agreement-record-" + reference + ".pdf");
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            String title = reader.text("agreement.record.title").replace(" ", "");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(reference, person, version, title);
        }
    }
}
