package org.partnerportal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantView;
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
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

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
        invitations.relationship(partner, admin, PartnerType.OEM);
        fixture.fill(partner, admin, 1);
        int few = statementsOf(admin, "/devices");
        int fewOfPartner = statementsOf(partner, "/partner/devices");
        fixture.fill(partner, admin, MANY);
        DeviceList first =
                devices.ofCustomer(AdminCenterFixture.own(admin), DeviceFilter.of(null, null, null, null, null));
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
        Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, admin, PartnerType.OEM);
        invitations.relationship(partner, other, PartnerType.OEM);
        fixture.fill(partner, admin, 1_240);
        fixture.fill(partner, other, 60);
        List<UUID> seen = new ArrayList<>();
        String before = null;
        do {
            DeviceList page =
                    devices.ofCustomer(AdminCenterFixture.own(admin), DeviceFilter.of("all", "", null, null, before));
            page.lines().forEach(line -> seen.add(line.device().id()));
            before = page.next() == null ? null : page.next().toString();
        } while (before != null);
        assertThat(seen).hasSize(1_240).doesNotHaveDuplicates();
        List<UUID> sent = new ArrayList<>();
        DeviceFilter ofAdmin = DeviceFilter.of(null, "", admin.tenant().toString(), null, null);
        devices.forEachOfPartner(
                partner, ofAdmin, line -> sent.add(line.device().id()));
        assertThat(sent).isEqualTo(seen);
        List<UUID> tagged = new ArrayList<>();
        devices.forEachOfCustomer(
                AdminCenterFixture.own(admin),
                DeviceFilter.of(null, "tag", null, null, null),
                line -> tagged.add(line.device().id()));
        assertThat(tagged).hasSize(124);
    }

    private long seenBy(Actor partner) {
        return devices.ofPartner(partner, DeviceFilter.of("all", null, null, null, null))
                .count();
    }

    @Test
    void aPartnerWhoseRelationshipEndedSeesNoDevicesOfThatCustomerAnyMore() throws Exception {
        Actor admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        UUID maker = invitations.relationship(partner, admin, PartnerType.OEM);
        UUID reseller = invitations.relationship(partner, admin, PartnerType.RESELLER);
        invitations.relationship(partner, other, PartnerType.INDIRECT_RESELLER);
        fixture.fill(partner, admin, 3);
        fixture.fill(partner, other, 2);
        String page = "/settings/partner-relationships/" + partner.tenant() + "/";
        browser.perform(get(page + maker + "/end").with(SignedIn.as(admin)))
                .andExpect(content().string(not(containsString("no longer sees"))));
        relationships.end(admin, partner.tenant(), maker);
        assertThat(seenBy(partner)).as("it still sells to the customer").isEqualTo(5);
        browser.perform(get(page + reseller + "/end").with(SignedIn.as(admin)))
                .andExpect(content().string(containsString("no longer sees the 3 devices that it registered")));
        browser.perform(get("/partner/customers/" + admin.tenant() + "/" + reseller + "/end")
                        .with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("You no longer see the 3 devices")));

        relationships.end(admin, partner.tenant(), reseller);
        assertThat(seenBy(partner)).isEqualTo(2);
        assertThat(devices.countRegistered(partner)).isEqualTo(2);
        assertThat(devices.seenCustomers(partner)).extracting(TenantView::id).containsExactly(other.tenant());
        DeviceFilter chosen = DeviceFilter.of("all", null, admin.tenant().toString(), null, null);
        List<DeviceList.Line> sent = new ArrayList<>();
        devices.forEachOfPartner(partner, chosen, sent::add);
        assertThat(sent).isEmpty();
        assertThat(devices.ofCustomer(AdminCenterFixture.own(admin), DeviceFilter.of(null, null, null, null, null))
                        .count())
                .isEqualTo(3);

        invitations.relationship(partner, admin, PartnerType.OEM);
        assertThat(seenBy(partner)).as("a new relationship shows them again").isEqualTo(5);
    }
}
