package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.batch.BatchFixture;
import org.partnerportal.batch.BatchOutcome;
import org.partnerportal.batch.BatchService;
import org.partnerportal.batch.BatchView;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two partners register the same device for two customers at the same moment: it ends with exactly one owner. */
abstract class DeviceRaces {

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

    private Actor customerOf(Actor partner) {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.OEM);
        return customer;
    }

    private long devicesWithSerial(String serial, String status) {
        return database.queryForObject(
                "select count(*) from device where serial = ? and status = ?", Long.class, serial, status);
    }

    private BatchOutcome outcome(Actor partner, UUID batch) {
        BatchView view = batches.view(partner, DeviceWork.KIND, batch);
        return view.counts().keySet().iterator().next();
    }

    @Test
    void partnerMeetsPartner() throws Exception {
        Actor one = tenants.partner();
        Actor other = tenants.partner();
        Actor school = customerOf(one);
        Actor company = customerOf(other);
        var number = new AtomicInteger();
        Races.play(Races.FEWER_ROUNDS, () -> {
            String serial = "RACE-" + UUID.randomUUID();
            int round = number.incrementAndGet();
            // each by another identity that both have: the product id, the three parts together, or all
            String product = round % 3 == 1 ? "" : "P-" + serial;
            String maker = round % 3 == 2 ? ",," : ",Fabrikam,Notebook";
            String file = DeviceFixture.PARTNER_CENTER + serial + "," + product + "," + maker + "\n";
            UUID first = files.started(one, school, file);
            UUID second = files.started(other, company, file);
            assertThat(Races.meet(List.of(() -> job.work(first), () -> job.work(second))))
                    .containsOnly(Races.DONE);
            assertThat(List.of(outcome(one, first), outcome(other, second)))
                    .containsExactlyInAnyOrder(BatchOutcome.DONE, BatchOutcome.REFUSED);
            assertThat(devicesWithSerial(serial, "REGISTERED")).isEqualTo(1);
        });
        assertThat(database.queryForList(
                        "select distinct problems from batch_row where outcome = 'REFUSED' and batch_id in"
                                + " (select id from batch where tenant_id in (?, ?))",
                        String.class,
                        one.tenant().value(),
                        other.tenant().value()))
                .allSatisfy(problems ->
                        assertThat(problems).contains(DeviceRefusal.ZTD_DEVICE_ASSIGNED_TO_OTHER_TENANT.key()));
    }

    /** The customer removes the device while another partner registers it: it is free or refused, and never two people's. */
    @Test
    void removalMeetsRegistration() throws Exception {
        Actor one = tenants.partner();
        Actor other = tenants.partner();
        Actor school = customerOf(one);
        Actor company = customerOf(other);
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID device = files.registered(one, school);
            String serial = database.queryForObject("select serial from device where id = ?", String.class, device);
            // looked through before anybody had it
            database.update("delete from device_identity where device_id = ?", device);
            UUID batch =
                    files.started(other, company, DeviceFixture.PARTNER_CENTER + serial + ",,,Fabrikam,Notebook 14\n");
            DeviceRules.identities(new DeviceDescription(serial, "", null, "Fabrikam", "Notebook 14", "", ""))
                    .forEach(
                            identity -> database.update("insert into device_identity values (?, ?)", identity, device));
            assertThat(Races.meet(List.of(
                            () -> {
                                devices.remove(AdminCenterFixture.own(school), device);
                                return null;
                            },
                            () -> job.work(batch))))
                    .containsOnly(Races.DONE);
            boolean taken = outcome(other, batch) == BatchOutcome.DONE;
            assertThat(devicesWithSerial(serial, "REGISTERED")).isEqualTo(taken ? 1 : 0);
            assertThat(devicesWithSerial(serial, "REMOVED")).isEqualTo(1);
        });
    }
}
