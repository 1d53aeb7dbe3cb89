package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many invitations from one file: faults found, mended, sent, and the results. */
class BulkInvitationJourneyTests extends BrowserTest {

    private static final int TOO_LARGE = 50 * 1024 * 1024;
    private static final int LINE = 1024;

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, sam@brightwater.example, UTF-8, Service desk",
        "ja, LIGHT, yuki@aozora.example, windows-31j, サービス デスク",
        "ja, DARK, yuki@aozora.example, UTF-8, サービス デスク"
    })
    void fromAFileWithFaultsToItsResults(
            String language, ColorScheme look, String sender, String encoding, String template) throws IOException {
        String domain = language + "-" + look.name().toLowerCase(Locale.ROOT) + ".example";
        var visitor = new Visitor(language, look);
        visitor.goTo("/sign-in").signInAs(sender).goTo("/partner/invitations").click("bulkinvitation.open");
        visitor.sees("bulkinvitation.check.hint").looksRight("bulk-invitation");
        Download sample = visitor.page.waitForDownload(() -> visitor.click("bulkinvitation.sample"));
        String heading = Files.readString(sample.path()).lines().findFirst().orElseThrow();

        visitor.click("bulkinvitation.check").sees("UploadRefusal.FILE_MISSING").looksRight("bulk-invitation-error");

        String faulty = heading.substring(1) + "\r\n"
                + ",head@first." + domain + ",Reseller,,,,,,\r\n"
                + ",head@second," + "Reseller,,,,,,\r\n"
                + ",head@third." + domain + ",GDAP,," + template + ",900,,,\r\n"
                + ",head@fourth." + domain + ",GDAP,Usr Admin,,365,,=1+1,\r\n"
                + ",head@first." + domain + ",Reseller,,,,,,\r\n";
        upload(visitor, "schools.csv", faulty.getBytes(Charset.forName(encoding)));
        visitor.sees("bulkinvitation.send.question", 1)
                .sees("InvitationRefusal.EMAIL_MALFORMED")
                .sees("InvitationRefusal.DURATION_OUT_OF_RANGE")
                .sees("InvitationRefusal.ROLE_UNKNOWN")
                .sees("BulkInvitationRefusal.FORMULA")
                .sees("BulkInvitationRefusal.SAME_AS_ABOVE", "2")
                .looksRight("bulk-invitation-checked");

        String mended = faulty.replace("second,", "second." + domain + ",")
                .replace("900", "365")
                .replace("Usr Admin", "User Administrator")
                .replace("=1+1", "Hello")
                .replaceFirst("(?s)(.*),head@first", "$1,head@fifth");
        visitor.click("bulkinvitation.other-file");
        upload(visitor, "schools-2.csv", mended.getBytes(Charset.forName(encoding)));
        visitor.sees("bulkinvitation.send.question", 5).looksRight("bulk-invitation-ready");
        visitor.click("bulkinvitation.send", 5).sees("batch.worked", 5, 5);
        visitor.looksRight("bulk-invitation-results");
        assertThat(visitor.page
                        .locator("tbody tr:has-text('" + visitor.text("batch.invitation.DONE") + "')")
                        .count())
                .isEqualTo(5);
        Download results = visitor.page.waitForDownload(() -> visitor.click("bulkinvitation.csv"));
        assertThat(Files.readString(results.path()))
                .startsWith("\uFEFF")
                .contains("head@fifth." + domain, visitor.text("batch.invitation.DONE"));
        assertThat(inMailTo("head@third." + domain, Pattern.compile("http\\S+/i/[\\w-]+")))
                .isNotEmpty();

        visitor.goTo("/partner/batches").seesText("schools-2.csv").looksRight("batches");
        visitor.page.locator("td a").first().click();
        visitor.sees("batch.worked", 5, 5);
        visitor.goTo("/partner/invitations/bulk");
        upload(visitor, "schools-2.csv", mended.getBytes(Charset.forName(encoding)));
        visitor.sees("bulkinvitation.nothing").sees("batch.invitation.ALREADY").looksRight("bulk-invitation-again");
    }

    private static void upload(Visitor visitor, String name, byte[] content) {
        visitor.page.setInputFiles("#file", new FilePayload(name, "text/csv", content));
        visitor.click("bulkinvitation.check");
    }

    @ParameterizedTest
    @CsvSource({"en, sam@brightwater.example, true", "ja, yuki@aozora.example, false"})
    void fiftyMegabytesAreToldOnTheForm(String language, String sender, boolean scripts, @TempDir Path folder)
            throws IOException {
        byte[] line = new byte[LINE];
        Arrays.fill(line, (byte) 'x');
        Path large = folder.resolve("large.csv");
        try (var file = Files.newOutputStream(large)) {
            file.write("mail,type\n".getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < TOO_LARGE; written += LINE) {
                file.write(line);
            }
        }
        var visitor = scripts ? new Visitor(language) : withoutScripts(language);
        visitor.goTo("/sign-in").signInAs(sender).goTo("/partner/invitations/bulk");
        visitor.page.setInputFiles("#file", large);
        if (!scripts) {
            visitor.click("bulkinvitation.check");
        }
        visitor.sees("UploadRefusal.FILE_TOO_LARGE");
        if (scripts) {
            visitor.looksRight("bulk-invitation-too-large");
            visitor.click("bulkinvitation.check").sees("UploadRefusal.FILE_TOO_LARGE");
            assertThat(visitor.page.locator("#file:focus").count())
                    .as("nothing was sent, and the field waits")
                    .isEqualTo(1);
            assertThat(visitor.page.locator("[data-summary]").count()).isZero();
        }
        // the session is still there, and so is the form
        upload(visitor, "small.csv", "mail,type\nhead@small.example,OEM".getBytes(StandardCharsets.UTF_8));
        visitor.sees("bulkinvitation.send.question", 1);
    }
}
