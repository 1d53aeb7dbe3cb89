package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An access review: from the banner on the start page to the signed record and its downloads. */
class AccessReviewJourneyTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, olivia@alderfinch.example",
        "ja, LIGHT, hanako@sakura.example",
        "ja, DARK, ichiro@sakura.example"
    })
    void reviewsTheAccessOfAllPartners(String language, ColorScheme look, String email) throws IOException {
        var visitor = new Visitor(language, look);
        visitor.goTo("/sign-in")
                .signInAs(email)
                .goTo("/settings/access-reviews")
                .looksRight("reviews");
        if (visitor.page.locator("main form button").count() > 0) { // the demo has an open one in one organisation
            visitor.click("review.start").sees("review.started");
        }
        visitor.goTo("/").sees("review.banner.text").looksRight("review-banner");
        visitor.click("review.do").sees("review.how").looksRight("review");

        List<Locator> keep =
                visitor.page.locator("input[type=radio][value=KEPT]").all();
        assertThat(keep).hasSizeGreaterThan(1);
        keep.subList(0, keep.size() - 1).forEach(Locator::check);
        visitor.click("review.sign.button").sees("form.summary").sees("AccessReviewRefusal.NOT_SIGNED");
        assertThat(visitor.page.title())
                .startsWith(visitor.text("layout.error-prefix").strip());
        assertThat(visitor.page.locator("main [role=alert] li").count()).isEqualTo(2);
        visitor.looksRight("review-error");
        visitor.page.locator("main [role=alert] li a").first().click();
        assertThat(visitor.page.evaluate("document.activeElement.id"))
                .asString()
                .startsWith("decisions[");

        visitor.page.locator("input[type=radio][value=REMOVED]").last().check();
        visitor.fill("note", "2026-Q4").page.check("#signed");
        visitor.click("review.sign.button").sees("review.finished.done").looksRight("review-finished");
        String reference = visitor.page.locator(".reference").innerText();
        Download csv = visitor.page.waitForDownload(() -> visitor.click("review.csv"));
        assertThat(Files.readString(csv.path()))
                .startsWith("\uFEFF")
                .contains(reference, email, visitor.text("Decision.KEPT"), visitor.text("Decision.REMOVED"));
        Download record = visitor.page.waitForDownload(() -> visitor.click("review.record.download"));
        assertThat(Files.readString(record.path()))
                .contains(reference, email, visitor.text("review.record.title"), "2026-Q4");
        visitor.goTo("/settings/access-reviews").seesText(reference).looksRight("reviews-finished");
    }
}
