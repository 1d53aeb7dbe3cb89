package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.application.ApplicationFixture;
import org.partnerportal.bulkinvitation.BulkInvitationFixture;
import org.partnerportal.customer.BulkFixture;
import org.partnerportal.device.DeviceFixture;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.referral.ReferralFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.roletemplate.RoleTemplateFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.support.SupportFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the portal: who gets in without signing in, and what another tenant's ids answer. */
@PortalTest
class RouteTests {

    /** The addresses that anybody may open; a new address that is not listed here needs sign-in. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /",
            "GET /sign-in",
            "GET /register",
            "POST /register",
            "GET /register/confirm",
            "POST /register/confirm",
            "GET /i/{token}",
            "GET /invitation",
            "GET /setup",
            "POST /setup",
            "GET /p/{token}",
            "GET /password",
            "POST /password",
            "GET /password/forgotten",
            "POST /password/forgotten",
            "POST /appearance",
            "GET /notification-address/{token}",
            "GET /directory",
            "GET /directory/{partner}",
            "POST /notification-address/{token}",
            "GET /directory/{partner}/contact",
            "POST /directory/{partner}/contact",
            "GET /directory/{partner}/contact/sent",
            "GET /contact/{token}",
            "POST /contact/{token}",
            "GET /demo/mailbox",
            "GET /demo/mailbox/{id}",
            "GET /demo/mailbox/{id}/html");

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private BulkFixture bulks;

    @Autowired
    private BulkInvitationFixture files;

    @Autowired
    private RoleTemplateFixture roleTemplates;

    @Autowired
    private ReferralFixture referrals;

    @Autowired
    private SupportFixture serviceRequests;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private DeviceFixture devices;

    @Autowired
    private ApplicationFixture applications;

    @Autowired
    private SoftwareFixture software;

    @Autowired
    private MpsaFixture mpsaPartners;

    @Autowired
    private PartnerAccountFixture partnerAccounts;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.partnerportal")) {
                info.getPatternValues()
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> routes.add(verb + " " + pattern)));
            }
        });
        return routes;
    }

    private MockHttpServletResponse call(String route, Map<String, UUID> ids, Actor actor) throws Exception {
        String[] parts = route.split(" ");
        String address = parts[1];
        for (Map.Entry<String, UUID> id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue().toString());
        }
        address = address.replaceAll("\\{\\w+}", UUID.randomUUID().toString()); // names nothing
        var call = request(HttpMethod.valueOf(parts[0]), address).with(csrf());
        return browser.perform(actor == null ? call : call.with(SignedIn.as(actor)))
                .andReturn()
                .getResponse();
    }

    @Test
    void whoeverIsNotSignedInGetsNoFurtherThanThePublicPages() throws Exception {
        List<String> open = new ArrayList<>();
        for (String route : routes()) {
            MockHttpServletResponse response = call(route, Map.of(), null);
            boolean toSignIn =
                    response.getStatus() == 302 && response.getRedirectedUrl().endsWith("/sign-in");
            if (!toSignIn) {
                open.add(route);
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void anotherTenantsIdsAreNotFound() throws Exception {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID relationship = invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID pending = invitations.send(partner, customer);
        UUID acceptance = database.queryForObject(
                "select id from agreement_acceptance where customer_id = ?",
                UUID.class,
                customer.tenant().value());
        UUID assignment = database.queryForObject(
                "select id from assignment where relationship_id = ?", UUID.class, relationship);
        UUID group = database.queryForObject("select group_id from assignment where id = ?", UUID.class, assignment);
        UUID bulk = bulks.bulk(partner, relationship);
        UUID file = files.checked(partner, "mail,type\nann@school.example,OEM\n");
        browser.perform(request(HttpMethod.POST, "/settings/access-reviews")
                .with(SignedIn.as(customer))
                .with(csrf()));
        UUID review = database.queryForObject(
                "select id from access_review where customer_id = ?",
                UUID.class,
                customer.tenant().value());
        UUID referral = referrals.send(referrals.partner(), customer);
        UUID serviceRequest = serviceRequests.open(customer);
        UUID subscription = subscriptions.buy(customer, 1);
        UUID invoice =
                database.queryForObject("select id from invoice where subscription_id = ?", UUID.class, subscription);
        invitations.relationship(partner, customer, PartnerType.OEM);
        UUID device = devices.registered(partner, customer);
        UUID deviceFile = devices.checked(partner, customer);
        invitations.relationship(partner, customer, PartnerType.LINE_OF_BUSINESS);
        UUID application = applications.application(partner, customer);
        UUID version = applications.submitted(partner, application, "1.0");
        UUID product = software.onSale(partner);
        UUID consent = mpsaPartners.allow(customer, mpsaPartners.partner(customer), mpsaPartners.partner(customer));
        UUID granting = invitations.relationship(partner, customer, PartnerType.PARTNER);
        UUID partnerAccount = partnerAccounts.create(customer, partner, granting);
        UUID template = roleTemplates.create(partner, "Service desk");
        // somebody with every right, only elsewhere
        Actor stranger = tenants.colleague(tenants.partner(), AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        Map<String, UUID> known = Map.of(
                "software",
                product,
                "partner",
                partner.tenant().value(),
                "customer",
                customer.tenant().value(),
                "relationship",
                relationship,
                "role",
                UUID.fromString(InvitationFixture.USER_ADMINISTRATOR),
                "group",
                group,
                "assignment",
                assignment,
                "review",
                review,
                "template",
                template,
                "account",
                partner.account());
        long before = trailRows();
        Map<String, Integer> answers = new TreeMap<>();
        for (String route : routes()) {
            if (route.contains("{") && !PUBLIC.contains(route)) {
                Map<String, UUID> ids = new HashMap<>(known);
                ids.put("tenant", partner.tenant().value());
                ids.put("id", pending);
                Map.ofEntries(
                                Map.entry("/records/", acceptance),
                                Map.entry("/auto-extend/{id}", bulk),
                                Map.entry("/invitations/bulk/{id}", file),
                                Map.entry("/referrals/", referral),
                                Map.entry("/requests/", referral),
                                Map.entry("/your-products/", subscription),
                                Map.entry("/billing/licenses/", subscription),
                                Map.entry("/subscriptions/{id}", subscription),
                                Map.entry("/bills-and-payments/", invoice),
                                Map.entry("/invoices/", invoice),
                                Map.entry("/mpsa/{id}", consent),
                                Map.entry("/devices/{id}", device),
                                Map.entry("/devices/batches/{id}", deviceFile))
                        .forEach((part, id) -> {
                            if (route.contains(part)) {
                                ids.put("id", id);
                            }
                        });
                if (route.contains("/applications/")) {
                    ids.put("id", application);
                    ids.put("version", version);
                }
                if (route.contains("/partner/software/")) {
                    ids.put("id", product);
                }
                if (route.contains("/{relationship}/accounts")) {
                    ids.put("relationship", granting);
                    ids.put("id", partnerAccount);
                }
                if (route.contains("/support/requests/")) {
                    ids.put("id", serviceRequest);
                }
                answers.put(route, call(route, ids, stranger).getStatus());
            }
        }
        assertThat(answers).hasSizeGreaterThan(12);
        assertThat(answers)
                .allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(404));
        assertThat(trailRows()).isEqualTo(before);
    }

    @Test
    void anIdThatIsNoneIsNotFound() throws Exception {
        Actor actor = tenants.colleague(tenants.partner(), AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        for (String route : routes()) {
            if (route.startsWith("GET") && (route.contains("{id}") || route.contains("{review}"))) {
                String address = route.substring(4).replace("{id}", "1-or-1=1").replace("{review}", "1-or-1=1");
                address = address.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                var call = request(HttpMethod.GET, address).with(SignedIn.as(actor));
                assertThat(browser.perform(call).andReturn().getResponse().getStatus())
                        .as(route)
                        .isEqualTo(404);
            }
        }
    }

    private long trailRows() {
        return database.queryForObject("select count(*) from trail_entry", Long.class);
    }
}
