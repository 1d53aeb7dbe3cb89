package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
    private PartnerAccountFixture partnerAccounts;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TrailWords words;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Actor admin;
    private Actor reader;
    private Actor partner;
    private UUID relationship;

    @BeforeEach
    void people() {
        admin = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
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
                .andExpect(content().string(containsString("Tried: Partner relationships › Remove all roles")))
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
    void whoseAccountItWasAboutIsNamedToWhoeverKnowsIt() throws Exception {
        Actor pupil = tenants.colleague(admin);
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        for (Actor person : List.of(pupil, stranger)) {
            browser.perform(
                    get("/users/" + person.account() + "/reset-password").with(SignedIn.as(reader)));
            browser.perform(post("/users/" + person.account() + "/reset-password")
                    .with(SignedIn.as(reader))
                    .with(csrf()));
        }
        assertThat(refusals(reader))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("details").toString())
                        .contains("\"person\":\"" + pupil.name() + "\"", pupil.email())
                        .doesNotContain(stranger.name()));
    }

    @Test
    void theIdOfAnEntraRoleIsNotWhatItWasAbout() throws Exception {
        browser.perform(post(address("roles/" + USER_ADMINISTRATOR + "/remove"))
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
        UUID invitation = invitations.send(partner, admin);
        invitations.withdraw(partner, invitation);
        String decline = "/invitation/" + invitation + "/decline";
        browser.perform(get(decline).with(SignedIn.as(admin)));
        assertThat(refusals(admin)).isEmpty();
        browser.perform(post(decline).with(SignedIn.as(admin)).with(csrf())).andExpect(status().isConflict());
        assertThat(refusals(admin)).hasSize(1);
        assertThat(refusals(admin).get(0)).containsEntry("subject_id", invitation);
    }

    private ResultActions removeRoles() throws Exception {
        return browser.perform(
                post(address("remove-roles")).with(SignedIn.as(admin)).with(csrf()));
    }

    private ResultActions devices() throws Exception {
        return browser.perform(get(onBehalf() + "/devices").with(SignedIn.as(partner)));
    }

    private String onBehalf() {
        return "/on-behalf/" + admin.tenant();
    }

    @Test
    void whatIsRefusedOnBehalfStandsInBothHistoriesWithTheOtherSidesName() throws Exception {
        devices().andExpect(status().isForbidden());
        assertThat(refusals(partner))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("customer_id", admin.tenant().value())
                        .containsEntry("partner_id", partner.tenant().value())
                        .containsEntry("on_behalf_of_id", admin.tenant().value()));
        for (Actor side : List.of(admin, partner)) {
            String other = side == admin ? partner.tenantName() : admin.tenantName();
            browser.perform(get("/settings/history?kind=Refused").with(SignedIn.as(side)))
                    .andExpect(content().string(containsString(partner.name())))
                    .andExpect(content().string(containsString("on behalf of " + admin.tenantName())))
                    .andExpect(content().string(containsString(">" + other + "<")))
                    .andExpect(content().string(containsString("Tried: Devices › Open")))
                    .andExpect(content()
                            .string(containsString(
                                    "Reason given: None of the roles that the customer gave the partner")));
        }
    }

    @Test
    void whatIsRefusedToAPartnersAccountStandsInBothHistoriesToo() throws Exception {
        UUID accounts = invitations.relationship(partner, admin, PartnerType.PARTNER);
        Actor person = partnerAccounts.person(
                admin, partner, accounts, partnerAccounts.create(admin, partner, accounts, USER_ADMINISTRATOR));
        for (int click = 0; click < 2; click++) {
            browser.perform(get("/devices").with(SignedIn.as(person))).andExpect(status().isForbidden());
        }
        assertThat(refusals(person))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("customer_id", admin.tenant().value())
                        .containsEntry("partner_id", partner.tenant().value())
                        .containsEntry("on_behalf_of_id", null));
        for (Actor side : List.of(admin, partner)) {
            browser.perform(get("/settings/history?kind=Refused").with(SignedIn.as(side)))
                    .andExpect(content().string(containsString(person.name())))
                    .andExpect(content().string(containsString("None of the roles that the person had then")));
        }
    }

    @Test
    void afterAllRolesAreRemovedItStandsThereStill() throws Exception {
        removeRoles().andExpect(status().is3xxRedirection());
        devices().andExpect(status().isConflict());
        browser.perform(get(onBehalf()).with(SignedIn.as(partner))).andExpect(status().isConflict());
        browser.perform(get("/settings/history?kind=Refused").with(SignedIn.as(admin)))
                .andExpect(content().string(containsString("Tried: Devices › Open")))
                .andExpect(content().string(containsString("Tried: Admin center › Open")))
                .andExpect(content().string(containsString("The customer had removed the roles")));
    }

    @Test
    void theSameRefusalOnBehalfIsKeptOnceInAWhile() throws Exception {
        for (int click = 0; click < 3; click++) {
            devices().andExpect(status().isForbidden());
        }
        assertThat(refusals(partner)).hasSize(1);
        browser.perform(get(onBehalf() + "/users").with(SignedIn.as(partner))).andExpect(status().isOk());
        browser.perform(get(onBehalf() + "/devices/devices.csv").with(SignedIn.as(partner)))
                .andExpect(status().isForbidden());
        removeRoles();
        devices().andExpect(status().isConflict());
        assertThat(refusals(partner)).as("another address, another reason").hasSize(3);
    }

    @Test
    void aStrangersHistoryHoldsNothingOfIt() throws Exception {
        Actor stranger = tenants.partner();
        browser.perform(get(onBehalf() + "/devices").with(SignedIn.as(stranger)))
                .andExpect(status().isNotFound());
        assertThat(refusals(stranger)).isEmpty();
    }

    @Test
    void everyAddressHasWordsForWhatWasTried() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            LocaleContextHolder.setLocale(language);
            assertThat(routes())
                    .hasSizeGreaterThan(250)
                    .allSatisfy(route -> assertThat(fact(route))
                            .as(route)
                            .doesNotContain("/", "{", "audit.")
                            .contains(" › "));
        }
    }

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private List<String> routes() {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> !info.getMethodsCondition().isEmpty()) // the container's own error page
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .toList();
    }

    private String fact(String route) {
        return words.facts("{\"route\":\"" + route + "\"}").get(0);
    }

    @Test
    void anAddressThatNobodyKnowsStandsThereAsItWasTyped() {
        assertThat(fact("GET /actuator/env")).endsWith("GET /actuator/env");
        assertThat(fact("POST /operator/tenants/disable/everything"))
                .endsWith("POST /operator/tenants/disable/everything");
    }

    @Test
    void thePathOfTheSameThingIsTheSameForTheOwnOrganisationAndOnBehalf() {
        String act = "Tried: Users › Reset a password";
        assertThat(fact("GET /users/{account}/reset-password")).isEqualTo(act);
        assertThat(fact("POST /on-behalf/{customer}/users/{account}/reset-password"))
                .isEqualTo(act);
        assertThat(fact("GET /users/" + UUID.randomUUID())).isEqualTo("Tried: Users › Open");
        assertThat(fact("GET /")).isEqualTo("Tried: Home › Open");
        assertThat(fact("POST /on-behalf/{customer}")).isEqualTo("Tried: Admin center › Act on behalf");
    }

    @Test
    void whatRowsOfEarlierVersionsHoldTwiceIsShownOnce() {
        assertThat(words.facts("{\"route\":\"GET /on-behalf/{customer}/devices\",\"tried\":\"devices\"}"))
                .containsExactly("Tried: Devices › Open");
    }
}
