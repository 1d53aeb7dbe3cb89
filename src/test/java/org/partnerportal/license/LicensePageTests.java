package org.partnerportal.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Licences are given and taken by the own admins and on behalf; the Billing page only shows them. */
@PortalTest
class LicensePageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private JdbcTemplate database;

    private Actor admin;
    private Actor pupil;
    private UUID subscription;

    @BeforeEach
    void school() {
        admin = subscriptions.customer();
        pupil = tenants.colleague(admin);
        subscription = subscriptions.buy(admin, 1);
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions press(Actor person, String base, Actor whom, String button, Object value) throws Exception {
        return browser.perform(post(base + "/users/" + whom.account() + "/licenses")
                .with(SignedIn.as(person))
                .with(csrf())
                .param(button, value.toString()));
    }

    private long held() {
        return database.queryForObject(
                "select count(*) from license where subscription_id = ?", Long.class, subscription);
    }

    private Actor onBehalf() {
        Actor partner = tenants.partner();
        invitations.relationship(partner, admin, PartnerType.GDAP); // with User Administrator
        return partner;
    }

    private String base() {
        return "/on-behalf/" + admin.tenant();
    }

    @Test
    void anAdminGivesAndTakes() throws Exception {
        String page = "/users/" + pupil.account() + "/licenses";
        open(admin, "/users").andExpect(content().string(containsString(page)));
        press(admin, "", pupil, "assign", subscription).andExpect(status().is3xxRedirection());
        assertThat(held()).isEqualTo(1);
        open(admin, page).andExpect(content().string(containsString("Take the license of Works Start away")));
        open(admin, "/users").andExpect(content().string(containsString("Licenses of " + pupil.name() + ": 1")));
        open(admin, "/billing/licenses/" + subscription).andExpect(content().string(containsString(pupil.email())));
        press(admin, "", admin, "assign", subscription)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Every license that was bought is assigned")));
        open(admin, "/users/" + admin.account() + "/licenses")
                .andExpect(content().string(containsString("None left")));
        press(admin, "", pupil, "take", subscription).andExpect(status().is3xxRedirection());
        assertThat(held()).isZero();
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? order by id", String.class, pupil.account()))
                .containsExactly("LicenseAssigned", "LicenseTaken");
    }

    @Test
    void whoeverCantAssignIsToldWhomToAsk() throws Exception {
        Actor billing = tenants.colleague(admin, AdminRole.BILLING_ADMINISTRATOR);
        open(billing, "/billing/licenses")
                .andExpect(content().string(containsString("ask one of them")))
                .andExpect(content().string(not(containsString("under Users"))));
        open(admin, "/billing/licenses").andExpect(content().string(containsString("under Users")));
    }

    @Test
    void aPartnerDoesTheSameByItsRolesAndBothReadIt() throws Exception {
        Actor partner = onBehalf();
        press(partner, base(), pupil, "assign", subscription).andExpect(status().is3xxRedirection());
        assertThat(held()).isEqualTo(1);
        assertThat(database.queryForMap(
                        "select person_name, on_behalf_of_id, partner_id from trail_entry"
                                + " where kind = 'LicenseAssigned' and subject_id = ?",
                        pupil.account()))
                .containsEntry("person_name", partner.name())
                .containsEntry("on_behalf_of_id", admin.tenant().value())
                .containsEntry("partner_id", partner.tenant().value());
    }

    @Test
    void onBehalfTheBillingPagesOfLicencesAreThereToLookAtOnly() throws Exception {
        Actor partner = onBehalf();
        for (String page : new String[] {"/billing/licenses", "/billing/licenses/" + subscription}) {
            open(partner, base() + page)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("action=\"" + base() + "/billing"))));
        }
        open(partner, base())
                .andExpect(content()
                        .string(allOf(
                                containsString(base() + "/billing/licenses"),
                                not(containsString("/billing/purchase-services")),
                                not(containsString("/billing/your-products")),
                                not(containsString("/billing/bills-and-payments")))));
    }

    @Test
    void billingNotificationsNeedARoleForThemOnBehalf() throws Exception {
        Actor partner = onBehalf();
        open(partner, base() + "/billing/billing-notifications").andExpect(status().isForbidden());
        open(partner, base()).andExpect(content().string(not(containsString("/billing/billing-notifications"))));
    }

    @Test
    void aBillingAdministratorSeesThemAndGivesNone() throws Exception {
        Actor billing = tenants.colleague(admin, AdminRole.BILLING_ADMINISTRATOR);
        open(billing, "/billing/licenses").andExpect(content().string(containsString("Works Start")));
        open(billing, "/users/" + pupil.account() + "/licenses")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"assign\""))));
        press(billing, "", pupil, "assign", subscription).andExpect(status().isForbidden());
        open(pupil, "/billing/licenses").andExpect(status().isForbidden());
        press(pupil, "", pupil, "assign", subscription).andExpect(status().isForbidden());
        assertThat(held()).isZero();
    }

    @Test
    void whatIsNobodysOrAnothersIsNotFound() throws Exception {
        Actor elsewhere = subscriptions.customer();
        UUID theirs = subscriptions.buy(elsewhere, 1);
        press(admin, "", pupil, "assign", theirs).andExpect(status().isNotFound());
        press(admin, "", elsewhere, "assign", subscription).andExpect(status().isNotFound());
        press(elsewhere, "", pupil, "take", subscription).andExpect(status().isNotFound());
        press(admin, "", pupil, "assign", "1-or-1=1").andExpect(status().is3xxRedirection());
        open(admin, "/billing/licenses/" + theirs).andExpect(status().isNotFound());
        open(admin, "/billing/licenses/" + subscription + "?after=nonsense").andExpect(status().isOk());
        assertThat(held()).isZero();
    }

    @Test
    void whoeverIsSwitchedOffGetsNone() throws Exception {
        tenants.disableAccount(pupil.account());
        press(admin, "", pupil, "assign", subscription).andExpect(status().isConflict());
        assertThat(held()).isZero();
    }
}
