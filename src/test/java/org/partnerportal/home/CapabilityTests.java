package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.relationship.PartnerType.ADVISOR;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.INDEPENDENT_SOFTWARE_VENDOR;
import static org.partnerportal.relationship.PartnerType.INDIRECT_RESELLER;
import static org.partnerportal.relationship.PartnerType.LINE_OF_BUSINESS;
import static org.partnerportal.relationship.PartnerType.MPSA;
import static org.partnerportal.relationship.PartnerType.OEM;
import static org.partnerportal.relationship.PartnerType.PARTNER;
import static org.partnerportal.relationship.PartnerType.RESELLER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.PortalTest;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.entrarole.Permission;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/**
 * What a relationship lets a partner do, by its type, by how it stands and by the role that was given: every cell of the
 * table is asked of the real address.
 */
@PortalTest
class CapabilityTests {

    /** What can be done, and the types that let a partner do it, with the roles that the fixture grants. */
    private enum Capability {
        RESET_A_PASSWORD(ADVISOR, GDAP, PARTNER),
        OPEN_A_SERVICE_REQUEST(ADVISOR, GDAP, PARTNER),
        // an advisor by its Global Administrator
        GIVE_A_LICENSE(ADVISOR, GDAP, PARTNER),
        BUY(RESELLER, INDIRECT_RESELLER),
        REGISTER_DEVICES(OEM, RESELLER, INDIRECT_RESELLER),
        DEVELOP_APPS(LINE_OF_BUSINESS),
        OFFER_SOFTWARE(INDEPENDENT_SOFTWARE_VENDOR),
        SEE_MPSA_PURCHASES(MPSA),
        GET_AN_ACCOUNT(PARTNER);

        private final Set<PartnerType> types;

        Capability(PartnerType... types) {
            this.types = Set.of(types);
        }
    }

    /** How the relationship stands when the partner tries. */
    private enum Standing {
        INVITED,
        ACTIVE,
        ROLES_REMOVED,
        EXPIRED,
        ENDED,
        OF_ANOTHER_PARTNER
    }

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private SoftwareFixture software;

    @Autowired
    private MpsaFixture mpsaPartners;

    @Autowired
    private PartnerAccountFixture accounts;

    @Autowired
    private EntraRoles catalogue;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private Actor partner;
    private Actor other; // an MPSA partner of the customer
    private UUID relationship;

    static Stream<Arguments> cells() {
        return Stream.of(PartnerType.values())
                .flatMap(type -> Stream.of(Standing.values())
                        .filter(standing ->
                                standing != Standing.ROLES_REMOVED || type.holdsRoles()) // else none to remove
                        .map(standing -> Arguments.of(type, standing)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aPartnerCanDoWhatItsTypeSaysWhileItIsActive(PartnerType type, Standing standing) throws Exception {
        customer = subscriptions.customer();
        partner = tenants.partner();
        other = mpsaPartners.partner(customer);
        UUID subscription = subscriptions.buy(customer, 5);
        if (standing == Standing.INVITED) {
            invitations.send(partner, customer, type);
            relationship = Ids.next();
        } else {
            relationship = invitations.relationship(partner, customer, type);
            if (type == MPSA) {
                mpsaPartners.allow(customer, partner, other);
            }
            bring(standing);
        }

        Set<Capability> can = EnumSet.noneOf(Capability.class);
        for (Capability each : Capability.values()) {
            MockHttpServletResponse answer =
                    browser.perform(attempt(each, subscription)).andReturn().getResponse();
            assertThat(answer.getStatus()).as("%s", each).isLessThan(500);
            // others open the page of purchases too, and read there that they may see nobody's
            boolean shown = each != Capability.SEE_MPSA_PURCHASES
                    || answer.getContentAsString().contains(nameOf(other));
            if (answer.getStatus() < 400 && shown) {
                can.add(each);
            }
        }

        assertThat(can).isEqualTo(standing == Standing.ACTIVE ? of(type) : EnumSet.noneOf(Capability.class));
    }

    /** What depends on the role that was given, and the roles of which each is enough. */
    private enum RoleCapability {
        RESET_A_PASSWORD(
                "Helpdesk Administrator",
                "Password Administrator",
                "User Administrator",
                "Privileged Authentication Administrator",
                "Global Administrator"),
        RESET_AN_ADMINS_PASSWORD("Privileged Authentication Administrator", "Global Administrator"),
        OPEN_A_SERVICE_REQUEST("Service Support Administrator", "Helpdesk Administrator", "Global Administrator"),
        GIVE_A_LICENSE("License Administrator", "User Administrator", "Global Administrator");

        private final Set<String> roles;

        RoleCapability(String... roles) {
            this.roles = Set.of(roles);
        }
    }

    /** Every role that lets somebody do anything here, by the two types that work by roles. */
    static Stream<Arguments> roles() {
        List<String> ids = Stream.of(Permission.values())
                .flatMap(permission -> permission.roles().stream())
                .distinct()
                .sorted()
                .toList();
        return Stream.of(GDAP, PARTNER).flatMap(type -> ids.stream().map(role -> Arguments.of(type, role)));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleLetsAPartnerDoWhatTheTableSays(PartnerType type, String role) throws Exception {
        customer = subscriptions.customer();
        partner = tenants.partner();
        UUID subscription = subscriptions.buy(customer, 5);
        relationship = invitations.relationship(partner, customer, type);
        giveOnly(role);
        Actor worker = partner;
        String center = "/on-behalf/" + customer.tenant();
        if (type == PARTNER) {
            UUID account = accounts.create(customer, partner, relationship, role);
            worker = accounts.person(customer, partner, relationship, account);
            center = "";
        }

        Set<RoleCapability> can = EnumSet.noneOf(RoleCapability.class);
        for (RoleCapability each : RoleCapability.values()) {
            var request = switch (each) {
                case RESET_A_PASSWORD -> reset(worker, center, tenants.colleague(customer));
                case RESET_AN_ADMINS_PASSWORD ->
                    reset(worker, center, tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR));
                case OPEN_A_SERVICE_REQUEST -> serviceRequest(worker, center);
                case GIVE_A_LICENSE -> license(worker, center, subscription);
            };
            int status = browser.perform(request).andReturn().getResponse().getStatus();
            assertThat(status).as("%s", each).isLessThan(500);
            if (status < 400) {
                can.add(each);
            }
        }

        Set<RoleCapability> expected = EnumSet.noneOf(RoleCapability.class);
        Stream.of(RoleCapability.values())
                .filter(each -> catalogue.idsOf(each.roles).contains(role))
                .forEach(expected::add);
        assertThat(can).isEqualTo(expected);
    }

    /** Leaves the relationship, and those who work by it, with that role alone. */
    private void giveOnly(String role) {
        database.update("delete from delegated_role where relationship_id = ?", relationship);
        database.update(
                "insert into delegated_role (relationship_id, role_template_id, granted_at)"
                        + " values (?, ?, current_timestamp)",
                relationship,
                role);
        String assigned = "assignment_id in (select id from assignment where relationship_id = ?)";
        database.update("delete from assignment_role where " + assigned, relationship);
        database.update(
                "insert into assignment_role (assignment_id, role_template_id)"
                        + " select id, ? from assignment where relationship_id = ?",
                role,
                relationship);
    }

    private static Set<Capability> of(PartnerType type) {
        Set<Capability> found = EnumSet.noneOf(Capability.class);
        Stream.of(Capability.values()).filter(each -> each.types.contains(type)).forEach(found::add);
        return found;
    }

    private void bring(Standing standing) throws Exception {
        switch (standing) {
            case ROLES_REMOVED -> act("/remove-roles");
            case ENDED -> act("/end");
            // no job has run: the clock alone decides
            case EXPIRED ->
                database.update(
                        "update relationship set ends_at = current_timestamp - interval '1' minute where id = ?",
                        relationship);
            case OF_ANOTHER_PARTNER -> partner = tenants.partner();
            case INVITED, ACTIVE -> {}
        }
    }

    private void act(String action) throws Exception {
        browser.perform(post("/settings/partner-relationships/" + partner.tenant() + "/" + relationship + action)
                        .with(SignedIn.as(customer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private AbstractMockHttpServletRequestBuilder<?> reset(Actor who, String center, Actor whom) {
        return by(who, post(center + "/users/" + whom.account() + "/reset-password"))
                .param("shown", passwordOf(whom));
    }

    private AbstractMockHttpServletRequestBuilder<?> serviceRequest(Actor who, String center) {
        return by(who, post(center + "/support/requests/new"))
                .param("id", Ids.next().toString())
                .param("subject", "Nobody can print")
                .param("area", "DEVICES")
                .param("urgency", "MANY_PEOPLE")
                .param("description", "Every job waits.")
                .param("language", "en");
    }

    private AbstractMockHttpServletRequestBuilder<?> license(Actor who, String center, UUID subscription) {
        Actor colleague = tenants.colleague(customer);
        return by(who, post(center + "/users/" + colleague.account() + "/licenses"))
                .param("assign", subscription.toString());
    }

    private AbstractMockHttpServletRequestBuilder<?> attempt(Capability capability, UUID subscription) {
        String behalf = "/on-behalf/" + customer.tenant();
        return switch (capability) {
            case RESET_A_PASSWORD -> reset(partner, behalf, tenants.colleague(customer));
            case OPEN_A_SERVICE_REQUEST -> serviceRequest(partner, behalf);
            case GIVE_A_LICENSE -> license(partner, behalf, subscription);
            case BUY ->
                by(partner, post("/partner/customers/" + customer.tenant() + "/subscriptions/new/works-start"))
                        .param("id", Ids.next().toString())
                        .param("term", "MONTH")
                        .param("quantity", "3");
            case REGISTER_DEVICES ->
                by(
                                partner,
                                multipart("/partner/devices/register")
                                        .file(new MockMultipartFile(
                                                "file",
                                                "devices.csv",
                                                "text/csv",
                                                "Device Serial Number,Windows Product ID,Hardware Hash\n,P-1,\n"
                                                        .getBytes(StandardCharsets.UTF_8))))
                        .param("id", Ids.next().toString())
                        .param("customer", customer.tenant().toString())
                        .param("name", "");
            case DEVELOP_APPS ->
                by(partner, post("/partner/applications/new"))
                        .param("id", Ids.next().toString())
                        .param("customer", customer.tenant().toString())
                        .param("name", "Timetable")
                        .param("descriptionEn", "For the lessons")
                        .param("platform", "WINDOWS");
            case OFFER_SOFTWARE -> // it is for the customer to buy
                by(customer, post("/billing/purchase-services/software/" + software.onSale(partner)))
                        .param("id", Ids.next().toString())
                        .param("term", "MONTH")
                        .param("quantity", "3")
                        .param("price", SoftwareFixture.MONTH_IN_GBP);
            case SEE_MPSA_PURCHASES -> by(partner, get("/partner/customers/" + customer.tenant() + "/mpsa-purchases"));
            case GET_AN_ACCOUNT ->
                by(customer, post(PartnerAccountFixture.page(partner, relationship) + "/new"))
                        .param("id", Ids.next().toString())
                        .param("name", "Kim Ito")
                        .param("email", "kim" + UUID.randomUUID() + "@partner.example")
                        .param("language", "en")
                        .param("roles", InvitationFixture.USER_ADMINISTRATOR);
        };
    }

    private String passwordOf(Actor person) {
        return database.queryForObject(
                        "select password_chosen_at from account where id = ?", OffsetDateTime.class, person.account())
                .toInstant()
                .toString();
    }

    private String nameOf(Actor of) {
        return database.queryForObject(
                "select name from tenant where id = ?",
                String.class,
                of.tenant().value());
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B by(Actor person, B request) {
        return request.with(SignedIn.as(person)).with(csrf());
    }
}
