package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Settings > Partner relationships > a partner > Remove roles > Yes, and why it cannot be used. */
@PortalTest
class RelationshipPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private String address(UUID relationship) {
        return "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles";
    }

    private void pageSays(Actor person, String text) throws Exception {
        browser.perform(get("/settings/partner-relationships/" + partner.tenant())
                        .with(SignedIn.since(person, clock.instant())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remove roles")))
                .andExpect(content().string(containsString(text)));
    }

    @Test
    void removesTheRolesAndTheRelationshipStays() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        browser.perform(get(address(id)).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remove roles?")))
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("What stays")));
        browser.perform(post(address(id)).with(SignedIn.as(customer)).with(csrf()))
                .andExpect(redirectedUrl("/settings/partner-relationships/" + partner.tenant()));
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEmpty();
        pageSays(customer, "No roles assigned");
        pageSays(customer, "have been removed already");
        pageSays(customer, "Roles removed: ");
        browser.perform(post(address(id)).with(SignedIn.as(customer)).with(csrf()))
                .andExpect(redirectedUrl("/settings/partner-relationships/" + partner.tenant()));
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where subject_id = ? and kind = 'RolesRemoved'",
                        Long.class,
                        id))
                .isEqualTo(1);
        assertThat(database.queryForObject(
                        "select count(*) from mail where about = ? and recipient = ?", Long.class, id, partner.email()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            names = {"INDEPENDENT_SOFTWARE_VENDOR", "INDIRECT_RESELLER", "MPSA", "OEM", "RESELLER"})
    void saysThatATypeHasNoRoles(PartnerType type) throws Exception {
        UUID id = invitations.relationship(partner, customer, type);
        pageSays(customer, "This type of partner has no roles");
        browser.perform(post(address(id)).with(SignedIn.as(customer)).with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void theQuestionSaysWhyItCannotBeDone() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.RESELLER);
        browser.perform(get(address(id)).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This cannot be done now")))
                .andExpect(content().string(containsString("This type of partner has no roles")));
    }

    @Test
    void saysThatRolesCannotBeAssigned() throws Exception {
        invitations.relationship(partner, customer, PartnerType.LINE_OF_BUSINESS);
        pageSays(customer, "Not available to assign");
        pageSays(customer, "Roles cannot be assigned to this type");
    }

    @Test
    void saysThatTheAccessHasEndedAndWhen() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        clock.advance(Duration.ofDays(100));
        pageSays(customer, "The access ended on");
        browser.perform(post(address(id))
                        .with(SignedIn.since(customer, clock.instant()))
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void saysWhoCanToSomebodyWhoCannot() throws Exception {
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        pageSays(reader, "at least a Billing Administrator");
        pageSays(reader, customer.email());
        browser.perform(post(address(id)).with(SignedIn.as(reader)).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isNotEmpty();
    }

    @Test
    void whoMayNotReadIsToldWhoMay() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        Actor user = tenants.colleague(customer);
        browser.perform(get("/settings/partner-relationships").with(SignedIn.as(user)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Global Readers")));
    }

    @Test
    void theDelegatedAdminRelationshipAdministratorRemovesGdapRolesOnly() throws Exception {
        UUID gdap = invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID advisor = invitations.relationship(partner, customer, PartnerType.ADVISOR);
        Actor manager = tenants.colleague(customer, AdminRole.CUSTOMER_DELEGATED_ADMIN_RELATIONSHIP_ADMINISTRATOR);
        browser.perform(post(address(advisor)).with(SignedIn.as(manager)).with(csrf()))
                .andExpect(status().isForbidden());
        browser.perform(post(address(gdap)).with(SignedIn.as(manager)).with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void theHistoryTellsBothSides() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        for (Actor person : new Actor[] {customer, partner}) {
            browser.perform(get("/settings/history").with(SignedIn.as(person)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<strong>Invitation accepted, partner authorized")));
        }
    }
}
