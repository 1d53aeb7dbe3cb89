package org.partnerportal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
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
    private TenantService people;

    @Autowired
    private SubscriptionFixture subscriptions;

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

    private long refusals(UserRefusal reason) {
        return database.queryForObject(
                "select count(*) from trail_entry where person_id = ? and details like ?",
                Long.class,
                admin.account(),
                "%" + reason.key() + "%");
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
    void aStalePageComesBackWithTheTicksAndWhatChangedMeanwhile() throws Exception {
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR", "GLOBAL_READER")
                .andExpect(status().is3xxRedirection());
        String[] chosen = {"DOMAIN_NAME_ADMINISTRATOR", "BILLING_ADMINISTRATOR"};
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", chosen)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("<a href=\"#role\">The roles of this person were changed after"),
                                containsString("value=\"BILLING_ADMINISTRATOR\" checked"),
                                not(containsString("value=\"GLOBAL_READER\" checked")),
                                containsString("Given meanwhile, and not ticked here: saving takes it away."),
                                containsString("name=\"shown\" value=\"GLOBAL_READER,DOMAIN_NAME_ADMINISTRATOR\""))));
        assertThat(roles(domains)).containsExactly("DOMAIN_NAME_ADMINISTRATOR", "GLOBAL_READER");
        assertThat(refusals(UserRefusal.ROLES_CHANGED_MEANWHILE)).isEqualTo(1);
        change(admin, domains, "GLOBAL_READER,DOMAIN_NAME_ADMINISTRATOR", chosen)
                .andExpect(redirectedUrl(page(domains)));
        assertThat(roles(domains)).containsExactly("BILLING_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR");
    }

    @Test
    void aRoleTakenMeanwhileIsGivenAgainOnlyByTheNextSending() throws Exception {
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR").andExpect(status().is3xxRedirection());
        String[] chosen = {"DOMAIN_NAME_ADMINISTRATOR", "BILLING_ADMINISTRATOR"};
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", chosen)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(containsString("Taken away meanwhile, and ticked here: saving gives it again.")));
        assertThat(roles(domains)).isEmpty();
        change(admin, domains, "", chosen).andExpect(redirectedUrl(page(domains)));
    }

    @Test
    void theLastGlobalAdministratorReadsSoBeforeAndTheRoleStays() throws Exception {
        Matcher<String> kept = matchesPattern("(?s).*<input[^>]* aria-describedby=\"kept-GLOBAL_ADMINISTRATOR\""
                + "(?=[^>]* checked=\"checked\")(?=[^>]* disabled=\"disabled\").*");
        open(admin, page(admin))
                .andExpect(content()
                        .string(allOf(
                                kept,
                                containsString("<input type=\"hidden\" name=\"role\" value=\"GLOBAL_ADMINISTRATOR\">"),
                                containsString("Nobody else can sign in as a Global Administrator."))));
        open(admin, page(domains)).andExpect(content().string(not(containsString("disabled=\"disabled\""))));
        change(admin, admin, "GLOBAL_ADMINISTRATOR", "GLOBAL_READER")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("<a href=\"#role\">Nobody else can sign in as a Global Administrator."),
                                kept,
                                containsString("value=\"GLOBAL_READER\" checked"))));
        assertThat(roles(admin)).containsExactly("GLOBAL_ADMINISTRATOR");
        assertThat(refusals(UserRefusal.LAST_GLOBAL_ADMINISTRATOR)).isEqualTo(1);
        tenants.colleague(admin, AdminRole.GLOBAL_ADMINISTRATOR);
        open(admin, page(admin)).andExpect(content().string(not(containsString("disabled=\"disabled\""))));
    }

    @Test
    void whoGivesUpTheOwnRoleIsLedToAPageThatIsStillOpen() throws Exception {
        Actor second = tenants.colleague(admin, AdminRole.GLOBAL_ADMINISTRATOR);
        change(second, second, "GLOBAL_ADMINISTRATOR").andExpect(redirectedUrl("/"));
        assertThat(roles(second)).isEmpty();
        open(second, "/").andExpect(status().isOk());
    }

    @Test
    void whoAloneManagesDomainsLosesARoleOnlyWhereThatIsConfirmed() throws Exception {
        subscriptions.accept(admin);
        String both = "BILLING_ADMINISTRATOR,DOMAIN_NAME_ADMINISTRATOR";
        change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", both.split(",")).andExpect(status().is3xxRedirection());
        open(admin, page(domains)).andExpect(content().string(not(containsString("can manage these domains"))));
        UUID first = null;
        for (int number = 0; number < 7; number++) {
            Actor manager = people.actor(domains.account()).orElseThrow();
            UUID id = subscriptions.buyDomain(manager, number + "-" + domains.account() + ".example");
            first = first == null ? id : first;
        }
        open(admin, page(domains))
                .andExpect(content()
                        .string(allOf(
                                containsString("Only " + domains.name() + " can manage these domains"),
                                containsString("4-" + domains.account() + ".example"),
                                not(containsString("5-" + domains.account() + ".example")),
                                containsString("and 2 more"),
                                not(containsString("id=\"confirmed\"")))));
        change(admin, domains, both, "BILLING_ADMINISTRATOR", "GLOBAL_READER")
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(allOf(
                                containsString("<a href=\"#confirmed\">Nobody would be left who can manage"),
                                containsString("id=\"confirmed\""),
                                containsString("value=\"GLOBAL_READER\" checked"),
                                not(containsString("value=\"DOMAIN_NAME_ADMINISTRATOR\" checked")))));
        assertThat(roles(domains)).containsExactly("BILLING_ADMINISTRATOR", "DOMAIN_NAME_ADMINISTRATOR");
        String product = "/billing/your-products/" + first;
        open(admin, product).andExpect(content().string(containsString("or ask a colleague who has one")));
        browser.perform(post(page(domains))
                        .with(SignedIn.as(admin))
                        .with(csrf())
                        .param("shown", both)
                        .param("role", "BILLING_ADMINISTRATOR")
                        .param("confirmed", "true"))
                .andExpect(redirectedUrl(page(domains)));
        assertThat(roles(domains)).containsExactly("BILLING_ADMINISTRATOR");
        String nobody = "Nobody in your organisation holds both roles now.";
        for (String page : List.of(product, "/billing/purchase-services/domain-name")) {
            open(admin, page)
                    .andExpect(content()
                            .string(allOf(
                                    stringContainsInOrder(nobody, "href=\"/users\"", "</main>"),
                                    not(containsString("ask a colleague who has one")))));
            open(domains, page)
                    .andExpect(content()
                            .string(allOf(
                                    containsString(nobody),
                                    containsString("A Global Administrator can give them to somebody under Users."),
                                    not(stringContainsInOrder(nobody, "href=\"/users\"")))));
        }
    }

    @Test
    void anotherWhoHoldsBothRolesIsEnoughForDomains() throws Exception {
        Actor both = tenants.colleague(admin, AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        Actor other = tenants.colleague(admin, AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        subscriptions.accept(admin);
        subscriptions.buyDomain(both, both.account() + ".example");
        String shown = "BILLING_ADMINISTRATOR,DOMAIN_NAME_ADMINISTRATOR";
        open(admin, page(both)).andExpect(content().string(not(containsString("can manage these domains"))));
        tenants.disableAccount(other.account());
        open(admin, page(both)).andExpect(content().string(containsString("can manage these domains")));
        change(admin, other, shown, "BILLING_ADMINISTRATOR").andExpect(redirectedUrl(page(other)));
        change(admin, both, shown, "BILLING_ADMINISTRATOR").andExpect(status().is(422));
    }

    @Test
    void onlyRolesOfTheListAreGiven() throws Exception {
        for (String wrong : List.of("OPERATOR", "ADMIN_AGENT", "<script>", "x".repeat(10_000_000))) {
            change(admin, domains, "DOMAIN_NAME_ADMINISTRATOR", wrong, "GLOBAL_READER")
                    .andExpect(status().is(422))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("<a href=\"#role\">One of these roles cannot be given"),
                                    containsString("value=\"GLOBAL_READER\" checked"),
                                    not(containsString("<script>")))));
        }
        change(admin, domains, "<script>\uD800", "GLOBAL_READER").andExpect(status().isConflict());
        assertThat(roles(domains)).containsExactly("DOMAIN_NAME_ADMINISTRATOR");
    }
}
