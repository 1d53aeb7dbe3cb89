package org.partnerportal.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchService;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;

/** Registers devices for tests. */
@TestComponent
public class DeviceFixture {

    static final String PARTNER_CENTER =
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\n";
    static final String INTUNE = "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User\n";

    private static final int HASH_BYTES = 3_000;

    private final DeviceBatches files;
    private final DeviceService devices;
    private final BatchService batches;
    private final BatchFixture job;
    private final JdbcTemplate database;

    DeviceFixture(
            DeviceBatches files, DeviceService devices, BatchService batches, BatchFixture job, JdbcTemplate database) {
        this.files = files;
        this.devices = devices;
        this.batches = batches;
        this.job = job;
        this.database = database;
    }

    /** A hardware hash of 4,000 letters. */
    static String hash(long seed) {
        byte[] bytes = new byte[HASH_BYTES];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static DeviceForm form(Actor customer, String name, byte[] bytes) {
        var file = new MockMultipartFile("file", "list.csv", "text/csv", bytes);
        return new DeviceForm(Ids.next().toString(), customer.tenant().toString(), name, file);
    }

    /** A file that was uploaded and is not looked through where it is long. */
    UUID uploaded(Actor partner, Actor customer, String text) {
        return Objects.requireNonNull(files.check(partner, form(customer, "", text.getBytes(StandardCharsets.UTF_8)))
                .batch());
    }

    /** A file that has been looked through. */
    UUID checked(Actor partner, Actor customer, String text) {
        DeviceBatches.Checked checked = files.check(partner, form(customer, "", text.getBytes(StandardCharsets.UTF_8)));
        if (checked.batch() == null) {
            throw new IllegalArgumentException(checked.problems().toString());
        }
        job.check(checked.batch());
        return checked.batch();
    }

    /** The same of one device that nobody has. */
    public UUID checked(Actor partner, Actor customer) {
        return checked(partner, customer, PARTNER_CENTER + "," + UUID.randomUUID() + ",,,\n");
    }

    /** The same, handed to the job. */
    UUID started(Actor partner, Actor customer, String text) {
        UUID batch = checked(partner, customer, text);
        batches.start(partner, DeviceWork.KIND, batch);
        return batch;
    }

    /** A registered device; its serial number is new. */
    public UUID registered(Actor partner, Actor customer) {
        Map<DeviceColumn, String> cells = Map.of(
                DeviceColumn.SERIAL, "S-" + UUID.randomUUID(),
                DeviceColumn.MANUFACTURER, "Fabrikam",
                DeviceColumn.MODEL, "Notebook 14");
        return devices.register(partner, customer.tenant(), new DeviceBatch(Ids.next(), "Fixture"), cells)
                .link();
    }

    /** Fills the customer's list past everything that rules. */
    void fill(Actor partner, Actor customer, int number) {
        List<Object[]> rows = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            UUID id = Ids.next();
            String tag = at % 10 == 0 ? "Tag" : "";
            rows.add(new Object[] {
                id,
                customer.tenant().value(),
                partner.tenant().value(),
                "SN-" + at,
                tag,
                ("SN-" + at + "\n" + tag).toLowerCase(Locale.ROOT)
            });
        }
        database.batchUpdate("""
                insert into device (id, version, customer_id, partner_id, batch_name, serial, product_id, manufacturer,
                    model, group_tag, assigned_user, words, status, registered_at, registered_by)
                values (?, 0, ?, ?, 'Filled', ?, '', 'Fabrikam', 'Notebook 14', ?, '', ?, 'REGISTERED', now(), 'sam')
                """, rows);
    }
}
