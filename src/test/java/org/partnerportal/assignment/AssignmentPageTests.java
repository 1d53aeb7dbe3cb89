package org.partnerportal.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Partner Center > Security groups, a relationship's assignments, and what the customer sees of them. */
@PortalTest
class AssignmentPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private SecurityGroupService groups;

    @Autowired
    private AssignmentService assignments;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    private Actor sam;
    private Actor noah;
    private Actor customer;
    private UUID relationship;

    @BeforeEach
    void people() {
        sam = tenants.partner();
        noah = tenants.colleague(sam, AdminRole.HELPDESK_AGENT);
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationship = invitations.relationship(sam, customer, PartnerType.GDAP);
    }

    private ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.as(person)));
    }

    private void says(Actor person, String address, String... texts) throws Exception {
        ResultActions page = open(person, address).andExpect(status().isOk());
        for (String text : texts) {
            page.andExpect(content().string(containsString(text)));
        }
    }

    private ResultActions send(Actor person, String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(SignedIn.as(person)).with(csrf());
        for (int index = 0; index < fields.length; index += 2) {
            request.param(fields[index], fields[index + 1]);
        }
        return browser.perform(request);
    }

    private String page() {
        return "/partner/customers/" + customer.tenant() + "/" + relationship + "/assignments";
    }

    private UUID group(String name, Actor... people) {
        UUID group = groups.create(sam, Ids.next(), name);
        for (Actor person : people) {
            groups.add(sam, group, Set.of(person.account()));
        }
        return group;
    }

    private List<AssignmentView> active() {
        return assignments.assignments(sam, customer.tenant(), relationship).active();
    }

    private Set<String> rolesOf(Actor agent) {
        return assignments.rolesOf(agent, customer.tenant());
    }

    @Test
    void namesNoSmallerRoleThatTheRelationshipDoesNotHold() throws Exception {
        group("Desk");
        open(sam, page() + "/new")
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(not(containsString("class=\"smaller\""))));
    }

    // the whole way

    @Test
    void anAdminAgentMakesAGroupGivesItARoleAndTakesItAway() throws Exception {
        String id = Ids.next().toString();
        String group = "/partner/groups/" + id;
        for (int click = 0; click < 2; click++) {
            send(sam, "/partner/groups/new", "id", id, "name", " Service desk ").andExpect(redirectedUrl(group));
        }
        says(sam, "/partner/groups", "Service desk", "All admin agents", "Built in");
        for (int click = 0; click < 2; click++) {
            send(sam, group + "/people", "people", noah.account().toString()).andExpect(redirectedUrl(group));
        }
        says(sam, group, noah.email(), "No role in force is assigned to this group");
        says(sam, page() + "/new", "Service desk", "User Administrator");
        for (int click = 0; click < 2; click++) {
            send(sam, page() + "/new", "group", id, "roles", USER_ADMINISTRATOR).andExpect(redirectedUrl(page()));
        }
        assertThat(rolesOf(noah)).containsExactly(USER_ADMINISTRATOR);
        says(sam, page(), "Service desk", "by default", sam.name());
        says(sam, group, customer.tenantName(), "Take them away on the pages of the customers");

        AssignmentView assignment = active().get(1);
        String address = page() + "/" + assignment.id();
        says(sam, address, "Change the roles", "Service desk");
        for (int click = 0; click < 2; click++) {
            send(sam, address, "version", Long.toString(assignment.version()), "roles", SERVICE_SUPPORT_ADMINISTRATOR)
                    .andExpect(redirectedUrl(page()));
        }
        assertThat(rolesOf(noah)).containsExactly(SERVICE_SUPPORT_ADMINISTRATOR);

        says(sam, address + "/remove", "Take the roles from Service desk?", "What stays");
        for (int click = 0; click < 2; click++) {
            send(sam, address + "/remove").andExpect(redirectedUrl(page()));
        }
        assertThat(rolesOf(noah)).isEmpty();
        says(sam, page(), "Assigned earlier");
        says(sam, address, "have been taken from this group");

        says(sam, group + "/delete", "Delete Service desk?");
        for (int click = 0; click < 2; click++) {
            send(sam, group + "/delete").andExpect(redirectedUrl("/partner/groups"));
        }
        open(sam, group).andExpect(status().isNotFound());
    }

    @Test
    void aPersonIsTakenOutAndTheGroupIsRenamed() throws Exception {
        UUID desk = group("Desk", noah);
        String group = "/partner/groups/" + desk;
        for (int click = 0; click < 2; click++) {
            send(sam, group + "/remove-person", "person", noah.account().toString())
                    .andExpect(redirectedUrl(group));
            send(sam, group + "/rename", "name", "Service desk").andExpect(redirectedUrl(group));
        }
        says(sam, group, "Service desk", "Nobody is in this group");
    }

    @Test
    void whoLostTheAgentsRoleIsMarked() throws Exception {
        UUID desk = group("Desk", noah);
        tenants.assign(noah.account(), AdminRole.GLOBAL_READER);
        says(sam, "/partner/groups/" + desk, noah.email(), "No agent: cannot use anything");
    }

    // forms with errors

    @Test
    void aNameThatBreaksARuleComesBackWithTheReason() throws Exception {
        group("Taken");
        for (String[] wrong : new String[][] {
            {"", "Enter a name."},
            {"x".repeat(61), "more than 60 characters"},
            {"<->", "needs letters or digits"},
            {"taken", "has a group of that name"}
        }) {
            send(sam, "/partner/groups/new", "id", Ids.next().toString(), "name", wrong[0])
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(wrong[1])));
        }
        UUID desk = group("Desk");
        send(sam, "/partner/groups/" + desk + "/rename", "name", "taken")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("has a group of that name")));
        send(sam, "/partner/groups/new").andExpect(status().isUnprocessableContent());
    }

    @Test
    void choosingNobodyOrAStrangerComesBackWithTheReason() throws Exception {
        String group = "/partner/groups/" + group("Desk");
        send(sam, group + "/people")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick at least one person.")));
        for (String person : List.of("x", customer.account().toString())) {
            send(sam, group + "/people", "people", person)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("is not an agent of your organisation")));
        }
    }

    @Test
    void anAssignmentThatBreaksARuleComesBackWithTheReason() throws Exception {
        UUID desk = group("Desk", noah);
        UUID theirs = groups.create(tenants.partner(), Ids.next(), "Theirs");
        for (String group : List.of("", "x", theirs.toString())) {
            send(sam, page() + "/new", "group", group, "roles", USER_ADMINISTRATOR)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Choose a group.")));
        }
        send(sam, page() + "/new", "group", desk.toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick at least one role.")));
        relationships.removeRole(customer, sam.tenant(), relationship, USER_ADMINISTRATOR);
        send(sam, page() + "/new", "group", desk.toString(), "roles", USER_ADMINISTRATOR)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is not given by this relationship any more")));
        assertThat(rolesOf(noah)).isEmpty();
    }

    @Test
    void aChangeThatBreaksARuleComesBackWithTheReason() throws Exception {
        assignments.assign(sam, customer.tenant(), relationship, group("Desk", noah), Set.of(USER_ADMINISTRATOR));
        AssignmentView assignment = active().get(1);
        String address = page() + "/" + assignment.id();
        String version = Long.toString(assignment.version());
        send(sam, address, "version", version)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Tick at least one role.")));
        send(sam, address, "version", "x", "roles", SERVICE_SUPPORT_ADMINISTRATOR)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("while your page was open")));
        assertThat(rolesOf(noah)).containsExactly(USER_ADMINISTRATOR);
    }

    @Test
    void aGroupInUseIsNotDeleted() throws Exception {
        UUID desk = group("Desk", noah);
        assignments.assign(sam, customer.tenant(), relationship, desk, Set.of(USER_ADMINISTRATOR));
        String group = "/partner/groups/" + desk;
        says(sam, group + "/delete", "Take them away on the pages of the customers");
        send(sam, group + "/delete").andExpect(status().isConflict());
    }

    @Test
    void theBuiltInGroupSaysWhyItCannotBeChanged() throws Exception {
        String group = "/partner/groups/" + active().get(0).group();
        says(sam, group, "All admin agents", sam.email(), "always holds whoever is an admin agent now");
        open(sam, group).andExpect(content().string(not(containsString("/rename"))));
        for (String verb : List.of("/rename", "/people", "/remove-person", "/delete")) {
            send(sam, group + verb, "name", "Mine", "people", noah.account().toString())
                    .andExpect(status().isConflict());
        }
    }

    // people

    @Test
    void otherAgentsLookAndChangeNothing() throws Exception {
        UUID desk = group("Desk", noah);
        assignments.assign(sam, customer.tenant(), relationship, desk, Set.of(USER_ADMINISTRATOR));
        String group = "/partner/groups/" + desk;
        UUID assignment = active().get(1).id();
        for (String address : List.of("/partner/groups", group, page(), page() + "/" + assignment)) {
            says(noah, address, "Only admin agents of your organisation can change");
        }
        open(noah, group).andExpect(content().string(not(containsString("/remove-person"))));
        open(noah, page()).andExpect(content().string(not(containsString("/remove\""))));
        open(noah, "/partner/groups/new").andExpect(status().isForbidden());
        open(noah, page() + "/new").andExpect(status().isForbidden());
        for (String address : List.of(
                "/partner/groups/new",
                group + "/rename",
                group + "/people",
                group + "/remove-person",
                group + "/delete",
                page() + "/new",
                page() + "/" + assignment,
                page() + "/" + assignment + "/remove")) {
            send(
                            noah,
                            address,
                            "name",
                            "Mine",
                            "people",
                            noah.account().toString(),
                            "group",
                            desk.toString(),
                            "roles",
                            SERVICE_SUPPORT_ADMINISTRATOR)
                    .andExpect(status().isForbidden());
        }
        assertThat(rolesOf(noah)).containsExactly(USER_ADMINISTRATOR);
    }

    @Test
    void whoIsNoAgentSeesNothing() throws Exception {
        Actor administrator = tenants.colleague(sam, AdminRole.GLOBAL_ADMINISTRATOR);
        for (Actor person : List.of(administrator, customer)) {
            for (String address : List.of("/partner/groups", "/partner/groups/new", page())) {
                open(person, address).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void anotherPartnersGroupsAndAssignmentsAreNotFound() throws Exception {
        UUID desk = group("Desk", noah);
        assignments.assign(sam, customer.tenant(), relationship, desk, Set.of(USER_ADMINISTRATOR));
        UUID assignment = active().get(1).id();
        Actor stranger = tenants.partner();
        UUID own = invitations.relationship(stranger, customer, PartnerType.GDAP);
        String theirPage = "/partner/customers/" + customer.tenant() + "/" + own + "/assignments";
        for (String address : List.of(
                "/partner/groups/" + desk,
                page(),
                page() + "/new",
                page() + "/" + assignment,
                theirPage + "/" + assignment,
                theirPage + "/" + assignment + "/remove")) {
            open(stranger, address).andExpect(status().isNotFound());
        }
        send(stranger, theirPage + "/" + assignment + "/remove").andExpect(status().isNotFound());
        assertThat(rolesOf(noah)).isNotEmpty();
    }

    // what cannot be assigned, and what nobody can use

    @Test
    void saysWhyNothingCanBeAssigned() throws Exception {
        UUID reselling = invitations.relationship(sam, customer, PartnerType.RESELLER);
        String address = "/partner/customers/" + customer.tenant() + "/" + reselling + "/assignments";
        says(sam, address, "This type of relationship has no roles");
        open(sam, address + "/new").andExpect(status().isConflict());
        relationships.removeRoles(customer, sam.tenant(), relationship);
        says(sam, page(), "The customer has removed the roles", "Give nothing any more");
        relationships.end(customer, sam.tenant(), relationship);
        says(sam, page(), "This relationship has been ended");
    }

    @Test
    void warnsThePartnerAndTellsTheCustomerThatNobodyCanUseIt() throws Exception {
        String customersPage = "/settings/partner-relationships/" + sam.tenant();
        says(customer, customersPage, "Who at the partner has it", "All admin agents", sam.name(), "never used");
        open(sam, "/partner/groups").andExpect(content().string(not(containsString("Roles that nobody can use"))));
        assignments.remove(sam, customer.tenant(), relationship, active().get(0).id());
        says(sam, page(), "Nobody can use these roles now", "No group has any role");
        says(sam, "/partner/groups", "Roles that nobody can use", customer.tenantName(), page());
        says(sam, "/", "Roles that nobody can use");
        says(sam, "/partner/customers/" + customer.tenant(), "nobody can use them");
        open(customer, "/").andExpect(content().string(not(containsString("Roles that nobody can use"))));
        says(customer, customersPage, "Nobody at the partner can use it now");
    }

    @Test
    void theCustomerSeesNamesAndUsesButNoAddresses() throws Exception {
        assignments.assign(sam, customer.tenant(), relationship, group("Desk", noah), Set.of(USER_ADMINISTRATOR));
        assignments.use(noah, customer.tenant(), Set.of(USER_ADMINISTRATOR));
        String address = "/settings/partner-relationships/" + sam.tenant();
        says(customer, address, "Desk", noah.name(), "just now");
        open(customer, address).andExpect(content().string(not(containsString(noah.email()))));
        says(customer, "/settings/history", "<strong>Roles assigned to a security group", "Security group: Desk");
        says(sam, "/settings/history", "<strong>Security group created");
        open(customer, "/settings/history")
                .andExpect(content().string(not(containsString("<strong>Security group created"))));
    }

    @Test
    void theCustomerReadsItInJapanese() throws Exception {
        browser.perform(get("/settings/partner-relationships/" + sam.tenant())
                        .locale(Locale.JAPANESE)
                        .with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("すべての管理エージェント")))
                .andExpect(content().string(containsString("セキュリティ グループ: すべての管理エージェント")));
    }
}
