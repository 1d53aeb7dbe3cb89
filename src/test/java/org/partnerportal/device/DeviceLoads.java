package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchService;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures files of 500 rows with hardware hashes and of 50,000 without, and pages of 100,000 devices. None of the tests that
 * always run; docs/operations.md has the command and what it measured.
 */
abstract class DeviceLoads {

    private static final int FEW = 500;
    private static final int MANY = Integer.getInteger("load.rows", 50_000);
    private static final int LISTED = 100_000;
    private static final int PAGES = 50;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private DeviceFixture files;

    @Autowired
    private DeviceService devices;

    @Autowired
    private BatchFixture job;

    @Autowired
    private BatchService batches;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    private void measure(String what, int rows, String file) {
        Instant start = Instant.now();
        UUID batch = files.uploaded(partner, customer, file);
        Duration upload = Duration.between(start, Instant.now());
        start = Instant.now();
        job.check(batch);
        Duration check = Duration.between(start, Instant.now());
        batches.start(partner, DeviceWork.KIND, batch);
        start = Instant.now();
        job.work(batch);
        Duration work = Duration.between(start, Instant.now());
        start = Instant.now();
        UUID again = files.checked(partner, customer, file);
        Duration checkAgain = Duration.between(start, Instant.now());
        System.out.printf(
                "%s: %,d rows, %,d KB: uploaded in %,d ms, checked in %,d ms, registered in %,d ms;"
                        + " again: checked in %,d ms%n",
                what,
                rows,
                file.length() >> 10,
                upload.toMillis(),
                check.toMillis(),
                work.toMillis(),
                checkAgain.toMillis());
        assertThat(batches.view(partner, DeviceWork.KIND, batch).count(BatchOutcome.DONE))
                .isEqualTo(rows);
        assertThat(batches.view(partner, DeviceWork.KIND, again).count(BatchOutcome.ALREADY))
                .isEqualTo(rows);
    }

    private static String withHashes(int from, int rows) {
        return DeviceFixture.PARTNER_CENTER
                + IntStream.range(from, from + rows)
                        .mapToObj(number -> "H-" + number + ",," + DeviceFixture.hash(number) + ",Fabrikam,Notebook 14")
                        .collect(Collectors.joining("\n"));
    }

    private static String withoutHashes(int rows) {
        return DeviceFixture.PARTNER_CENTER
                + IntStream.range(0, rows)
                        .mapToObj(number ->
                                "SERIAL-%07d,00330-80000-00000-%07d,,Fabrikam,Notebook 14".formatted(number, number))
                        .collect(Collectors.joining("\n"));
    }

    private void measurePage(String what, DeviceFilter filter) {
        List<Long> took = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            Instant start = Instant.now();
            devices.ofCustomer(AdminCenterFixture.own(customer), filter);
            took.add(Duration.between(start, Instant.now()).toMillis());
        }
        Collections.sort(took);
        System.out.printf(
                "list, %s: median %,d ms, 95 of 100 within %,d ms%n",
                what, took.get(took.size() / 2), took.get(took.size() * 95 / 100));
    }

    @Test
    void registersFiftyThousandAndListsAHundredThousand() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.OEM);
        job.work(files.started(partner, customer, DeviceFixture.PARTNER_CENTER + "warm,,,Fabrikam,up\n"));
        measure("with hashes, right after the start", FEW, withHashes(0, FEW));
        measure("without hashes", MANY, withoutHashes(MANY));
        measure("with hashes", FEW, withHashes(FEW, FEW));
        files.fill(partner, customer, LISTED);
        if (database.queryForObject("select version()", String.class).startsWith("PostgreSQL")) {
            database.execute("analyze");
        }
        measurePage("first page", DeviceFilter.of(null, null, null, null, null));
        String deep = database.queryForObject(
                "select cast(id as varchar) from device where customer_id = ? order by id limit 1 offset 10000",
                String.class,
                customer.tenant().value());
        measurePage("deep page", DeviceFilter.of(null, null, null, null, deep));
        measurePage(
                "of one partner", DeviceFilter.of(null, null, partner.tenant().toString(), null, null));
        measurePage("search found often", DeviceFilter.of(null, "SN-9", null, null, null));
        measurePage("search found nowhere", DeviceFilter.of(null, "no such device", null, null, null));
        measurePage("removed, none", DeviceFilter.of("removed", null, null, null, null));
    }
}
