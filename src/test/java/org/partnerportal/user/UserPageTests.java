package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An organisation's people: seen and reset by the own admins, and by partners with roles for it as long as they have them. */
@PortalTest
class UserPageTests {

    private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    private static final Pattern TEMPORARY = Pattern.compile("id=\"temporary-password\">([^<]+)<");

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private JdbcTemplate database;

    private Actor admin;
    private Actor pupil;
    private Actor partner;

    @BeforeEach
    void school() {
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        pupil = tenants.colleague(admin);
        partner = tenants.partner();
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions reset(Actor who, String users, Actor whom) throws Exception {
        String shown = database.queryForObject(
                        "select password_chosen_at from account where id = ?", OffsetDateTime.class, whom.account())
                .toInstant()
                .toString();
        return browser.perform(post(users + "/" + whom.account() + "/reset-password")
                .with(SignedIn.as(who))
                .with(csrf())
                .param("shown", shown));
    }

    private String onBehalf() {
        return "/on-behalf/" + admin.tenant() + "/users";
    }

    private String signIn(Actor person, String password) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", person.email())
                        .param("password", password)
                        .param("continue", "/account"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private List<Map<String, Object>> trail(String kind) {
        return database.queryForList(
                "select person_name, on_behalf_of_id, partner_id from trail_entry where kind = ? and customer_id = ?",
                kind,
                admin.tenant().value());
    }

    @Test
    void anAdminGivesATemporaryPasswordThatIsShownOnceAndChangedAtTheNextSignIn() throws Exception {
        String page = reset(admin, "/users", pupil)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher found = TEMPORARY.matcher(page);
        assertThat(found.find()).isTrue();
        assertThat(signIn(pupil, TenantFixture.PASSWORD)).contains("error");
        assertThat(signIn(pupil, found.group(1))).isEqualTo("/account");
        browser.perform(get("/").with(SignedIn.as(pupil))).andExpect(status().is3xxRedirection());
        assertThat(database.queryForObject(
                        "select count(*) from mail where recipient = ? and plain like ?",
                        Long.class,
                        pupil.email(),
                        "%" + found.group(1) + "%"))
                .isZero();
        assertThat(database.queryForObject("select count(*) from mail where recipient = ?", Long.class, pupil.email()))
                .isEqualTo(1);
        assertThat(trail("UserPasswordReset"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("on_behalf_of_id")).isNull());
    }

    @Test
    void aPartnerDoesTheSameByItsRolesAndBothReadIt() throws Exception {
        invitations.relationship(partner, admin, PartnerType.GDAP); // with User Administrator
        browser.perform(post("/on-behalf/" + admin.tenant())
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        open(partner, onBehalf())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(pupil.email()),
                                containsString(partner.name() + " of " + partner.tenantName() + " acts for"))));
        reset(partner, onBehalf(), pupil).andExpect(status().isOk());
        assertThat(trail("SignInOnBehalf")).isNotEmpty();
        assertThat(trail("UserPasswordReset")).singleElement().satisfies(row -> {
            assertThat(row.get("person_name")).isEqualTo(partner.name());
            assertThat(row.get("on_behalf_of_id")).isEqualTo(admin.tenant().value());
            assertThat(row.get("partner_id")).isEqualTo(partner.tenant().value());
        });
        assertThat(database.queryForObject(
                        "select count(*) from role_use where customer_id = ?",
                        Long.class,
                        admin.tenant().value()))
                .as("the role counts as used")
                .isPositive();
    }

    @Test
    void comingInIsKeptOncePerSessionHoweverSomebodyComes() throws Exception {
        invitations.relationship(partner, admin, PartnerType.GDAP);
        Cookie session = open(partner, onBehalf()).andReturn().getResponse().getCookie("session");
        for (int page = 0; page < 2; page++) {
            browser.perform(get(onBehalf()).cookie(session).with(SignedIn.as(partner)))
                    .andExpect(status().isOk());
        }
        assertThat(trail("SignInOnBehalf"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("on_behalf_of_id"))
                        .isEqualTo(admin.tenant().value()));
    }

    @Test
    void nobodyResetsSomebodyMorePrivileged() throws Exception {
        Actor helpdesk = tenants.colleague(admin, AdminRole.HELPDESK_ADMINISTRATOR);
        reset(helpdesk, "/users", admin).andExpect(status().isForbidden());
        reset(helpdesk, "/users", pupil).andExpect(status().isOk());
        invitations.relationship(partner, admin, PartnerType.GDAP);
        reset(partner, onBehalf(), admin)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Privileged Authentication Administrator")));
        assertThat(signIn(admin, TenantFixture.PASSWORD)).isEqualTo("/account");
    }

    @Test
    void removedRolesStopAtTheVeryNextClick() throws Exception {
        var relationship = invitations.relationship(partner, admin, PartnerType.GDAP);
        open(partner, onBehalf()).andExpect(status().isOk());
        browser.perform(post("/settings/partner-relationships/" + partner.tenant() + "/" + relationship
                                + "/remove-roles")
                        .with(SignedIn.as(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        for (String page : List.of("/on-behalf/" + admin.tenant(), onBehalf())) {
            open(partner, page)
                    .andExpect(status().isConflict())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("You cannot act for " + admin.tenantName()),
                                    containsString("The customer has removed the roles"),
                                    containsString(admin.name() + " of " + admin.tenantName() + " took away"))));
        }
        reset(partner, onBehalf(), pupil).andExpect(status().isConflict());
        assertThat(signIn(pupil, TenantFixture.PASSWORD)).isEqualTo("/account");
    }

    @Test
    void whatWentWithAnEndedRelationshipIsNotSaidToHaveBeenTakenBefore() throws Exception {
        UUID granular = invitations.relationship(partner, admin, PartnerType.GDAP);
        UUID advisor = invitations.relationship(partner, admin, PartnerType.ADVISOR);
        String own = "/settings/partner-relationships/" + partner.tenant() + "/";
        for (String page : List.of(own + granular + "/remove-roles", own + advisor + "/end")) {
            browser.perform(post(page).with(SignedIn.as(admin)).with(csrf())).andExpect(status().is3xxRedirection());
        }
        open(partner, onBehalf())
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "the relationship was over that gave your organisation",
                                "<li>Global Administrator</li>",
                                "<li>Helpdesk Administrator</li>",
                                "took away",
                                "<li>User Administrator</li>")));
    }

    @Test
    void everyRoleIsNamedThatWouldHaveBeenEnoughWithWhenAndByWhomItWent() throws Exception {
        UUID advisor = invitations.relationship(partner, admin, PartnerType.ADVISOR);
        UUID granular = invitations.relationship(partner, admin, PartnerType.GDAP);
        Actor colleague = tenants.colleague(admin, AdminRole.BILLING_ADMINISTRATOR);
        remove(admin, advisor, EntraRole.HELPDESK_ADMINISTRATOR);
        remove(colleague, advisor, EntraRole.GLOBAL_ADMINISTRATOR);
        open(partner, onBehalf()).andExpect(status().isOk());
        remove(admin, granular, USER_ADMINISTRATOR);
        open(partner, onBehalf())
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                admin.name() + " of " + admin.tenantName() + " took away",
                                "<li>User Administrator</li>",
                                colleague.name() + " of " + admin.tenantName() + " took away",
                                "<li>Global Administrator</li>",
                                admin.name() + " of " + admin.tenantName() + " took away",
                                "<li>Helpdesk Administrator</li>",
                                "These roles are left",
                                "<li>Service Support Administrator</li>")));
    }

    private void remove(Actor by, UUID relationship, String role) throws Exception {
        String page = "/settings/partner-relationships/" + partner.tenant() + "/" + relationship;
        browser.perform(post(page + "/roles/" + role + "/remove")
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aRelationshipWithoutRolesOpensNothing() throws Exception {
        invitations.relationship(partner, admin, PartnerType.RESELLER);
        open(partner, onBehalf()).andExpect(status().isConflict());
        open(partner, "/partner/customers/" + admin.tenant())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"why-on-behalf\"")));
    }

    @Test
    void whoeverIsNoCustomerOfTheirsIsNotFound() throws Exception {
        open(partner, onBehalf()).andExpect(status().isNotFound());
        reset(partner, onBehalf(), pupil).andExpect(status().isNotFound());
        open(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR), onBehalf()).andExpect(status().isNotFound());
        open(partner, "/on-behalf/1-or-1=1/users").andExpect(status().isNotFound());
    }

    @Test
    void ownRolesOfAgentsGiveNothingInTheOwnList() throws Exception {
        open(partner, "/users").andExpect(status().isForbidden());
        open(pupil, "/users").andExpect(status().isForbidden());
        open(tenants.colleague(admin, AdminRole.SALES_AGENT), "/users").andExpect(status().isForbidden());
    }

    @Test
    void anotherOrganisationsPersonIsNotFound() throws Exception {
        Actor elsewhere = tenants.customer();
        reset(admin, "/users", elsewhere).andExpect(status().isNotFound());
        invitations.relationship(partner, admin, PartnerType.GDAP);
        reset(partner, onBehalf(), elsewhere).andExpect(status().isNotFound());
    }

    @Test
    void billingPagesAreAbsentOnBehalfAndSayWhy() throws Exception {
        invitations.relationship(partner, admin, PartnerType.GDAP);
        for (String billing : List.of("purchase-services", "your-products", "bills-and-payments")) {
            open(partner, "/on-behalf/" + admin.tenant() + "/billing/" + billing)
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("/partner/customers/" + admin.tenant())));
            open(partner, "/on-behalf/" + admin.tenant())
                    .andExpect(content().string(not(containsString("/billing/" + billing))));
        }
        open(partner, "/on-behalf/" + admin.tenant() + "/billing/other").andExpect(status().isNotFound());
    }

    @Test
    void searchAndFilterComeFromTheAddressAndSurviveNonsense() throws Exception {
        open(admin, "/users?q=" + pupil.name()).andExpect(content().string(containsString(pupil.email())));
        open(admin, "/users?show=admins").andExpect(content().string(not(containsString(pupil.email()))));
        open(admin, "/users?show=nonsense&after=nonsense&q=%25%00!_<script>")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void thePagesSpeakJapanese() throws Exception {
        database.update("update account set language = 'ja' where id = ?", admin.account());
        browser.perform(get("/users").with(SignedIn.as(admin)).locale(Locale.JAPANESE))
                .andExpect(content().string(containsString("ユーザー")));
        browser.perform(get("/users/" + pupil.account() + "/reset-password")
                        .with(SignedIn.as(admin))
                        .locale(Locale.JAPANESE))
                .andExpect(content().string(containsString("パスワードをリセットしますか")));
    }

    @Test
    void oneRoleThatTheCustomerTookAwayIsNamedWithWhenAndWhatIsLeft() throws Exception {
        UUID relationship = invitations.relationship(partner, admin, PartnerType.GDAP);
        open(partner, onBehalf()).andExpect(status().isOk());
        browser.perform(post("/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/roles/"
                                + InvitationFixture.USER_ADMINISTRATOR + "/remove")
                        .with(SignedIn.as(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        for (ResultActions refused : List.of(open(partner, onBehalf()), reset(partner, onBehalf(), pupil))) {
            refused.andExpect(status().isForbidden())
                    .andExpect(content()
                            .string(allOf(
                                    containsString(admin.name() + " of " + admin.tenantName() + " took away"),
                                    containsString("<li>User Administrator</li>"),
                                    containsString("<li>Service Support Administrator</li>"),
                                    not(containsString("None of the roles")))));
        }
        open(partner, "/on-behalf/" + admin.tenant() + "/devices")
                .andExpect(status().isForbidden())
                .andExpect(
                        content().string(allOf(containsString("None of the roles"), not(containsString("took away")))));
    }

    @Test
    void addressesBelowTheBillingPagesSayWhyToo() throws Exception {
        invitations.relationship(partner, admin, PartnerType.GDAP);
        String billing = "/on-behalf/" + admin.tenant() + "/billing/";
        for (String below : List.of(
                "purchase-services/campus-class",
                "your-products/" + admin.account(),
                "your-products/" + admin.account() + "/cancel",
                "bills-and-payments/" + admin.account() + "/pdf")) {
            open(partner, billing + below)
                    .andExpect(status().isForbidden())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("not available to somebody who acts for"),
                                    containsString("/partner/customers/" + admin.tenant()))));
        }
        open(partner, billing + "other/" + admin.account()).andExpect(status().isNotFound());
        open(partner, billing + "domain-subscriptions")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Domain Name Administrator")));
        open(partner, "/on-behalf/" + admin.tenant())
                .andExpect(content().string(containsString("/billing/domain-subscriptions")));
        open(tenants.partner(), billing + "your-products/1").andExpect(status().isNotFound());
    }
}
