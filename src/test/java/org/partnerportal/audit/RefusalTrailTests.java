package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What the trail keeps of what was refused. */
@PortalTest
class RefusalTrailTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private JdbcTemplate database;

    private Actor reader;
    private Actor partner;
    private UUID relationship;

    @BeforeEach
    void people() {
        Actor admin = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        partner = tenants.partner();
        relationship = invitations.relationship(partner, admin, PartnerType.GDAP);
    }

    private List<Map<String, Object>> refusals(Actor of) {
        return database.queryForList(
                "select * from trail_entry where person_id = ? and kind = 'Refused' order by id", of.account());
    }

    private String address(String action) {
        return "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/" + action;
    }

    @Test
    void keepsWhoWasRefusedWhatWhyAndInWhichRequestThoughNothingElseWasDone() throws Exception {
        MvcResult result = browser.perform(
                        post(address("remove-roles")).with(SignedIn.as(reader)).with(csrf()))
                .andExpect(status().isForbidden())
                .andReturn();
        String requestId = result.getResponse().getHeader("X-Request-Id");
        assertThat(result.getResponse().getContentAsString()).contains(requestId);
        assertThat(refusals(reader)).hasSize(1);
        assertThat(refusals(reader).get(0))
                .containsEntry("person_name", reader.name())
                .containsEntry("customer_id", reader.tenant().value())
                .containsEntry("partner_id", null)
                .containsEntry("subject_id", relationship)
                .containsEntry("request_id", requestId)
                .containsEntry("address", result.getRequest().getRemoteAddr())
                .containsEntry(
                        "details",
                        "{\"refusal\":\"RelationshipRefusal.NEEDS_BILLING_ADMINISTRATOR\","
                                + "\"route\":\"POST /settings/partner-relationships/{partner}/{relationship}/remove-roles\"}");
        browser.perform(get("/settings/history?kind=Refused").with(SignedIn.as(reader)))
                .andExpect(content().string(containsString(requestId)))
                .andExpect(content().string(containsString("Reason given: ")));
        browser.perform(get("/settings/history?q=" + requestId).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Nothing matches")));
    }

    @Test
    void aPageThatAPersonHasNoRightToIsKeptToo() throws Exception {
        Actor helpdesk = tenants.colleague(reader, AdminRole.HELPDESK_ADMINISTRATOR);
        browser.perform(get("/settings/history").with(SignedIn.as(helpdesk))).andExpect(status().isForbidden());
        assertThat(refusals(helpdesk).get(0).get("details").toString())
                .contains("TrailRefusal.NEEDS_READER", "GET /settings/history");
    }

    @Test
    void theIdOfAnEntraRoleIsNotWhatItWasAbout() throws Exception {
        browser.perform(post(address("roles/" + InvitationFixture.USER_ADMINISTRATOR + "/remove"))
                        .with(SignedIn.as(reader))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(refusals(reader).get(0)).containsEntry("subject_id", relationship);
    }

    @Test
    void whatIsNotThereIsNoRefusal() throws Exception {
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        browser.perform(post(address("remove-roles"))
                        .with(SignedIn.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(refusals(stranger)).isEmpty();
    }

    @Test
    void aPageAboutAStateThatDoesNotAllowItIsNoMoreThanLookedAt() throws Exception {
        Actor admin = tenants.colleague(reader, AdminRole.BILLING_ADMINISTRATOR);
        UUID invitation = invitations.send(partner, admin);
        invitations.withdraw(partner, invitation);
        String decline = "/invitation/" + invitation + "/decline";
        browser.perform(get(decline).with(SignedIn.as(admin)));
        assertThat(refusals(admin)).isEmpty();
        browser.perform(post(decline).with(SignedIn.as(admin)).with(csrf())).andExpect(status().isConflict());
        assertThat(refusals(admin)).hasSize(1);
        assertThat(refusals(admin).get(0)).containsEntry("subject_id", invitation);
    }
}
