package org.partnerportal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.NewAccount;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The operator's pages: what they do, what they refuse, that both parties read of it, and that they are nobody else's. */
@PortalTest
class OperatorPageTests {

    private static final List<String> PAGES =
            List.of("/operator/tenants", "/operator/tenants/new", "/operator/accounts", "/operator/jobs");

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TenantService service;

    @Autowired
    private OperatorService operatorService;

    @Autowired
    private JobService jobs;

    @Autowired
    private List<Task<?>> tasks;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcTemplate database;

    private Actor operator;

    @BeforeEach
    void makeOperator() {
        operator = tenants.operator();
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions send(String page, String... fields) throws Exception {
        var request = post(page).with(SignedIn.as(operator)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return browser.perform(request);
    }

    private static String at(Actor of, String action) {
        return "/operator/tenants/" + of.tenant() + action;
    }

    private List<String> trail(UUID subject) {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? order by id", String.class, subject);
    }

    private static String domainOf(Actor person) {
        return person.email().replaceAll("^.*@", "");
    }

    @Test
    void areNotThereForAnybodyElse() throws Exception {
        Actor stranger = tenants.colleague(tenants.partner(), AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        for (String page : PAGES) {
            open(operator, page).andExpect(status().isOk());
            open(stranger, page).andExpect(status().isNotFound());
        }
        open(stranger, "/").andExpect(content().string(not(containsString("/operator/"))));
    }

    @Test
    void theRulesAskToo() {
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        UUID tenant = stranger.tenant().value();
        var administrator = AdministratorForm.of("Aki", "aki@a.example", "ja");
        for (ThrowingCallable verb : List.<ThrowingCallable>of(
                () -> operatorService.tenants(stranger, TenantFilter.of(null, null, null)),
                () -> operatorService.tenant(stranger, tenant),
                () -> operatorService.accounts(stranger, AccountFilter.of(null, null, null, null)),
                () -> operatorService.account(stranger, stranger.account()),
                () -> operatorService.create(stranger, TenantForm.empty("JP", "ja")),
                () -> operatorService.inviteAdministrator(stranger, tenant, administrator),
                () -> operatorService.makePartner(stranger, tenant, new ProfileForm("+1 555 0100", "s@a.example")),
                () -> operatorService.disable(stranger, tenant),
                () -> operatorService.enable(stranger, tenant),
                () -> operatorService.disableAccount(stranger, stranger.account()),
                () -> operatorService.enableAccount(stranger, stranger.account()),
                () -> operatorService.sendPasswordLink(stranger, stranger.account(), Ids.next()),
                () -> jobs.jobs(stranger),
                () -> jobs.failing(stranger),
                () -> jobs.runNow(stranger, "mail-send"))) {
            assertThatThrownBy(verb).hasMessageContaining("NEEDS_OPERATOR");
        }
    }

    @Test
    void whatIsNotHereIsNotFound() throws Exception {
        String nobody = UUID.randomUUID().toString();
        open(operator, "/operator/tenants/" + nobody).andExpect(status().isNotFound());
        open(operator, "/operator/accounts/" + nobody + "/disable").andExpect(status().isNotFound());
        send("/operator/tenants/" + nobody + "/disable").andExpect(status().isNotFound());
        send("/operator/accounts/" + nobody + "/send-link").andExpect(status().isNotFound());
        send("/operator/jobs/" + nobody + "/run").andExpect(status().isNotFound());
    }

    // organisations

    private String[] organisation(String domain, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "id", Ids.next().toString(),
                "organisation", "New school",
                "country", "JP",
                "domain", domain,
                "name", "Aki",
                "email", "aki@" + domain,
                "language", "ja"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private static String newDomain() {
        return "d" + UUID.randomUUID() + ".example";
    }

    @Test
    void createAnOrganisationWhoseFirstAdministratorGetsAMail() throws Exception {
        String domain = newDomain();
        send("/operator/tenants/new", organisation(domain)).andExpect(status().is3xxRedirection());
        Actor administrator = service.withEmail("aki@" + domain).orElseThrow();
        assertThat(administrator.roles()).containsExactly(AdminRole.GLOBAL_ADMINISTRATOR);
        assertThat(administrator.locale()).isEqualTo(Locale.JAPANESE);
        assertThat(service.credentials("aki@" + domain)).as("no password yet").isEmpty();
        assertThat(database.queryForObject("select plain from mail where recipient = ?", String.class, "aki@" + domain))
                .contains("New school", "/p/");
        assertThat(trail(administrator.tenant().value()))
                .containsExactly("TenantCreated", "TenantAdministratorInvited");
        open(administrator, "/settings/history")
                .andExpect(content().string(containsString("Organisation created by the operator")));
        open(operator, at(administrator, ""))
                .andExpect(content().string(containsString("No password chosen yet")))
                .andExpect(content().string(not(containsString("/p/"))));
    }

    @Test
    void createAPartnerWhoseFirstAdministratorIsItsAdminAgentToo() throws Exception {
        String domain = newDomain();
        String[] form =
                organisation(domain, "partner", "true", "phone", "+81 3 5550 0100", "supportEmail", "help@" + domain);
        send("/operator/tenants/new", form).andExpect(status().is3xxRedirection());
        Actor administrator = service.withEmail("aki@" + domain).orElseThrow();
        assertThat(administrator.partner()).isTrue();
        assertThat(administrator.roles())
                .containsExactlyInAnyOrder(AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        assertThat(service.partner(administrator.tenant()).supportEmail()).isEqualTo("help@" + domain);
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where partner_id = ?",
                        Long.class,
                        administrator.tenant().value()))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFormWithErrorsNamesThemAllAndMakesNothing() throws Exception {
        Actor known = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        send(
                        "/operator/tenants/new",
                        "organisation",
                        "",
                        "country",
                        "XX",
                        "domain",
                        domainOf(known),
                        "partner",
                        "true",
                        "phone",
                        "none",
                        "supportEmail",
                        "none",
                        "name",
                        "",
                        "email",
                        known.email(),
                        "language",
                        "xx")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#organisation\"")))
                .andExpect(content().string(containsString("href=\"#country\"")))
                .andExpect(content().string(containsString("An organisation with this domain is here already")))
                .andExpect(content().string(containsString("href=\"#phone\"")))
                .andExpect(content().string(containsString("href=\"#supportEmail\"")))
                .andExpect(content().string(containsString("href=\"#name\"")))
                .andExpect(content().string(containsString("Somebody has an account with this address already")))
                .andExpect(content().string(containsString("href=\"#language\"")));
    }

    @Test
    void disableSignsItsPeopleOutAtTheNextClickAndEnableLetsThemIn() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        open(operator, at(customer, "/disable"))
                .andExpect(content().string(containsString("Its people are signed out at their next click")));
        send(at(customer, "/disable")).andExpect(redirectedUrl(at(customer, "")));
        open(customer, "/").andExpect(redirectedUrl("/sign-in?ended"));
        send(at(customer, "/enable")).andExpect(redirectedUrl(at(customer, "")));
        open(customer, "/").andExpect(status().isOk());
        assertThat(trail(customer.tenant().value())).containsExactly("TenantDisabled", "TenantEnabled");
    }

    @Test
    void theOperatorsOwnOrganisationStaysInUse() throws Exception {
        send(at(operator, "/disable")).andExpect(status().isConflict());
        open(operator, at(operator, "/disable"))
                .andExpect(content().string(containsString("Somebody in this organisation runs the portal")));
        open(operator, at(operator, "")).andExpect(status().isOk());
    }

    @Test
    void anOrganisationBecomesAPartnerAndItsAdministratorsAdminAgents() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        send(at(customer, "/make-partner"), "phone", "x", "supportEmail", "y")
                .andExpect(status().isUnprocessableContent());
        send(at(customer, "/make-partner"), "phone", "+44 20 5550 0100", "supportEmail", "s@p.example")
                .andExpect(redirectedUrl(at(customer, "")));
        Actor now = service.actor(customer.account()).orElseThrow();
        assertThat(now.maySendInvitations()).isTrue();
        open(now, "/settings/history")
                .andExpect(content().string(containsString("Organisation made a partner by the operator")));
    }

    // the first administrator

    private ResultActions invite(Actor of, String email) throws Exception {
        return send(
                at(of, "/invite-admin"), "id", Ids.next().toString(), "name", "Aki", "email", email, "language", "en");
    }

    @Test
    void theFirstAdministratorIsInvitedAgainOrAnotherInstead() throws Exception {
        Actor somebody = tenants.customer();
        String wrong = "wrong@" + domainOf(somebody);
        invite(somebody, wrong).andExpect(redirectedUrl(at(somebody, "")));
        invite(somebody, wrong).andExpect(redirectedUrl(at(somebody, "")));
        assertThat(database.queryForObject("select count(*) from mail where recipient = ?", Long.class, wrong))
                .isEqualTo(2);
        invite(somebody, somebody.email()).andExpect(redirectedUrl(at(somebody, "")));
        assertThat(service.withEmail(wrong)).as("the earlier one is let go").isEmpty();
        assertThat(service.actor(somebody.account()).orElseThrow().roles())
                .containsExactly(AdminRole.GLOBAL_ADMINISTRATOR);
        invite(somebody, "late@" + domainOf(somebody)).andExpect(status().isConflict());
    }

    @Test
    void whereAGlobalAdministratorCanSignInNobodyElseIsInvited() throws Exception {
        Actor administrator = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invite(administrator, "new@" + domainOf(administrator)).andExpect(status().isConflict());
        open(operator, at(administrator, ""))
                .andExpect(content().string(containsString("has a Global Administrator who can sign in")));
        tenants.disableAccount(administrator.account());
        invite(administrator, administrator.email()).andExpect(status().isUnprocessableContent());
        invite(administrator, "new@" + domainOf(administrator)).andExpect(status().is3xxRedirection());
    }

    @Test
    void anotherOrganisationsAddressIsNotInvited() throws Exception {
        Actor other = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invite(tenants.customer(), other.email()).andExpect(status().isUnprocessableContent());
        assertThat(service.actor(other.account()).orElseThrow().roles())
                .containsExactly(AdminRole.BILLING_ADMINISTRATOR);
    }

    // an operator holds no other role, whichever way a role is given

    private static NewAccount operatorAnd(AdminRole other) {
        return new NewAccount(
                "o" + UUID.randomUUID() + "@o.example",
                "Robin",
                "hash",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Set.of(AdminRole.OPERATOR, other));
    }

    @Test
    void anOperatorIsInvitedNowhere() throws Exception {
        invite(operator, operator.email()).andExpect(status().isUnprocessableContent());
        var form = new AdministratorForm(Ids.next().toString(), "Robin", operator.email(), "en");
        UUID own = operator.tenant().value();
        assertThatThrownBy(() -> operatorService.inviteAdministrator(operator, own, form))
                .hasMessageContaining("OPERATOR_HOLDS_OTHER_ROLE");
        assertThat(service.actor(operator.account()).orElseThrow().roles()).containsExactly(AdminRole.OPERATOR);
    }

    @Test
    void nobodyRegistersOrJoinsAsOperatorAndMore() {
        NewAccount both = operatorAnd(AdminRole.GLOBAL_ADMINISTRATOR);
        assertThatThrownBy(() -> service.register("Office", newDomain(), "GB", both))
                .hasMessageContaining("OPERATOR_HOLDS_OTHER_ROLE");
        assertThatThrownBy(() -> service.join(operator.tenant(), both))
                .hasMessageContaining("OPERATOR_HOLDS_OTHER_ROLE");
    }

    @Test
    void makingTheOperatorsOrganisationAPartnerGivesTheOperatorNothing() throws Exception {
        send(at(operator, "/make-partner"), "phone", "+44 20 5550 0100", "supportEmail", "s@p.example")
                .andExpect(status().is3xxRedirection());
        Actor now = service.actor(operator.account()).orElseThrow();
        assertThat(now.roles()).containsExactly(AdminRole.OPERATOR);
        assertThat(now.maySendInvitations()).isFalse();
    }

    // accounts

    @Test
    void disableAndEnableAnAccount() throws Exception {
        Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String page = "/operator/accounts/" + person.account();
        open(operator, page + "/disable").andExpect(content().string(containsString(person.email())));
        send(page + "/disable").andExpect(redirectedUrl("/operator/accounts?tenant=" + person.tenant()));
        open(person, "/").andExpect(redirectedUrl("/sign-in?ended"));
        send(page + "/send-link").andExpect(status().isConflict());
        send(page + "/enable").andExpect(status().is3xxRedirection());
        open(person, "/").andExpect(status().isOk());
        assertThat(trail(person.account()))
                .containsExactly("AccountDisabled", "SignInEnded", "Refused", "AccountEnabled");
    }

    @Test
    void theOperatorsOwnAccountStaysInUse() throws Exception {
        send("/operator/accounts/" + operator.account() + "/disable").andExpect(status().isConflict());
        open(operator, "/").andExpect(status().isOk());
    }

    @Test
    void sendALinkThatTheOperatorNeverSees() throws Exception {
        Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String list = "/operator/accounts?tenant=" + person.tenant();
        send("/operator/accounts/" + person.account() + "/send-link").andExpect(redirectedUrl(list));
        assertThat(database.queryForObject("select plain from mail where recipient = ?", String.class, person.email()))
                .contains("/p/");
        open(operator, list)
                .andExpect(content().string(containsString(person.email())))
                .andExpect(content().string(containsString("Billing Administrator")))
                .andExpect(content().string(not(containsString("/p/"))));
        assertThat(trail(person.account())).containsExactly("PasswordLinkSent");
    }

    @Test
    void everyJobHasAName() {
        assertThat(tasks).isNotEmpty();
        for (Task<?> task : tasks) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                assertThat(messages.getMessage("operator.job." + task.getName(), null, null, locale))
                        .as(task.getName())
                        .isNotBlank();
            }
        }
    }

    @Test
    void theStartPageSaysWhatThereIsToDo() throws Exception {
        open(operator, "/")
                .andExpect(content().string(containsString("href=\"/operator/tenants\"")))
                .andExpect(content().string(containsString("href=\"/operator/jobs\"")))
                .andExpect(content().string(not(containsString("No invitation waits for you"))));
    }
}
