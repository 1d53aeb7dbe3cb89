package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Lists of 100,000 devices: a fixed number of statements a page, and every device once over all pages. */
abstract class DeviceLists {

    private static final int MOST_STATEMENTS = 8;
    private static final int MANY = 100_000;

    @Autowired
    private MockMvc browser;

    @Autowired
    private DeviceService devices;

    @Autowired
    private DeviceFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

    private int statementsOf(Actor person, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForAHundredThousand() throws Exception {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        fixture.fill(partner, admin, 1);
        int few = statementsOf(admin, "/devices");
        int fewOfPartner = statementsOf(partner, "/partner/devices");
        fixture.fill(partner, admin, MANY);
        DeviceList first = devices.ofCustomer(AdminCenterFixture.own(admin), DeviceFilter.of(null, null, null, null));
        assertThat(first.isCountCut()).isTrue();
        assertThat(first.lines()).hasSize(DeviceSearch.PAGE);
        for (String narrowed : List.of("", "?before=" + first.next(), "?q=SN-77", "?show=removed", "?show=all")) {
            int expected = narrowed.equals("?show=removed") ? few - 1 : few; // no partner to name
            assertThat(statementsOf(admin, "/devices" + narrowed))
                    .as(narrowed)
                    .isEqualTo(expected)
                    .isLessThanOrEqualTo(MOST_STATEMENTS);
        }
        assertThat(statementsOf(admin, "/devices?partner=" + partner.tenant())).isEqualTo(few);
        assertThat(statementsOf(partner, "/partner/devices"))
                .isEqualTo(fewOfPartner)
                .isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statementsOf(partner, "/partner/devices?customer=" + admin.tenant()))
                .isEqualTo(fewOfPartner);
    }

    @Test
    void everyDeviceIsOnOnePageAndInTheFileOnce() {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        fixture.fill(partner, admin, 1_240);
        fixture.fill(partner, tenants.customer(), 60);
        List<UUID> seen = new ArrayList<>();
        String before = null;
        do {
            DeviceList page =
                    devices.ofCustomer(AdminCenterFixture.own(admin), DeviceFilter.of("all", "", null, before));
            page.lines().forEach(line -> seen.add(line.device().id()));
            before = page.next() == null ? null : page.next().toString();
        } while (before != null);
        assertThat(seen).hasSize(1_240).doesNotHaveDuplicates();
        List<UUID> sent = new ArrayList<>();
        DeviceFilter ofAdmin = DeviceFilter.of(null, "", admin.tenant().toString(), null);
        devices.forEachOfPartner(
                partner, ofAdmin, line -> sent.add(line.device().id()));
        assertThat(sent).isEqualTo(seen);
        List<UUID> tagged = new ArrayList<>();
        devices.forEachOfCustomer(
                AdminCenterFixture.own(admin),
                DeviceFilter.of(null, "tag", null, null),
                line -> tagged.add(line.device().id()));
        assertThat(tagged).hasSize(124);
    }
}
