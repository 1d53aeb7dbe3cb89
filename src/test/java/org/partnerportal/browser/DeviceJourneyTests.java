package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A partner registers devices by a file, the customer sees them and removes one, and the partner sees that. */
class DeviceJourneyTests extends BrowserTest {

    private static final String HEADING =
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n";

    @Autowired
    private JdbcTemplate database;

    /** A batch that nobody works at goes on row by row, as often as the page asks. */
    @Test
    void theChipsCountWithTheProgress() {
        var maker = new Visitor("en");
        maker.goTo("/sign-in").signInAs("jonas@hanse.example").goTo("/partner/devices/register");
        maker.page.selectOption("#customer", new SelectOption().setLabel("Alder & Finch Logistics"));
        String file = HEADING + "LIVE-1,,,Hanse Systems,Live\r\nLIVE-2,,,Hanse Systems,Live\r\n";
        maker.page.setInputFiles(
                "#file", new FilePayload("live.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        maker.click("device.register.check").sees("device.ready", 2);
        String address = maker.page.url();
        UUID batch = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        database.update("update batch set state = 'RUNNING' where id = ?", batch);
        maker.page.reload();
        Locator chips = maker.page.locator("nav .chip");
        assertThat(chips.allInnerTexts()).containsExactly("All (2)", "Ready (2)");
        chips.first().focus();
        database.update("update batch_row set outcome = 'DONE' where batch_id = ? and number = 2", batch);
        maker.sees("batch.worked", 1, 2);
        assertThat(chips.allInnerTexts()).containsExactly("All (2)", "Registered (1)", "Ready (1)");
        assertThat(maker.page.locator(".chip:focus").innerText()).isEqualTo("All (2)");
        database.update("update batch set state = 'FINISHED' where id = ?", batch);
        maker.sees("BatchState.FINISHED");
    }

    @ParameterizedTest
    @CsvSource({
        "en, jonas@hanse.example, Alder & Finch Logistics, olivia@alderfinch.example, HN-2026-0101, Hanse Notebook 11",
        "ja, yuki@aozora.example, 学校法人さくら学院, hanako@sakura.example, HN-2026-0201, Hanse Notebook 14"
    })
    void fromTheFileToTheCustomersList(
            String language, String partner, String organisation, String admin, String elsewhere, String model)
            throws IOException {
        String serial = "JOURNEY-" + language + "-";
        var maker = new Visitor(language);
        maker.goTo("/sign-in").signInAs(partner).goTo("/partner/devices");
        maker.looksRight("devices-registered").click("device.register");
        maker.sees("device.register.check.hint").looksRight("device-register");
        Download sample = maker.page.waitForDownload(() -> maker.click("device.sample"));
        String intune = Files.readString(sample.path()).lines().findFirst().orElseThrow();
        assertThat(intune).endsWith("Group Tag,Assigned User");

        maker.click("device.register.check").sees("DeviceRefusal.CUSTOMER_MISSING");
        maker.sees("UploadRefusal.FILE_MISSING").looksRight("device-register-error");
        maker.page.selectOption("#customer", new SelectOption().setLabel(organisation));
        String file = HEADING
                + serial + "1,,,Hanse Systems,Notebook 11\r\n"
                + serial + "2,,,Hanse Systems,Notebook 11\r\n"
                + serial + "1,,,HANSE Systems,notebook 11\r\n"
                + serial + "3,,AAAA,Hanse Systems,Notebook 11\r\n"
                + serial + "4,,,,\r\n"
                + elsewhere + ",,,Hanse Systems," + model + "\r\n";
        maker.page.setInputFiles(
                "#file", new FilePayload("notebooks.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        maker.fill("name", "Batch " + language).doubleClick("device.register.check");
        maker.sees("device.ready", 2)
                .sees("DeviceRefusal.ZTD_DEVICE_DUPLICATED", "2")
                .sees("DeviceRefusal.INVALID_ZTD_HARDWARE_HASH")
                .sees("DeviceRefusal.NOT_IDENTIFIED")
                .sees("DeviceRefusal.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT")
                .looksRight("device-checked");
        maker.doubleClick("device.ready.do", 2).sees("batch.worked", 6, 6).looksRight("device-results");
        Download results = maker.page.waitForDownload(() -> maker.click("device.rows.csv"));
        assertThat(Files.readString(results.path())).contains(serial + "2", maker.text("batch.device.DONE"));

        var customer = new Visitor(language);
        customer.goTo("/sign-in").signInAs(admin).goTo("/devices");
        customer.page.fill("#q", serial);
        customer.page.keyboard().press("Enter");
        customer.seesText(serial + "2").seesText("Batch " + language).looksRight("devices");
        customer.click("device.remove").sees("device.remove.stops").looksRight("device-remove");
        customer.doubleClick("remove.yes").sees("device.removed");
        customer.page.fill("#q", serial);
        customer.page.keyboard().press("Enter");
        customer.seesText(serial + "2");
        assertThat(customer.page.locator("main").innerText()).doesNotContain(serial + "1");

        maker.goTo("/partner/devices?show=removed");
        maker.seesText(serial + "1").sees("DeviceStatus.REMOVED").looksRight("devices-removed");
    }
}
