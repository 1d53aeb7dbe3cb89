package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.application.ApplicationFixture;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner makes an app and submits a version, the customer rejects one, approves the next and downloads it. */
class ApplicationJourneyTests extends BrowserTest {

    private static final byte[] PACKAGE = ApplicationFixture.plainArchive().getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private InvitationFixture invitations;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void fromTheEntryToTheDownload(String language) throws IOException {
        String name = language.equals("ja") ? "時間割" : "Timetable";
        Actor partner = called(tenants.partner(), language, Named.PARTNER);
        Actor admin = called(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), language, Named.CUSTOMER);
        invitations.relationship(partner, admin, PartnerType.LINE_OF_BUSINESS);
        Visitor maker = new Visitor(language).signIn(partner, "/partner/applications");
        maker.looksRight("applications-none").click("application.new");
        maker.click("application.new.do").sees("ApplicationRefusal.CUSTOMER_MISSING");
        maker.sees("ApplicationRefusal.PLATFORM_MISSING").looksRight("application-new-error");
        maker.page.selectOption("#customer", admin.tenant().toString());
        maker.fill("name", name).fill("descriptionEn", "Shows lessons.").fill("descriptionJa", "授業を表示します。");
        maker.page.check("input[name=platform][value=WINDOWS]");
        maker.doubleClick("application.new.do").sees("application.added").looksRight("application-made");

        maker.click("application.edit").looksRight("application-edit");
        maker.fill("name", "").click("application.edit.do").sees("ApplicationRefusal.NAME_MALFORMED");
        maker.fill("name", name).fill("descriptionEn", "Shows lessons and rooms.");
        maker.doubleClick("application.edit.do").sees("application.edited");

        upload(maker, "1.0", "lessons.exe").sees("ApplicationRefusal.FILE_CONTENT_OTHER");
        maker.looksRight("application-upload-error");
        maker.page.setInputFiles("#file", new FilePayload("lessons.zip", "application/zip", PACKAGE));
        maker.doubleClick("application.upload").sees("application.uploaded").looksRight("application-draft");
        maker.doubleClick("application.submit").sees("application.submitted").looksRight("application-submitted");

        maker.goTo("/partner/applications").looksRight("applications-made");

        Visitor customer = new Visitor(language).signIn(admin, "/applications?show=submitted");
        customer.seesText(name).looksRight("applications-waiting");
        customer.page.getByText(name).first().click();
        customer.page.getByText("1.0").first().click();
        customer.click("application.reject").sees("application.reject.stops");
        customer.click("application.reject").sees("ApplicationRefusal.REASON_MALFORMED");
        customer.looksRight("application-reject-error");
        customer.fill("reason", "The list lacks class 3A.").doubleClick("application.reject");
        customer.sees("application.rejected").looksRight("application-rejected");

        maker.goTo("/partner/applications?show=rejected")
                .page
                .getByText(name)
                .first()
                .click();
        upload(maker, "1.1", "lessons.zip").sees("application.uploaded");
        maker.click("application.submit").sees("application.submitted");
        customer.goTo("/applications?show=submitted")
                .page
                .getByText(name)
                .first()
                .click();
        customer.page.getByText("1.1").first().click();
        customer.click("application.approve").looksRight("application-approve");
        customer.doubleClick("application.approve").sees("application.approved").looksRight("application-published");
        Download download = customer.page.waitForDownload(() -> customer.click("application.download", "lessons.zip"));
        assertThat(download.suggestedFilename()).isEqualTo("lessons.zip");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(PACKAGE);
        customer.goTo("/applications").seesText(name).looksRight("applications");
    }

    private static Visitor upload(Visitor maker, String number, String file) {
        maker.click("application.upload").looksRight("application-upload");
        maker.fill("number", number).fill("notes", "What is new in " + number);
        maker.page.setInputFiles("#file", new FilePayload(file, "application/octet-stream", PACKAGE));
        return maker.click("application.upload");
    }
}
