package org.partnerportal.partneraccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.Races;
import org.partnerportal.assignment.AssignmentService;
import org.partnerportal.assignment.RelationshipRole;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.onbehalf.AdminCenters;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RoleHolders;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.support.SupportFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A customer makes accounts for a partner's people; what these may do goes with the relationship, on the next click. */
abstract class PartnerAccountPages {

    private static final String PASSWORD = "three quiet words by the sea";
    private static final Pattern LINK = Pattern.compile("/p/[\\w-]{43}");

    @Autowired
    private MockMvc browser;

    @Autowired
    private PartnerAccountFixture fixture;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private RoleHolders holders;

    @Autowired
    private AdminCenters centers;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private SupportFixture serviceRequests;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TenantService people;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Statements statements;

    private Actor customer;
    private Actor partner;
    private UUID relationship;
    private String page;

    @BeforeEach
    void school() {
        customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        partner = tenants.partner();
        relationship = invitations.relationship(partner, customer, PartnerType.PARTNER);
        page = PartnerAccountFixture.page(partner, relationship);
    }

    private ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.as(person)));
    }

    private ResultActions send(Actor person, String address, String... fields) throws Exception {
        var form = post(address).with(SignedIn.as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return browser.perform(form);
    }

    private ResultActions send(Actor person, String address, String[] fields, String[] more) throws Exception {
        return send(person, address, Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private ResultActions create(Actor person, String name, String email, String role) throws Exception {
        String[] fields = {"id", Ids.next().toString(), "name", name, "email", email, "language", "ja", "roles", role};
        return send(person, page + "/new", fields);
    }

    private static String address() {
        return "kim" + UUID.randomUUID() + "@partner.example";
    }

    private long accounts() {
        return database.queryForObject(
                "select count(*) from account where employer_id = ?",
                Long.class,
                partner.tenant().value());
    }

    private Actor person(UUID id) {
        return fixture.person(customer, partner, relationship, id);
    }

    @Test
    void aBillingAdministratorMakesAnAccountAndItsPersonGetsALink() throws Exception {
        Actor billing = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        String email = address();
        open(billing, "/settings/partner-relationships/" + partner.tenant())
                .andExpect(content().string(containsString(page)));
        open(billing, page).andExpect(content().string(containsString("There is no account")));
        open(billing, page + "/new").andExpect(status().isOk());
        create(billing, "Kim Ito", email, USER_ADMINISTRATOR).andExpect(redirectedUrl(page));
        open(customer, page)
                .andExpect(content()
                        .string(allOf(
                                containsString("Kim Ito (" + partner.tenantName()),
                                containsString(email),
                                containsString(billing.name()),
                                containsString("User Administrator"))));
        assertThat(database.queryForList("select kind from mail where recipient = ?", String.class, email))
                .containsExactly("PasswordLinkPartnerAccount");
        open(partner, "/settings/history").andExpect(content().string(containsString(email)));
        open(customer, "/users").andExpect(content().string(containsString("Account of a partner’s person")));
    }

    @Test
    void inJapaneseToo() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        database.update("update account set language = 'ja' where id = ?", customer.account());
        String account = "/" + id;
        for (String each :
                List.of("", "/new", account + "/disable", account + "/roles/" + USER_ADMINISTRATOR + "/take")) {
            browser.perform(get(page + each).with(SignedIn.as(customer)).locale(Locale.JAPANESE))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("アカウント")));
        }
    }

    @Test
    void theAccountWorksWithItsRolesAndIsMarked() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship, USER_ADMINISTRATOR));
        open(person, "/users")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Account of a partner’s person")));
        open(person, "/devices").andExpect(status().isForbidden());
        open(person, page).andExpect(status().isForbidden());
        open(person, "/settings/partner-relationships").andExpect(status().isForbidden());
    }

    private List<RoleHolders.Group> byAccounts(String role) {
        return holders.of(relationships.withPartner(customer, partner.tenant())).get(relationship).stream()
                .filter(line -> line.role().equals(role))
                .flatMap(line -> line.groups().stream())
                .filter(RoleHolders.Group::accounts)
                .toList();
    }

    @Test
    void theCustomerSeesWhoCanUseARoleByAnAccountAndWhenItWas() throws Exception {
        UUID id = fixture.create(customer, partner, relationship, USER_ADMINISTRATOR);
        Actor person = person(id);
        assertThat(byAccounts(USER_ADMINISTRATOR))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.people()).containsExactly(new RoleHolders.Person(person.name(), null)));
        assertThat(byAccounts(SERVICE_SUPPORT_ADMINISTRATOR)).isEmpty();
        open(person, "/users").andExpect(status().isOk());
        assertThat(byAccounts(USER_ADMINISTRATOR).get(0).people())
                .extracting(RoleHolders.Person::lastUsed)
                .doesNotContainNull();
        assertThat(assignments.lastUsed(customer.tenant()))
                .containsOnlyKeys(new RelationshipRole(relationship, USER_ADMINISTRATOR));
        open(customer, "/settings/partner-relationships/" + partner.tenant())
                .andExpect(content().string(containsString("<span>" + person.name() + "</span>")));
        fixture.disable(customer, partner, relationship, id);
        assertThat(byAccounts(USER_ADMINISTRATOR)).isEmpty();
    }

    @Test
    void aRoleThatTheRelationshipLosesIsGoneOnTheNextClick() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        open(person, "/users").andExpect(status().isOk());
        relationships.removeRole(customer, partner.tenant(), relationship, USER_ADMINISTRATOR);
        open(person, "/users").andExpect(status().isForbidden());
        open(person, "/support/requests").andExpect(status().isOk());
        open(customer, page).andExpect(content().string(not(containsString("User Administrator"))));
    }

    @Test
    void itCanLookAfterServiceRequestsAsLongAsItsRolesReach() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship, SERVICE_SUPPORT_ADMINISTRATOR));
        assertThat(handlers()).contains(person.account());
        String request = "/support/requests/" + serviceRequests.open(tenants.colleague(customer));
        open(person, request).andExpect(status().isOk());
        relationships.removeRole(customer, partner.tenant(), relationship, SERVICE_SUPPORT_ADMINISTRATOR);
        assertThat(handlers()).doesNotContain(person.account());
        open(person, request)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("took away these roles")));
    }

    @Test
    void serviceRequestsTakeARoleLikeEverythingElse() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        String list = "/support/requests";
        open(person, list).andExpect(status().isOk());
        open(person, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"" + list + "\""), containsString("What you can do here"))));
        assertThat(assignments.lastUsed(customer.tenant()))
                .containsOnlyKeys(new RelationshipRole(relationship, SERVICE_SUPPORT_ADMINISTRATOR));
        relationships.removeRole(customer, partner.tenant(), relationship, SERVICE_SUPPORT_ADMINISTRATOR);
        open(person, "/").andExpect(content().string(not(containsString("href=\"" + list + "\""))));
        for (String each : List.of(list, list + ".csv", list + "/new")) {
            open(person, each)
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("<li>Service Support Administrator</li>")));
        }
        send(person, list + "/new", "subject", "No mail").andExpect(status().isForbidden());
    }

    @Test
    void theListNamesWhoLooksAfterARequestAsLongAsTheAccountsRoleReaches() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship, SERVICE_SUPPORT_ADMINISTRATOR));
        String request = "/support/requests/" + serviceRequests.open(tenants.colleague(customer));
        send(person, request + "/assign", "person", person.account().toString()).andExpect(status().is3xxRedirection());
        open(customer, "/support/requests").andExpect(content().string(containsString(person.name())));
        relationships.removeRole(customer, partner.tenant(), relationship, SERVICE_SUPPORT_ADMINISTRATOR);
        open(customer, "/support/requests")
                .andExpect(content()
                        .string(allOf(containsString("Waits to be taken"), not(containsString(person.name())))));
    }

    @Test
    void aPartnersPeopleChooseNobodyOfAnotherPartner() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship, SERVICE_SUPPORT_ADMINISTRATOR));
        Actor other = tenants.partner();
        UUID second = invitations.relationship(other, customer, PartnerType.PARTNER);
        Actor rival = fixture.person(
                customer, other, second, fixture.create(customer, other, second, SERVICE_SUPPORT_ADMINISTRATOR));
        String request = "/support/requests/" + serviceRequests.open(tenants.colleague(customer));
        open(customer, request)
                .andExpect(content().string(allOf(containsString(person.name()), containsString(rival.name()))));
        open(person, request)
                .andExpect(content().string(allOf(containsString(customer.name()), not(containsString(rival.name())))));
        open(partner, "/on-behalf/" + customer.tenant() + request)
                .andExpect(content().string(allOf(containsString(person.name()), not(containsString(rival.name())))));
        send(person, request + "/assign", "person", rival.account().toString())
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void theAccountPageNamesWhereTheRolesComeFrom() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        open(person, "/account")
                .andExpect(content()
                        .string(allOf(
                                containsString("By the partner’s relationship"),
                                not(containsString("User without admin roles")))));
    }

    private List<UUID> handlers() {
        return centers.people(customer.tenant(), Permission.HANDLE_SERVICE_REQUESTS).stream()
                .map(CenterPerson::contact)
                .map(Contact::account)
                .toList();
    }

    @Test
    void allRolesAreGoneWhenTheyAreRemovedAndWhenTheRelationshipEnds() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        relationships.removeRoles(customer, partner.tenant(), relationship);
        open(person, "/users").andExpect(status().isForbidden());
        UUID next = invitations.relationship(partner, customer, PartnerType.PARTNER);
        open(person, "/users").andExpect(status().isForbidden());
        Actor other = fixture.person(customer, partner, next, fixture.create(customer, partner, next));
        open(other, "/users").andExpect(status().isOk());
        relationships.endAsPartner(partner, customer.tenant(), next);
        assertThat(people.actor(other.account())).as("switched off").isEmpty();
        String enable = PartnerAccountFixture.page(partner, next);
        UUID id = database.queryForObject(
                "select id from partner_account where account_id = ?", UUID.class, other.account());
        send(customer, enable + "/" + id + "/enable").andExpect(status().isConflict());
        open(customer, enable).andExpect(content().string(not(containsString("/enable"))));
        Actor operator = tenants.operator();
        String asOperator = "/operator/accounts/" + other.account() + "/enable";
        open(operator, asOperator)
                .andExpect(content().string(containsString("Only the organisation can switch it on")));
        send(operator, asOperator).andExpect(status().isConflict());
        assertThat(people.actor(other.account())).isEmpty();
    }

    @Test
    void aRoleThatIsTakenFromTheAccountIsGoneOnTheNextClickAndTheOthersStay() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor person = person(id);
        String take = page + "/" + id + "/roles/" + USER_ADMINISTRATOR + "/take";
        open(customer, take).andExpect(status().isOk());
        send(customer, take).andExpect(redirectedUrl(page));
        send(customer, take).andExpect(redirectedUrl(page));
        open(person, "/users").andExpect(status().isForbidden());
        open(customer, take).andExpect(content().string(containsString("does not have this role")));
        for (String each : List.of("/", "/users")) {
            readsWhoTookTheRoleAway(person, each);
        }
        send(customer, page + "/" + id + "/roles/" + SERVICE_SUPPORT_ADMINISTRATOR + "/take")
                .andExpect(redirectedUrl(page));
        open(person, "/")
                .andExpect(content()
                        .string(allOf(
                                containsString("who can make another account for you"),
                                not(containsString("What you can do here")))));
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? and kind like 'PartnerAccount%' order by id",
                        String.class, person.account()))
                .containsExactly("PartnerAccountCreated", "PartnerAccountRoleTaken", "PartnerAccountRoleTaken");
    }

    private void readsWhoTookTheRoleAway(Actor person, String page) throws Exception {
        open(person, page)
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        customer.name() + " of " + customer.tenantName() + " took away these roles"),
                                containsString("<li>User Administrator</li>"),
                                containsString("These roles are left"))));
    }

    private Cookie signIn(Actor person) throws Exception {
        Matcher link = LINK.matcher(database.queryForObject(
                "select plain from mail where recipient = ? and kind = 'PasswordLinkPartnerAccount'",
                String.class,
                person.email()));
        assertThat(link.find()).isTrue();
        Cookie guest =
                browser.perform(get(link.group())).andReturn().getResponse().getCookie("session");
        browser.perform(post("/password").cookie(guest).with(csrf()).param("password", PASSWORD))
                .andExpect(status().is3xxRedirection());
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", person.email())
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("session");
    }

    private ResultActions users(Cookie session) throws Exception {
        return browser.perform(get("/users").cookie(session));
    }

    /** In one session throughout, with the customer's own clicks, and no job running. */
    @Test
    void whoeverSignedInWithAPasswordIsRefusedOnTheVeryNextClick() throws Exception {
        Cookie session = signIn(person(fixture.create(customer, partner, relationship)));
        users(session).andExpect(status().isOk());
        send(customer, "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/remove-roles")
                .andExpect(status().is3xxRedirection());
        users(session).andExpect(status().isForbidden());
        browser.perform(get("/account").cookie(session)).andExpect(status().isOk());
    }

    @Test
    void endingTheRelationshipRefusesTheVeryNextClick() throws Exception {
        Cookie session = signIn(person(fixture.create(customer, partner, relationship)));
        users(session).andExpect(status().isOk());
        send(customer, "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/end")
                .andExpect(status().is3xxRedirection());
        users(session).andExpect(redirectedUrlPattern("/sign-in*"));
    }

    /** The type has no time limit; were there ever one, no job would have to run for it. */
    @Test
    void timeThatIsOverRefusesTheNextClickThoughNoJobRan() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        Cookie session = signIn(person);
        database.update(
                "update relationship set ends_at = ? where id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).plusHours(1),
                relationship);
        users(session).andExpect(status().isOk());
        assertThat(handlers()).contains(person.account());
        database.update(
                "update relationship set ends_at = ? where id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1),
                relationship);
        users(session).andExpect(status().isForbidden());
        assertThat(handlers()).doesNotContain(person.account());
        assertThat(database.queryForObject("select status from relationship where id = ?", String.class, relationship))
                .as("no job has run")
                .isEqualTo("ACTIVE");
    }

    @Test
    void aPartnerThatIsSwitchedOffCanDoNothing() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        Cookie session = signIn(person);
        tenants.disableTenant(partner);
        users(session).andExpect(status().isForbidden());
        assertThat(handlers()).doesNotContain(person.account());
        create(customer, "Kim", address(), USER_ADMINISTRATOR).andExpect(status().isConflict());
        open(customer, page).andExpect(content().string(not(containsString("User Administrator"))));
    }

    @Test
    void anAccountThatIsEnabledAgainWorksWithThePasswordOfBefore() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor person = person(id);
        Cookie session = signIn(person);
        fixture.disable(customer, partner, relationship, id);
        users(session).andExpect(status().is3xxRedirection());
        String enable = page + "/" + id + "/enable";
        open(customer, page).andExpect(content().string(containsString(enable)));
        open(customer, enable).andExpect(content().string(containsString("earlier password")));
        send(tenants.colleague(customer, AdminRole.GLOBAL_READER), enable).andExpect(status().isForbidden());
        send(customer, enable).andExpect(redirectedUrl(page));
        send(customer, enable).andExpect(redirectedUrl(page));
        open(customer, enable).andExpect(content().string(containsString("enabled already")));
        users(session).andExpect(status().is3xxRedirection());
        open(person, "/users").andExpect(status().isOk());
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? and kind like 'PartnerAccount%' order by id",
                        String.class, person.account()))
                .containsExactly("PartnerAccountCreated", "PartnerAccountDisabled", "PartnerAccountEnabled");
    }

    @Test
    void whatTheOperatorSwitchedOffTheCustomerDoesNotSwitchOn() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor person = person(id);
        tenants.disableAccount(person.account());
        fixture.disable(customer, partner, relationship, id);
        String enable = page + "/" + id + "/enable";
        open(customer, enable).andExpect(content().string(containsString("Ask the operator")));
        send(customer, enable).andExpect(status().isConflict());
        assertThat(people.actor(person.account())).isEmpty();
    }

    /** Else a Billing Administrator would make one for himself, and reset the Global Administrator's password by it. */
    @Test
    void aBillingAdministratorGivesNoRoleThatReachesAdministrators() throws Exception {
        Actor billing = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        database.update(
                "insert into delegated_role (relationship_id, role_template_id, granted_at)"
                        + " values (?, ?, current_timestamp)",
                relationship,
                EntraRole.GLOBAL_ADMINISTRATOR);
        create(billing, "Kim Ito", address(), EntraRole.GLOBAL_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Only a Global Administrator of your organisation gives")));
        String own = billing.email().replace("@", "2@");
        create(billing, "Kim Ito", own, USER_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("an address of your own organisation")));
        assertThat(accounts()).isZero();
    }

    @Test
    void aFormSentAgainMakesOneAccountAndRefusesAnotherPersons() throws Exception {
        String[] fields = {"id", Ids.next().toString(), "name", "Kim Ito", "email", address(), "language", "en"};
        String[] roles = {"roles", USER_ADMINISTRATOR};
        for (int click = 0; click < 2; click++) {
            send(customer, page + "/new", fields, roles).andExpect(redirectedUrl(page));
        }
        fields[5] = address();
        send(customer, page + "/new", fields, roles)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(page)));
        assertThat(accounts()).isEqualTo(1);
    }

    /** Two organisations give their accounts the same address: one gets it, the other sees its form again. */
    @Test
    void createMeetsCreateOverOneAddress() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
            String elsewhere =
                    PartnerAccountFixture.page(partner, invitations.relationship(partner, other, PartnerType.PARTNER));
            Actor school = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
            String here =
                    PartnerAccountFixture.page(partner, invitations.relationship(partner, school, PartnerType.PARTNER));
            String email = address();
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            Races.meet(List.of(
                    () -> answers.add(answer(school, here, email)),
                    () -> answers.add(answer(other, elsewhere, email))));
            assertThat(answers).containsExactlyInAnyOrder(302, 422);
        });
    }

    private int answer(Actor person, String accounts, String email) throws Exception {
        String[] fields = {
            "id", Ids.next().toString(), "name", "Kim", "email", email, "language", "en", "roles", USER_ADMINISTRATOR
        };
        MockHttpServletResponse response =
                send(person, accounts + "/new", fields).andReturn().getResponse();
        if (response.getStatus() == 422) {
            assertThat(response.getContentAsString()).contains("href=\"#email\"", "value=\"" + email + "\"");
        }
        return response.getStatus();
    }

    @Test
    void aDisabledAccountIsOut() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor person = person(id);
        open(customer, page + "/" + id + "/disable").andExpect(status().isOk());
        send(customer, page + "/" + id + "/disable").andExpect(redirectedUrl(page));
        open(person, "/users").andExpect(redirectedUrl("/sign-in?ended"));
        open(customer, page + "/" + id + "/disable").andExpect(content().string(containsString("disabled already")));
    }

    @Test
    void itIsNeverOneOfTheOrganisationsOwnAdmins() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        assertThat(person.roles()).isEmpty();
        assertThat(people.billingAdministrators(customer.tenant()))
                .extracting(Contact::account)
                .containsExactly(customer.account());
        assertThatThrownBy(() -> tenants.assign(person.account(), AdminRole.GLOBAL_ADMINISTRATOR))
                .isInstanceOf(RefusedException.class);
        open(person, "/settings/notifications").andExpect(status().isForbidden());
        open(person, "/billing/purchase-services").andExpect(status().isForbidden());
    }

    @Test
    void itAnswersNoInvitationsAndSendsNone() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        UUID invitation = invitations.send(tenants.partner(), person);
        assertThatThrownBy(() -> invitations.accept(person, invitation)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> invitations.decline(person, invitation)).isInstanceOf(RefusedException.class);
        open(person, "/partner/invitations").andExpect(status().isForbidden());
    }

    @Test
    void aHelpdeskAdministratorCannotTakeItOverByAPasswordReset() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        database.update(
                "update account set password_hash = 'x', password_chosen_at = created_at where id = ?",
                person.account());
        Actor helpdesk = tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR);
        send(helpdesk, "/users/" + person.account() + "/reset-password").andExpect(status().isForbidden());
    }

    @Test
    void readersSeeTheAccountsAndChangeNothing() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        open(reader, page)
                .andExpect(content().string(allOf(containsString("Kim Ito"), containsString(customer.email()))));
        open(reader, page + "/new").andExpect(content().string(not(containsString("name=\"email\""))));
        create(reader, "Kim", address(), USER_ADMINISTRATOR).andExpect(status().isForbidden());
        send(reader, page + "/" + id + "/disable").andExpect(status().isForbidden());
        send(reader, page + "/" + id + "/roles/" + USER_ADMINISTRATOR + "/take").andExpect(status().isForbidden());
        assertThat(person(id)).isNotNull();
        assertThat(accounts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>alert(1)</script>\u0000", "a\r\nBcc: x@y.example", "\u202Egnp", "no-role"})
    void hostileInputIsAnErrorAtItsField(String hostile) throws Exception {
        create(customer, "Kim", hostile, USER_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("href=\"#email\""), not(containsString("<script>alert")))));
        create(customer, "Kim", address(), hostile)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#roles\"")));
        if (!hostile.equals("no-role")) {
            create(customer, hostile, address(), USER_ADMINISTRATOR)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content()
                            .string(allOf(containsString("href=\"#name\""), not(containsString("<script>alert")))));
        }
        assertThat(accounts()).isZero();
    }

    @Test
    void tenMegabytesAreTooLongForAName() throws Exception {
        create(customer, "k".repeat(10_000_000), address(), USER_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent());
        assertThat(accounts()).isZero();
    }

    @Test
    void rolesThatTheRelationshipDoesNotGiveAndAddressesInUseAreRefused() throws Exception {
        create(customer, "Kim", address(), "62e90394-69f5-4237-9190-012177145e10")
                .andExpect(status().isUnprocessableContent());
        create(customer, "Kim", partner.email(), USER_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is an account with this address already")));
        relationships.removeRole(customer, partner.tenant(), relationship, USER_ADMINISTRATOR);
        create(customer, "Kim", address(), USER_ADMINISTRATOR).andExpect(status().isUnprocessableContent());
        create(customer, "Kim", address(), SERVICE_SUPPORT_ADMINISTRATOR).andExpect(redirectedUrl(page));
        relationships.end(customer, partner.tenant(), relationship);
        create(customer, "Kim", address(), SERVICE_SUPPORT_ADMINISTRATOR).andExpect(status().isConflict());
        open(customer, page + "/new").andExpect(content().string(containsString("The relationship is over")));
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void whatIsNotYoursIsNotFound() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        Actor stranger = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        open(stranger, page).andExpect(status().isNotFound());
        send(stranger, page + "/" + id + "/disable").andExpect(status().isNotFound());
        UUID other = invitations.relationship(partner, stranger, PartnerType.PARTNER);
        String elsewhere = PartnerAccountFixture.page(partner, other);
        send(stranger, elsewhere + "/" + id + "/disable").andExpect(status().isNotFound());
        send(stranger, elsewhere + "/" + id + "/roles/" + USER_ADMINISTRATOR + "/take")
                .andExpect(status().isNotFound());
        UUID gdap = invitations.relationship(partner, customer, PartnerType.GDAP);
        open(customer, PartnerAccountFixture.page(partner, gdap)).andExpect(status().isNotFound());
        open(customer, page + "/" + id + "/roles/" + UUID.randomUUID() + "/take")
                .andExpect(status().isNotFound());
        assertThat(people.person(customer.tenant(), person(id).account())
                        .orElseThrow()
                        .active())
                .isTrue();
        assertThat(Set.of(person(id).tenant())).containsExactly(customer.tenant());
    }

    private String question(String action) {
        return "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/" + action;
    }

    private int statementsOf(String address) throws Exception {
        statements.countAndReset();
        open(customer, address).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void theQuestionsNameTheAccountsAndTakeAsManyStatementsForTwelveAsForOne() throws Exception {
        String partnerPage = "/settings/partner-relationships/" + partner.tenant();
        Actor only = person(fixture.create(customer, partner, relationship, USER_ADMINISTRATOR));
        int one = statementsOf(question("end"));
        int oneOnThePage = statementsOf(partnerPage);
        open(customer, question("remove-roles"))
                .andExpect(content()
                        .string(allOf(
                                containsString("This account in your organisation loses its roles"),
                                containsString(only.email()))));
        for (int more = 0; more < 11; more++) {
            fixture.create(customer, partner, relationship, SERVICE_SUPPORT_ADMINISTRATOR);
        }
        assertThat(statementsOf(question("end"))).isEqualTo(one);
        assertThat(statementsOf(partnerPage)).isEqualTo(oneOnThePage);
        open(customer, question("remove-roles"))
                .andExpect(content()
                        .string(allOf(
                                containsString("These 12 accounts in your organisation lose their roles"),
                                containsString("and 2 more"))));
        open(customer, question("roles/" + USER_ADMINISTRATOR + "/remove"))
                .andExpect(content()
                        .string(allOf(
                                containsString("This account in your organisation loses the role too"),
                                containsString(only.email()),
                                not(containsString("more<")))));
        open(customer, question("end"))
                .andExpect(content().string(containsString("These 12 accounts in your organisation are disabled")));
        open(partner, "/partner/customers/" + customer.tenant() + "/" + relationship + "/end")
                .andExpect(content().string(containsString("These 12 accounts of your people")));
    }

    @Test
    void whatIsDisabledAlreadyIsNotDisabledByTheEnd() throws Exception {
        UUID id = fixture.create(customer, partner, relationship);
        String email = person(id).email();
        fixture.disable(customer, partner, relationship, id);
        open(customer, question("end")).andExpect(content().string(not(containsString(email))));
        open(customer, question("remove-roles")).andExpect(content().string(containsString(email)));
    }

    @Test
    void thePersonReadsWhichRolesWentWhenAndByWhom() throws Exception {
        Actor person = person(fixture.create(customer, partner, relationship));
        open(person, "/").andExpect(content().string(not(containsString("id=\"account-standing\""))));
        relationships.removeRole(customer, partner.tenant(), relationship, USER_ADMINISTRATOR);
        for (String page : List.of("/", "/users")) {
            readsWhoTookTheRoleAway(person, page);
        }
        relationships.removeRoles(customer, partner.tenant(), relationship);
        open(person, "/")
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "<li>Service Support Administrator</li>", "<li>User Administrator</li>"),
                                containsString("No role is left"))));
        open(person, "/users").andExpect(status().isForbidden());
        database.update(
                "update relationship set ends_at = ? where id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1),
                relationship);
        open(person, "/users")
                .andExpect(status().isForbidden())
                .andExpect(content()
                        .string(containsString(
                                "The relationship of " + customer.tenantName() + " with " + partner.tenantName())));
    }
}
