package org.partnerportal.roletemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.partnerportal.roletemplate.RoleTemplateFixture.LICENSE_ADMINISTRATOR;
import static org.partnerportal.roletemplate.RoleTemplateFixture.PARTNER_TIER1_SUPPORT;
import static org.partnerportal.roletemplate.RoleTemplateFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The partner's path: keep a set of roles, change it, delete it, start an invitation with it. */
@PortalTest
class RoleTemplatePageTests {

    private static final String LIST = "/partner/role-templates";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private RoleTemplateFixture fixture;

    @Autowired
    private RoleTemplateService templates;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;

    @BeforeEach
    void people() {
        partner = tenants.partner();
    }

    private MockHttpServletRequestBuilder send(String address, Actor actor) {
        return post(address).with(SignedIn.as(actor)).with(csrf());
    }

    private String page(String address, Actor actor) throws Exception {
        return browser.perform(get(address).with(SignedIn.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String ticked(String role) {
        return "value=\"" + role + "\" checked=\"checked\"";
    }

    @Test
    void keepsATemplateAndShowsIt() throws Exception {
        assertThat(page(LIST + "/new", partner)).contains("Role", "name=\"roles\"", "RESET_PASSWORDS");
        browser.perform(send(LIST + "/new", partner)
                        .param("name", "Licences & <users>")
                        .param("roles", LICENSE_ADMINISTRATOR, USER_ADMINISTRATOR))
                .andExpect(redirectedUrl(LIST));
        assertThat(page(LIST, partner)).contains("Licences &amp; &lt;users&gt;", "User Administrator", "Service desk");
    }

    @Test
    void theSecondClickOfTwoKeepsNothingMore() throws Exception {
        String id = Ids.next().toString();
        for (int click = 0; click < 2; click++) {
            browser.perform(send(LIST + "/new", partner)
                            .param("id", id)
                            .param("name", "Licences")
                            .param("roles", LICENSE_ADMINISTRATOR))
                    .andExpect(redirectedUrl(LIST));
        }
        assertThat(templates.own(partner))
                .singleElement()
                .satisfies(template -> assertThat(template.id()).hasToString(id));
    }

    @Test
    void anIdThatThePortalDidNotMakeIsNotTaken() throws Exception {
        String strange = "ffffffff-ffff-ffff-ffff-ffffffffffff";
        browser.perform(send(LIST + "/new", partner)
                        .param("id", strange)
                        .param("name", "Licences")
                        .param("roles", LICENSE_ADMINISTRATOR))
                .andExpect(redirectedUrl(LIST));
        assertThat(templates.own(partner))
                .singleElement()
                .satisfies(template -> assertThat(template.id()).doesNotHaveToString(strange));
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("", LICENSE_ADMINISTRATOR, "NAME_MISSING"),
                Arguments.of("x".repeat(61), LICENSE_ADMINISTRATOR, "NAME_TOO_LONG"),
                Arguments.of("one\r\ntwo", LICENSE_ADMINISTRATOR, "NAME_MALFORMED"),
                Arguments.of("Taken", LICENSE_ADMINISTRATOR, "NAME_TAKEN"),
                Arguments.of("New", null, "ROLES_MISSING"),
                Arguments.of("New", "<script>", "ROLE_UNKNOWN"),
                Arguments.of("New", PARTNER_TIER1_SUPPORT, "ROLE_DEPRECATED"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamedAndNothingIsKept(String name, String role, String refusal) throws Exception {
        UUID taken = fixture.create(partner, "Taken");
        UUID other = fixture.create(partner, "Other");
        for (String address : new String[] {LIST + "/new", LIST + "/" + other + "/edit"}) {
            MockHttpServletRequestBuilder form = send(address, partner).param("name", name);
            if (role != null) {
                form.param("roles", role);
            }
            var result = browser.perform(form)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Error: ")))
                    .andReturn();
            assertThat(result.getModelAndView().getModel().get("org.springframework.validation.BindingResult.form"))
                    .asString()
                    .contains(refusal);
        }
        assertThat(templates.own(partner)).extracting(TemplateView::name).containsExactly("Other", "Taken");
        assertThat(templates.toChange(partner, taken).roles()).hasSize(2);
    }

    @Test
    void aFormWithErrorsKeepsWhatWasTicked() throws Exception {
        browser.perform(send(LIST + "/new", partner).param("name", "").param("roles", USER_ADMINISTRATOR))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(ticked(USER_ADMINISTRATOR))));
    }

    @Test
    void changesATemplate() throws Exception {
        UUID id = fixture.create(partner, "Licences");
        assertThat(page(LIST + "/" + id + "/edit", partner)).contains("Licences", ticked(LICENSE_ADMINISTRATOR));
        for (int click = 0; click < 2; click++) {
            browser.perform(send(LIST + "/" + id + "/edit", partner)
                            .param("name", "Users")
                            .param("roles", USER_ADMINISTRATOR))
                    .andExpect(redirectedUrl(LIST));
        }
        assertThat(templates.toChange(partner, id).roles()).containsExactly(USER_ADMINISTRATOR);
        assertThat(page("/settings/history", partner))
                .containsOnlyOnce("<strong>Role template changed")
                .contains("<strong>Role template created", "Name before: Licences", "Roles: User Administrator");
    }

    @Test
    void deletesATemplateAfterAsking() throws Exception {
        UUID id = fixture.create(partner, "Licences");
        assertThat(page(LIST + "/" + id + "/delete", partner)).contains("Delete the role template Licences?");
        assertThat(templates.own(partner)).as("asking deletes nothing").hasSize(1);
        for (int click = 0; click < 2; click++) {
            browser.perform(send(LIST + "/" + id + "/delete", partner)).andExpect(redirectedUrl(LIST));
            assertThat(templates.own(partner)).isEmpty();
        }
        browser.perform(get(LIST + "/" + id + "/delete").with(SignedIn.as(partner)))
                .andExpect(status().isNotFound());
        assertThat(fixture.create(partner, "Licences")).as("its name is free").isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = AdminRole.class,
            names = {"SALES_AGENT", "HELPDESK_AGENT"})
    void otherAgentsOnlyLook(AdminRole role) throws Exception {
        UUID id = fixture.create(partner, "Licences");
        Actor agent = tenants.colleague(partner, role);
        assertThat(page(LIST, agent))
                .contains("Licences", "Only an admin agent can change role templates")
                .doesNotContain("/edit", "/delete", "role-templates/new");
        for (String address : new String[] {"/new", "/" + id + "/edit", "/" + id + "/delete"}) {
            browser.perform(get(LIST + address).with(SignedIn.as(agent))).andExpect(status().isForbidden());
            browser.perform(send(LIST + address, agent).param("name", "Mine").param("roles", USER_ADMINISTRATOR))
                    .andExpect(status().isForbidden());
        }
        assertThat(templates.own(partner)).extracting(TemplateView::name).containsExactly("Licences");
    }

    @Test
    void customersHaveNone() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        browser.perform(get(LIST).with(SignedIn.as(customer))).andExpect(status().isForbidden());
        assertThat(page("/", customer)).doesNotContain(LIST);
        assertThat(page("/", partner)).contains(LIST);
    }

    @Test
    void anotherPartnersTemplateIsNotFound() throws Exception {
        UUID id = fixture.create(partner, "Licences");
        Actor stranger = tenants.partner();
        for (String address : new String[] {"/edit", "/delete"}) {
            browser.perform(get(LIST + "/" + id + address).with(SignedIn.as(stranger)))
                    .andExpect(status().isNotFound());
            browser.perform(send(LIST + "/" + id + address, stranger)
                            .param("name", "Mine")
                            .param("roles", USER_ADMINISTRATOR))
                    .andExpect(status().isNotFound());
        }
        browser.perform(get("/partner/invitations/new?type=GDAP&template=" + id).with(SignedIn.as(stranger)))
                .andExpect(status().isNotFound());
        assertThat(templates.own(partner)).hasSize(1);
    }

    @Test
    void fillsAnInvitation() throws Exception {
        UUID id = fixture.create(partner, "Licences");
        String form = page("/partner/invitations/new?type=GDAP&template=" + id, partner);
        assertThat(form)
                .contains(ticked(LICENSE_ADMINISTRATOR), "value=\"" + id + "\" selected=\"selected\"")
                .doesNotContain(ticked(USER_ADMINISTRATOR), "left out");
        assertThat(page("/partner/invitations/new?type=PARTNER&template=USER_ADMINISTRATION", partner))
                .contains(ticked(USER_ADMINISTRATOR));
        assertThat(page("/partner/invitations/new?type=GDAP&template=", partner))
                .contains("Licences", "Joiners and leavers")
                .doesNotContain("checked=\"checked\"");
    }

    @Test
    void saysWhichRolesOfAnOldTemplateAreLeftOut() throws Exception {
        UUID id = fixture.create(partner, "Licences");
        database.update("insert into role_template_role values (?, ?)", id, PARTNER_TIER1_SUPPORT);
        for (String address :
                new String[] {"/partner/invitations/new?type=GDAP&template=" + id, LIST + "/" + id + "/edit"}) {
            assertThat(page(address, partner))
                    .contains("Some roles of this template are left out", "Partner Tier1 Support")
                    .contains(ticked(LICENSE_ADMINISTRATOR))
                    .doesNotContain("value=\"" + PARTNER_TIER1_SUPPORT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_SUCH_TEMPLATE", "0199b0e0-0000-7000-8000-000000000001", "1-or-1=1"})
    void aTemplateThatThereIsNotIsNotFound(String template) throws Exception {
        browser.perform(get("/partner/invitations/new?type=GDAP&template=" + template)
                        .with(SignedIn.as(partner)))
                .andExpect(status().isNotFound());
    }

    @Test
    void typesWithoutRolesTakeNoTemplate() throws Exception {
        browser.perform(get("/partner/invitations/new?type=RESELLER&template=SERVICE_DESK")
                        .with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"template\""))));
    }

    @Test
    void moreThanAHundredAreRefused() throws Exception {
        for (int number = 0; number < RoleTemplateRules.MOST; number++) {
            fixture.create(partner, "Template " + number);
        }
        assertThat(page(LIST, partner)).contains("the most there can be").doesNotContain("role-templates/new");
        browser.perform(get(LIST + "/new").with(SignedIn.as(partner))).andExpect(status().isConflict());
        browser.perform(send(LIST + "/new", partner).param("name", "One more").param("roles", LICENSE_ADMINISTRATOR))
                .andExpect(status().isConflict());
    }
}
