package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A Global Administrator gives the own people admin roles, which count at once. */
@PortalTest
class UserRolePageTests {

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

    private Actor admin;
    private Actor domains;

    @BeforeEach
    void school() {
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        domains = tenants.colleague(admin, AdminRole.DOMAIN_NAME_ADMINISTRATOR);
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private static String page(Actor person) {
        return "/users/" + person.account() + "/roles";
    }

    private ResultActions change(Actor by, Actor person, String shown, String... wanted) throws Exception {
        return browser.perform(post(page(person))
                .with(SignedIn.as(by))
                .with(csrf())
                .param("shown", shown)
                .param("role", wanted));
    }

    private List<String> roles(Actor person) {
        return database.queryForList(
                "select role from account_role where account_id = ? order by role", String.class, person.account());
    }

    private long mails(Actor to) {
        return database.queryForObject(
                "select count(*) from mail where recipient = ? and subject like 'Admin roles were changed%'",
                Long.class, to.email());
    }

    @Test
    void oneWhoGetsBothRolesBuysADomain() throws Exception {
        Actor third = tenants.colleague(admin, AdminRole.GLOBAL_ADMINISTRATOR);
        String domain = "/billing/purchase-services/domain-name";
        open(domains, domain)
                .andExpect(status().isForbidden())
                .andExpect(
                        content().string(containsString("both Domain Name Administrator and Billing Administrator")));
        open(admin, page(domains))
                .andExpect(content().string(containsString("value=\"DOMAIN_NAME_ADMINISTRATOR\" checked")));
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR", "BILLING_ADMINISTRATOR")
                .andExpect(redirectedUrl(page(domains)));
        assertThat(roles(domains)).containsExactly("BILLING_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR");
        open(domains, domain)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(not(containsString("both Domain Name Administrator and Billing Administrator"))));
        assertThat(mails(domains)).isEqualTo(1);
        assertThat(mails(third)).isEqualTo(1);
        assertThat(mails(admin)).as("of what one did oneself").isZero();
        open(admin, "/settings/history")
                .andExpect(content()
                        .string(allOf(
                                containsString("Admin roles changed"),
                                containsString("Admin roles given: Billing Administrator"))));
    }

    @Test
    void aRoleThatIsTakenIsGoneAtTheNextClick() throws Exception {
        Actor reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        open(reader, "/settings/partner-relationships").andExpect(status().isOk());
        change(admin, reader, "GLOBAL_READER").andExpect(status().is3xxRedirection());
        open(reader, "/settings/partner-relationships").andExpect(status().isForbidden());
        open(admin, "/settings/history")
                .andExpect(content().string(containsString("Admin roles taken away: Global Reader")));
    }

    @Test
    void othersSeeWhoCanAndCannot() throws Exception {
        Actor reader = tenants.colleague(admin, AdminRole.GLOBAL_READER);
        open(admin, "/users").andExpect(content().string(containsString(page(reader))));
        open(reader, "/users")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(page(domains)))));
        open(reader, page(domains))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Only a Global Administrator of the organisation changes admin roles."),
                                containsString(admin.email()),
                                not(containsString("type=\"checkbox\"")))));
        change(reader, reader, "GLOBAL_READER", "GLOBAL_ADMINISTRATOR").andExpect(status().isForbidden());
        assertThat(roles(reader)).containsExactly("GLOBAL_READER");
    }

    @Test
    void nobodyOutsideReachesIt() throws Exception {
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        open(stranger, page(domains)).andExpect(status().isNotFound());
        change(stranger, domains, "DOMAIN_NAME_ADMINISTRATOR", "GLOBAL_READER").andExpect(status().isNotFound());
        Actor partner = tenants.partner();
        invitations.relationship(partner, admin, PartnerType.GDAP);
        String banner = "acts for " + admin.tenantName();
        for (String unknown : List.of(page(domains), "/settings/history", "/billing/nothing", "/nothing")) {
            open(partner, "/on-behalf/" + admin.tenant() + unknown)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString(banner)));
        }
        for (Actor other : List.of(tenants.partner(), stranger)) {
            open(other, "/on-behalf/" + admin.tenant() + "/settings/history")
                    .andExpect(content().string(not(containsString(admin.tenantName()))));
        }
        assertThat(roles(domains)).containsExactly("DOMAIN_NAME_ADMINISTRATOR");
    }

    @Test
    void whatAPartnersAccountMayDoIsChangedOnThePageOfItsAccounts() throws Exception {
        Actor partner = tenants.partner();
        UUID relationship = invitations.relationship(partner, admin, PartnerType.PARTNER);
        Actor person = partnerAccounts.person(
                admin, partner, relationship, partnerAccounts.create(admin, partner, relationship));
        String accounts = PartnerAccountFixture.page(partner, relationship);
        open(admin, page(person))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"" + accounts + "\""),
                                containsString("Accounts for people of " + partner.tenantName()))));
        open(admin, accounts)
                .andExpect(content().string(containsString("<h1>Accounts for people of " + partner.tenantName())));
    }

    @Test
    void whereNobodyGivesRolesThePageSaysSoAndWhereToGoOn() throws Exception {
        Actor partner = tenants.partner();
        open(partner, "/users")
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(allOf(
                                containsString("your organisation has no Global Administrator"),
                                containsString("class=\"btn btn-primary\" href=\"/partner/customers\""),
                                not(containsString("Ask a Global Administrator")))));
        open(tenants.operator(), "/users")
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(allOf(
                                containsString("Your organisation runs the portal"),
                                containsString("class=\"btn btn-primary\" href=\"/operator/tenants\""),
                                not(containsString("Ask a Global Administrator")))));
        tenants.colleague(partner, AdminRole.GLOBAL_ADMINISTRATOR);
        for (Actor person : List.of(partner, tenants.colleague(admin))) {
            open(person, "/users").andExpect(content().string(containsString("Ask a Global Administrator")));
        }
    }

    @Test
    void aStalePageChangesNothing() throws Exception {
        change(admin, domains, "GLOBAL_READER", "GLOBAL_READER")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("were changed after you opened the page")));
        assertThat(roles(domains)).containsExactly("DOMAIN_NAME_ADMINISTRATOR");
    }

    @Test
    void theLastGlobalAdministratorStays() throws Exception {
        change(admin, admin, "GLOBAL_ADMINISTRATOR", "GLOBAL_READER")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nobody else can sign in as a Global Administrator.")));
        assertThat(roles(admin)).containsExactly("GLOBAL_ADMINISTRATOR");
    }

    @Test
    void whoGivesUpTheOwnRoleIsLedToAPageThatIsStillOpen() throws Exception {
        Actor second = tenants.colleague(admin, AdminRole.GLOBAL_ADMINISTRATOR);
        change(second, second, "GLOBAL_ADMINISTRATOR").andExpect(redirectedUrl("/"));
        assertThat(roles(second)).isEmpty();
        open(second, "/").andExpect(status().isOk());
    }

    @Test
    void onlyRolesOfTheListAreGiven() throws Exception {
        for (String wrong : List.of("OPERATOR", "ADMIN_AGENT", "<script>")) {
            change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", wrong).andExpect(status().is(422));
        }
        assertThat(roles(domains)).containsExactly("DOMAIN_NAME_ADMINISTRATOR");
    }
}
