package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.PortalTest;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The partner's path: send, see the link once, resend, withdraw; and everything that the form refuses. */
@PortalTest
class PartnerInvitationPageTests {

    private static final String ROLE = InvitationFixture.USER_ADMINISTRATOR;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    private MockHttpServletRequestBuilder form(PartnerType type) {
        MockHttpServletRequestBuilder form = post("/partner/invitations/new")
                .with(SignedIn.as(partner))
                .with(csrf())
                .param("type", type.name())
                .param("language", "en")
                .param("lifeDays", "30");
        if (type.takesRoles()) {
            form.param("roles", ROLE);
        }
        return form;
    }

    private long sent() {
        return invitations
                .sent(partner, new InvitationFilter(InvitationFilter.Show.ALL, "", null))
                .count();
    }

    @ParameterizedTest
    @EnumSource(PartnerType.class)
    void sendsAnInvitationOfEachType(PartnerType type) throws Exception {
        MockHttpServletRequestBuilder form = form(type).param("email", customer.email());
        if (type.isTimeLimited()) {
            form.param("durationDays", "730");
        }
        MvcResult result = browser.perform(form)
                .andExpect(redirectedUrlPattern("/partner/invitations/*"))
                .andReturn();
        browser.perform(get(result.getResponse().getRedirectedUrl()).with(SignedIn.as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(customer.email())));
    }

    @Test
    void aFormSentAgainWithAnotherNoteIsRefusedAndLeadsToTheFirst() throws Exception {
        String id = Ids.next().toString();
        String page = "/partner/invitations/" + id;
        for (int click = 0; click < 2; click++) {
            browser.perform(form(PartnerType.RESELLER)
                            .param("id", id)
                            .param("email", customer.email())
                            .param("note", "First"))
                    .andExpect(redirectedUrl(page));
        }
        browser.perform(form(PartnerType.RESELLER)
                        .param("id", id)
                        .param("email", customer.email())
                        .param("note", "Second"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sent already, with other content")))
                .andExpect(content().string(containsString("href=\"" + page + "\"")));
        assertThat(sent()).isEqualTo(1);
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("email", "not an address", "EMAIL_MALFORMED"),
                Arguments.of("email", "a@b.example\r\nBcc: c@d.example", "EMAIL_MALFORMED"),
                Arguments.of("email", "", "EMAIL_MALFORMED"),
                Arguments.of("roles", "00000000-0000-0000-0000-000000000000", "ROLE_UNKNOWN"),
                Arguments.of("roles", "<script>", "ROLE_UNKNOWN"),
                Arguments.of("durationDays", "0", "DURATION_OUT_OF_RANGE"),
                Arguments.of("durationDays", "731", "DURATION_OUT_OF_RANGE"),
                Arguments.of("durationDays", "a year", "DURATION_OUT_OF_RANGE"),
                Arguments.of("durationDays", "", "DURATION_OUT_OF_RANGE"),
                Arguments.of("note", "x".repeat(501), "NOTE_TOO_LONG"),
                Arguments.of("note", "one\r\ntwo", "NOTE_MALFORMED"),
                Arguments.of("note", "one\u2028two", "NOTE_MALFORMED"),
                Arguments.of("name", "\u202egpj.exe", "NAME_MALFORMED"),
                Arguments.of("name", "\u200b", "NAME_MALFORMED"),
                Arguments.of("name", "x".repeat(51), "NAME_TOO_LONG"),
                Arguments.of("lifeDays", "91", "LIFE_OUT_OF_RANGE"),
                Arguments.of("language", "fr", "LANGUAGE_UNKNOWN"),
                Arguments.of("customer", "00000000-0000-7000-8000-000000000000", "CUSTOMER_UNKNOWN"),
                Arguments.of("customer", "somebody", "CUSTOMER_UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamedAndNothingIsSent(String field, String value, String refusal) throws Exception {
        MockHttpServletRequestBuilder form = post("/partner/invitations/new")
                .with(SignedIn.as(partner))
                .with(csrf())
                .param("type", "GDAP");
        for (String[] good : new String[][] {
            {"email", customer.email()},
            {"language", "en"},
            {"roles", ROLE},
            {"durationDays", "100"},
            {"note", "Good day"},
            {"name", "Name"},
            {"lifeDays", "30"}
        }) {
            if (!good[0].equals(field)) {
                form.param(good[0], good[1]);
            }
        }
        form.param(field, value);
        MvcResult result = browser.perform(form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Error: ")))
                .andExpect(content().string(containsString("href=\"#" + field + "\"")))
                .andReturn();
        assertThat(result.getModelAndView().getModel().get("org.springframework.validation.BindingResult.form"))
                .asString()
                .contains(refusal);
        assertThat(sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = PartnerType.class, names = "GDAP", mode = EnumSource.Mode.EXCLUDE)
    void aDurationOnAnythingButGdapIsRefused(PartnerType type) throws Exception {
        browser.perform(form(type).param("email", customer.email()).param("durationDays", "30"))
                .andExpect(status().isUnprocessableContent());
        assertThat(sent()).isZero();
    }

    @Test
    void aRoleOnATypeWithoutRolesIsRefused() throws Exception {
        browser.perform(form(PartnerType.RESELLER)
                        .param("email", customer.email())
                        .param("roles", ROLE))
                .andExpect(status().isUnprocessableContent());
        assertThat(sent()).isZero();
    }

    @Test
    void theSecondClickOfTwoSendsNothingMore() throws Exception {
        String id = Ids.next().toString();
        for (int click = 0; click < 2; click++) {
            browser.perform(form(PartnerType.RESELLER)
                            .param("email", customer.email())
                            .param("id", id))
                    .andExpect(redirectedUrl("/partner/invitations/" + id));
        }
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void theLinkIsShownToTheSendersBrowserOnlyAndOnlyWhileItWorks() throws Exception {
        MvcResult sent = browser.perform(form(PartnerType.RESELLER).param("email", customer.email()))
                .andReturn();
        String page = sent.getResponse().getRedirectedUrl();
        Cookie link = sent.getResponse().getCookie("link");
        assertThat(link.isHttpOnly()).isTrue();
        assertThat(link.getPath()).isEqualTo(page);
        String address = "/i/" + link.getValue();
        browser.perform(get(page).with(SignedIn.as(partner)).cookie(link))
                .andExpect(content().string(containsString(address)));
        browser.perform(get(page).with(SignedIn.as(partner)))
                .andExpect(content().string(not(containsString("/i/"))));
        browser.perform(post(page + "/resend").with(SignedIn.as(partner)).with(csrf()))
                .andExpect(redirectedUrl(page));
        browser.perform(get(page).with(SignedIn.as(partner)).cookie(link))
                .andExpect(content().string(not(containsString(address))));
    }

    @Test
    void withdrawingTwiceIsWithdrawing() throws Exception {
        UUID id = fixture.send(partner, customer);
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/partner/invitations/" + id + "/withdraw")
                            .with(SignedIn.as(partner))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/partner/invitations/" + id));
        }
        assertThat(invitations.sentOne(partner, id).status()).isEqualTo(InvitationStatus.WITHDRAWN);
    }

    @Test
    void anAnsweredInvitationIsNotResent() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.accept(customer, id);
        browser.perform(post("/partner/invitations/" + id + "/resend")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has been accepted already")));
    }

    @Test
    void salesAgentsInviteOnlyAsTypesWithoutRoles() throws Exception {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        browser.perform(get("/partner/invitations/new?type=RESELLER").with(SignedIn.as(sales)))
                .andExpect(status().isOk());
        browser.perform(get("/partner/invitations/new?type=GDAP").with(SignedIn.as(sales)))
                .andExpect(status().isForbidden());
        UUID id = fixture.send(partner, customer);
        browser.perform(post("/partner/invitations/" + id + "/withdraw")
                        .with(SignedIn.as(sales))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void onlyWhatStandsInTheBodyIsTaken() throws Exception {
        browser.perform(form(PartnerType.GDAP)
                        .param("email", customer.email())
                        .header("durationDays", "30")
                        .header("Duration-Days", "30"))
                .andExpect(status().isUnprocessableContent());
        for (String name :
                new String[] {"note[0]", "roles[2147483647]", "roles[99999999]", "name['a']", "class.module"}) {
            int answer = browser.perform(form(PartnerType.RESELLER)
                            .param("email", "not an address")
                            .param(name, "x"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(answer).as(name).isBetween(400, 422);
        }
        assertThat(sent()).isZero();
    }

    @Test
    void anIdThatThePortalDidNotMakeIsNotTaken() throws Exception {
        String strange = "ffffffff-ffff-ffff-ffff-ffffffffffff";
        String address = browser.perform(form(PartnerType.RESELLER)
                        .param("email", customer.email())
                        .param("id", strange))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).startsWith("/partner/invitations/").doesNotContain(strange);
    }

    @Test
    void customersDoNotInvite() throws Exception {
        browser.perform(get("/partner/invitations").with(SignedIn.as(customer))).andExpect(status().isForbidden());
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        browser.perform(post("/partner/invitations/new")
                        .with(SignedIn.as(partner))
                        .param("type", "RESELLER")
                        .param("email", customer.email()))
                .andExpect(status().isForbidden());
        assertThat(sent()).isZero();
    }

    @Test
    void theFormGroupsRolesAndSaysWhatTheyRisk() throws Exception {
        browser.perform(get("/partner/invitations/new?type=GDAP").with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Users &amp; identity")))
                .andExpect(content().string(containsString("data-tasks=\"RESET_PASSWORDS HANDLE_SUPPORT_REQUESTS\"")))
                .andExpect(content().string(containsString("Privileged: ask for it only where")))
                .andExpect(content().string(not(containsString("open=\"open\""))));
    }

    @Test
    void aFormWithErrorsOpensTheGroupsInWhichSomethingIsTicked() throws Exception {
        browser.perform(form(PartnerType.GDAP).param("email", "not an address").param("durationDays", "100"))
                .andExpect(content().string(containsString("id=\"roles-IDENTITY\" open=\"open\"")))
                .andExpect(content().string(containsString("value=\"" + ROLE + "\" checked=\"checked\"")))
                .andExpect(content().string(not(containsString("id=\"roles-DEVICES\" open"))));
    }

    @Test
    void thePartnerIsWarnedOfAPrivilegedRoleAfterSendingToo() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(get("/partner/invitations/" + id).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("asks for a privileged role")));
    }
}
