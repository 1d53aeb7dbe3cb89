package org.partnerportal.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.PortalTest;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.application.ApplicationFixture;
import org.partnerportal.bulkinvitation.BulkInvitationFixture;
import org.partnerportal.contact.ContactFixture;
import org.partnerportal.device.DeviceFixture;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.partneraccount.PartnerAccountFixture;
import org.partnerportal.referral.ReferralFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.roletemplate.RoleTemplateFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.support.SupportFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every form of the portal, sent twice: one after the other and at the same moment. Twice leaves in the database what once
 * does, the second click sees the first one's result, and nobody sees a fault.
 */
@PortalTest
@TestPropertySource(
        properties = {
            "portal.relationship.privileged-roles-need-global-admin=true", // so that there is an approver to ask
            "spring.datasource.url=jdbc:h2:mem:twice;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=20000"
        })
class TwiceTests {

    /** Not what a form leaves behind: sessions come and go, and tasks go when they are done. */
    private static final Set<String> NOT_COUNTED =
            Set.of("spring_session", "spring_session_attributes", "scheduled_tasks", "trail_unsealed", "trail_seal");

    /** Two sign-ins are two, and the click that came too late was refused. */
    private static final String WHAT_CHANGED = " where kind <> 'Refused' and kind not like 'SignIn%'";

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    /** Forms that answer with a page instead of leading to one. */
    private static final Set<String> SHOWN_ONCE =
            Set.of("/users/{account}/reset-password", "/on-behalf/{customer}/users/{account}/reset-password");

    /** The name of a field that takes a file. */
    private static final String FILE = "file";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private BulkInvitationFixture files;

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
    private RoleTemplateFixture roleTemplates;

    @Autowired
    private ListingFixture listings;

    @Autowired
    private ReferralFixture referrals;

    @Autowired
    private SupportFixture serviceRequests;

    @Autowired
    private ContactFixture contacts;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** A form as it is sent: by whom, in which session, where to, and its fields as names and values in turn. */
    private record Form(@Nullable Actor person, @Nullable Cookie session, String address, String... fields) {

        AbstractMockHttpServletRequestBuilder<?> request() {
            List<String> given = List.of(fields);
            AbstractMockHttpServletRequestBuilder<?> request = given.contains(FILE)
                    ? multipart(address)
                            .file(new MockMultipartFile(
                                    FILE,
                                    "upload.zip",
                                    null,
                                    given.get(given.indexOf(FILE) + 1).getBytes(UTF_8)))
                    : post(address);
            request.with(csrf());
            for (int at = 0; at < fields.length; at += 2) {
                if (!fields[at].equals(FILE)) {
                    request.param(fields[at], fields[at + 1]);
                }
            }
            if (session != null) {
                request.cookie(session);
            }
            return person == null ? request : request.with(SignedIn.as(person));
        }
    }

    /** Prepares new things each time, and gives the form about them. */
    private interface Scenario {
        Form form() throws Exception;
    }

    /** Every route that takes a form needs an entry here. */
    private Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new TreeMap<>();
        addPortal(scenarios);
        addInvitations(scenarios);
        addFiles(scenarios);
        addRelationships(scenarios);
        addGroups(scenarios);
        addTemplates(scenarios);
        addReviews(scenarios);
        addNotifications(scenarios);
        addPasswords(scenarios);
        addMailQueue(scenarios);
        addAgreements(scenarios);
        addOperator(scenarios);
        addListings(scenarios);
        addReferrals(scenarios);
        addUsers(scenarios);
        addServiceRequests(scenarios);
        addSubscriptions(scenarios);
        addLicenses(scenarios);
        addDevices(scenarios);
        addApplications(scenarios);
        addSoftware(scenarios);
        addMpsa(scenarios);
        addPartnerAccounts(scenarios);
        return scenarios;
    }

    private void addPortal(Map<String, Scenario> scenarios) {
        scenarios.put("/account", () -> by(customer(), "/account", "language", "ja", "zone", "UTC", "theme", "DARK"));
        scenarios.put("/account/end-sessions", () -> by(signedInElsewhere(), "/account/end-sessions"));
        scenarios.put("/account/password", () -> {
            Actor person = customer();
            String password = "three quiet words by the sea";
            String shown = passwordOf(person);
            String[] fields = {"shown", shown, "current", TenantFixture.PASSWORD, "password", password};
            return by(person, "/account/password", fields);
        });
        scenarios.put("/appearance", () -> by(customer(), "/appearance", "language", "ja", "theme", "dark"));
        scenarios.put("/billing/agreement", () -> by(customer(), "/billing/agreement", agreement("version")));
        scenarios.put("/register", () -> new Form(null, session("/register"), "/register", organisation()));
        scenarios.put("/register/confirm", this::confirmation);
        scenarios.put("/sign-in", () -> signIn(customer()));
        scenarios.put("/sign-out", () -> by(customer(), "/sign-out"));
        scenarios.put("/switch-account", () -> by(customer(), "/switch-account", "continue", "/invitation"));
    }

    private void addListings(Map<String, Scenario> scenarios) {
        String own = "/partner/profile";
        ListingContent text = ListingFixture.content("Fjord Cloud");
        scenarios.put(own + "/edit", () -> {
            String[] fields = {"revision", "0", "enName", "Fjord Cloud", "enContact", "Sales team"};
            return by(tenants.partner(), own + "/edit", fields);
        });
        scenarios.put(own + "/preview", () -> {
            listings.submit(tenants.partner(), text); // so that the operators have been told before
            Actor partner = tenants.partner();
            listings.keep(partner, text);
            return by(partner, own + "/preview", "revision", revision(partner));
        });
        scenarios.put(own + "/discard", () -> {
            Actor partner = tenants.partner();
            listings.keep(partner, text);
            return by(partner, own + "/discard", "revision", revision(partner));
        });
        scenarios.put(own + "/hide", () -> by(listed(text), own + "/hide"));
        scenarios.put(own + "/show", () -> {
            Actor partner = listed(text);
            listings.hide(partner);
            return by(partner, own + "/show");
        });
        String operators = "/operator/listings/{partner}";
        for (String action : List.of("/approve", "/send-back")) {
            scenarios.put(operators + action, () -> {
                Actor partner = tenants.partner();
                listings.submit(partner, text);
                String page = "/operator/listings/" + partner.tenant() + action;
                return by(tenants.operator(), page, "revision", revision(partner), "reason", "Name the city");
            });
        }
        scenarios.put(operators + "/take-out", () -> {
            String page = "/operator/listings/" + listed(text).tenant() + "/take-out";
            return by(tenants.operator(), page, "reason", "Not yours");
        });
        scenarios.put(operators + "/put-back", () -> {
            Actor partner = listed(text);
            listings.block(partner);
            return by(tenants.operator(), "/operator/listings/" + partner.tenant() + "/put-back");
        });
    }

    private Actor listed(ListingContent text) {
        Actor partner = tenants.partner();
        listings.publish(partner, text);
        return partner;
    }

    private String revision(Actor partner) {
        return String.valueOf(listings.revision(partner));
    }

    private void addApplications(Map<String, Scenario> scenarios) {
        String made = "/partner/applications/";
        scenarios.put(made + "new", () -> {
            Actor customer = customer();
            String[] entry = {
                "id", Ids.next().toString(),
                "customer", customer.tenant().toString(),
                "name", "Timetable",
                "descriptionEn", "For the lessons",
                "platform", "WINDOWS"
            };
            return by(developer(customer), made + "new", entry);
        });
        scenarios.put(made + "{id}/edit", () -> {
            Actor customer = customer();
            Actor partner = developer(customer);
            String page = made + applications.application(partner, customer) + "/edit";
            return by(partner, page, "name", "Lessons", "descriptionEn", "Shows lessons");
        });
        scenarios.put(made + "{id}/versions/new", () -> {
            Actor customer = customer();
            Actor partner = developer(customer);
            String page = made + applications.application(partner, customer) + "/versions/new";
            String[] version = {
                "version",
                Ids.next().toString(),
                "number",
                "1.0",
                "notes",
                "New",
                FILE,
                ApplicationFixture.plainArchive()
            };
            return by(partner, page, version);
        });
        for (String action : List.of("submit", "withdraw", "retire", "delete")) {
            scenarios.put(made + "{id}/versions/{version}/" + action, () -> {
                Actor customer = customer();
                Actor partner = developer(customer);
                return by(partner, made + version(partner, customer, action) + "/" + action);
            });
        }
        for (String action : List.of("approve", "reject", "retire")) {
            scenarios.put("/applications/{id}/versions/{version}/" + action, () -> {
                Actor customer = customer();
                String page = "/applications/" + version(developer(customer), customer, action) + "/" + action;
                return by(customer, page, "reason", "Name the class in the list");
            });
        }
    }

    private Actor developer(Actor customer) {
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.LINE_OF_BUSINESS);
        return partner;
    }

    /** The address of a version with which that can be done. */
    private String version(Actor partner, Actor customer, String action) {
        UUID application = applications.application(partner, customer);
        UUID version = switch (action) {
            case "submit", "delete" -> applications.draft(partner, application, "1.0");
            case "retire" -> applications.published(partner, customer, application, "1.0");
            default -> applications.submitted(partner, application, "1.0");
        };
        return application + "/versions/" + version;
    }

    private void addSoftware(Map<String, Scenario> scenarios) {
        String page = "/partner/software/";
        scenarios.put(page + "new", () -> by(tenants.partner(), page + "new", product("Roster", "id", Ids.next())));
        scenarios.put(page + "{id}/edit", () -> {
            Actor vendor = tenants.partner();
            UUID id = software.draft(vendor);
            return by(vendor, page + id + "/edit", product("Seating plan", "seen", 0));
        });
        scenarios.put(page + "{id}/put-on-sale", () -> {
            Actor vendor = tenants.partner();
            return by(vendor, page + software.draft(vendor) + "/put-on-sale");
        });
        scenarios.put(page + "{id}/withdraw", () -> {
            Actor vendor = tenants.partner();
            return by(vendor, page + software.onSale(vendor) + "/withdraw");
        });
        scenarios.put("/billing/purchase-services/software/{software}", () -> {
            Actor customer = subscriptions.customer();
            UUID id = software.onSale(subscriptions.vendor(customer));
            String[] purchase = {
                "id", Ids.next().toString(), "term", "MONTH", "quantity", "3", "price", SoftwareFixture.MONTH_IN_GBP
            };
            return by(customer, "/billing/purchase-services/software/" + id, purchase);
        });
    }

    private static String[] product(String name, String field, Object value) {
        return new String[] {field, value.toString(), "nameEn", name, "descriptionEn", "For classes", "monthGbp", "2"};
    }

    private void addUsers(Map<String, Scenario> scenarios) {
        String reset = "/reset-password";
        scenarios.put("/users/{account}" + reset, () -> {
            Actor admin = customer();
            Actor person = tenants.colleague(admin);
            return by(admin, "/users/" + person.account() + reset, "shown", passwordOf(person));
        });
        scenarios.put("/users/{account}/roles", () -> {
            Actor admin = customer();
            Actor person = tenants.colleague(admin);
            return by(admin, "/users/" + person.account() + "/roles", "role", AdminRole.GLOBAL_READER.name());
        });
        scenarios.put("/on-behalf/{customer}/users/{account}" + reset, () -> {
            Actor partner = tenants.partner();
            Actor person = tenants.colleague(customerOf(partner));
            String users = "/on-behalf/" + person.tenant() + "/users/";
            return by(partner, users + person.account() + reset, "shown", passwordOf(person));
        });
        scenarios.put("/on-behalf/{customer}", () -> {
            Actor partner = tenants.partner();
            return by(partner, "/on-behalf/" + customerOf(partner).tenant());
        });
    }

    private void addServiceRequests(Map<String, Scenario> scenarios) {
        addServiceRequests(scenarios, "", person -> person);
        addServiceRequests(scenarios, "/on-behalf/{customer}", person -> {
            Actor partner = tenants.partner();
            invitations.relationship(partner, person, PartnerType.ADVISOR);
            return partner;
        });
    }

    /** The same forms in the own admin center and on its behalf, by whoever works there. */
    private void addServiceRequests(Map<String, Scenario> scenarios, String base, UnaryOperator<Actor> worker) {
        String page = base + "/support/requests/";
        scenarios.put(page + "new", () -> {
            Actor customer = customer();
            return by(worker.apply(customer), at(page, customer) + "new", serviceRequest());
        });
        scenarios.put(page + "{id}/answer", () -> {
            Actor customer = customer();
            String address = at(page, customer) + serviceRequests.open(customer) + "/answer";
            return by(worker.apply(customer), address, "id", Ids.next().toString(), "message", "Is it on?");
        });
        scenarios.put(page + "{id}/assign", () -> {
            Actor customer = customer();
            Actor handler = worker.apply(customer);
            String address = at(page, customer) + serviceRequests.open(customer) + "/assign";
            return by(handler, address, "person", handler.account().toString());
        });
        scenarios.put(page + "{id}/close", () -> {
            Actor customer = customer();
            String address = at(page, customer) + serviceRequests.open(customer) + "/close";
            return by(worker.apply(customer), address, "solution", "The switch was off.", "steps", "1");
        });
    }

    private static String at(String page, Actor customer) {
        return page.replace("{customer}", customer.tenant().toString());
    }

    private static String[] serviceRequest() {
        return new String[] {
            "id", Ids.next().toString(),
            "subject", "Nobody can print",
            "area", "DEVICES",
            "urgency", "MANY_PEOPLE",
            "description", "Every job waits.",
            "language", "en"
        };
    }

    private void addSubscriptions(Map<String, Scenario> scenarios) {
        scenarios.put("/billing/purchase-services/{product}", () -> {
            Actor customer = subscriptions.customer();
            return by(customer, "/billing/purchase-services/works-start", purchase());
        });
        scenarios.put("/partner/customers/{customer}/subscriptions/new/{product}", () -> {
            Actor customer = customer();
            Actor partner = subscriptions.reseller(customer);
            return by(partner, sold(customer) + "/new/works-start", purchase());
        });
        String own = "/billing/your-products/";
        String[] quantity = {"shown", "5", "quantity", "7"};
        scenarios.put(own + "{id}/quantity", () -> {
            Actor customer = subscriptions.customer();
            return by(customer, own + subscriptions.buy(customer, 5) + "/quantity", quantity);
        });
        scenarios.put(own + "{id}/cancel", () -> {
            Actor customer = subscriptions.customer();
            return by(customer, own + subscriptions.buy(customer, 5) + "/cancel");
        });
        scenarios.put(own + "{id}/undo-cancel", () -> {
            Actor customer = subscriptions.customer();
            UUID subscription = subscriptions.buy(customer, 5);
            subscriptions.cancel(customer, subscription);
            return by(customer, own + subscription + "/undo-cancel");
        });
        String partners = "/partner/customers/{customer}/subscriptions/{id}";
        scenarios.put(partners + "/quantity", () -> {
            Actor customer = customer();
            Actor partner = subscriptions.reseller(customer);
            UUID subscription = subscriptions.sell(partner, customer, 5);
            return by(partner, sold(customer) + "/" + subscription + "/quantity", quantity);
        });
        scenarios.put(partners + "/cancel", () -> {
            Actor customer = customer();
            Actor partner = subscriptions.reseller(customer);
            return by(partner, sold(customer) + "/" + subscriptions.sell(partner, customer, 5) + "/cancel");
        });
        scenarios.put(partners + "/undo-cancel", () -> {
            Actor customer = customer();
            Actor partner = subscriptions.reseller(customer);
            String subscription = sold(customer) + "/" + subscriptions.sell(partner, customer, 5);
            send(by(partner, subscription + "/cancel"));
            return by(partner, subscription + "/undo-cancel");
        });
    }

    private static String sold(Actor customer) {
        return "/partner/customers/" + customer.tenant() + "/subscriptions";
    }

    private static String[] purchase() {
        return new String[] {"id", Ids.next().toString(), "term", "MONTH", "quantity", "3"};
    }

    private void addLicenses(Map<String, Scenario> scenarios) {
        scenarios.put("/users/{account}/licenses", () -> {
            Actor admin = subscriptions.customer();
            Actor person = tenants.colleague(admin);
            String subscription = subscriptions.buy(admin, 5).toString();
            return by(admin, "/users/" + person.account() + "/licenses", "assign", subscription);
        });
        scenarios.put("/on-behalf/{customer}/users/{account}/licenses", () -> {
            Actor partner = tenants.partner();
            Actor admin = customerOf(partner);
            Actor person = tenants.colleague(admin);
            String subscription = subscriptions.buy(admin, 5).toString();
            String users = "/on-behalf/" + admin.tenant() + "/users/";
            return by(partner, users + person.account() + "/licenses", "assign", subscription);
        });
    }

    private void addDevices(Map<String, Scenario> scenarios) {
        String register = "/partner/devices/register";
        scenarios.put(register, () -> {
            Actor partner = tenants.partner();
            String file = "Device Serial Number,Windows Product ID,Hardware Hash\n,P-1,\n";
            String customer = deviceCustomerOf(partner).tenant().toString();
            return by(partner, register, "id", Ids.next().toString(), "customer", customer, FILE, file);
        });
        scenarios.put("/partner/devices/batches/{id}/register", () -> {
            Actor partner = tenants.partner();
            UUID batch = devices.checked(partner, deviceCustomerOf(partner));
            return by(partner, "/partner/devices/batches/" + batch + "/register");
        });
        scenarios.put("/devices/{id}/remove", () -> {
            Actor partner = tenants.partner();
            Actor customer = deviceCustomerOf(partner);
            return by(customer, "/devices/" + devices.registered(partner, customer) + "/remove");
        });
        scenarios.put("/on-behalf/{customer}/devices/{id}/remove", () -> {
            Actor partner = tenants.partner();
            Actor customer = deviceCustomerOf(partner);
            invitations.relationship(partner, customer, PartnerType.ADVISOR); // with Global Administrator
            UUID device = devices.registered(partner, customer);
            return by(partner, "/on-behalf/" + customer.tenant() + "/devices/" + device + "/remove");
        });
    }

    private void addMpsa(Map<String, Scenario> scenarios) {
        String settings = "/settings/partner-relationships/mpsa/";
        scenarios.put(settings + "allow", () -> {
            Actor customer = customer();
            String first = mpsaPartners.partner(customer).tenant().toString();
            String second = mpsaPartners.partner(customer).tenant().toString();
            return by(customer, settings + "allow", "first", first, "second", second);
        });
        scenarios.put(settings + "{id}/take-back", () -> {
            Actor customer = customer();
            Actor partner = mpsaPartners.partner(customer);
            UUID consent = mpsaPartners.allow(customer, partner, mpsaPartners.partner(customer));
            return by(customer, settings + consent + "/take-back");
        });
    }

    private void addPartnerAccounts(Map<String, Scenario> scenarios) {
        String accounts = "/settings/partner-relationships/{partner}/{relationship}/accounts/";
        String role = InvitationFixture.USER_ADMINISTRATOR;
        scenarios.put(accounts + "new", () -> {
            Actor partner = tenants.partner();
            Actor customer = customer();
            UUID relationship = invitations.relationship(partner, customer, PartnerType.PARTNER);
            String[] person = {
                "id",
                Ids.next().toString(),
                "name",
                "Kim Ito",
                "email",
                "kim" + UUID.randomUUID() + "@partner.example",
                "language",
                "en",
                "roles",
                role
            };
            return by(customer, PartnerAccountFixture.page(partner, relationship) + "/new", person);
        });
        for (String action : List.of("roles/{role}/take", "disable", "enable")) {
            scenarios.put(accounts + "{id}/" + action, () -> {
                Actor partner = tenants.partner();
                Actor customer = customer();
                UUID relationship = invitations.relationship(partner, customer, PartnerType.PARTNER);
                UUID account = partnerAccounts.create(customer, partner, relationship);
                if (action.equals("enable")) {
                    partnerAccounts.disable(customer, partner, relationship, account);
                }
                String page = PartnerAccountFixture.page(partner, relationship) + "/" + account + "/";
                return by(customer, page + action.replace("{role}", role));
            });
        }
    }

    private Actor deviceCustomerOf(Actor partner) {
        Actor customer = customer();
        invitations.relationship(partner, customer, PartnerType.OEM);
        return customer;
    }

    private Actor customerOf(Actor partner) {
        Actor customer = customer();
        invitations.relationship(partner, customer, PartnerType.GDAP);
        return customer;
    }

    /** When the person's password came to be. */
    private String passwordOf(Actor person) {
        return database.queryForObject(
                        "select password_chosen_at from account where id = ?", OffsetDateTime.class, person.account())
                .toInstant()
                .toString();
    }

    private void addMailQueue(Map<String, Scenario> scenarios) {
        scenarios.put(
                "/operator/mails/{id}",
                () -> by(
                        tenants.operator(),
                        "/operator/mails/" + failedMail(invitations.send(tenants.partner(), customer()))));
        // the first click leaves nothing to do for any other, which MailQueuePageTests shows; here there is nothing at
        // all
        scenarios.put("/operator/mails/send-again", () -> {
            database.update("update mail set status = 'CANCELLED' where status = 'FAILED'");
            return by(tenants.operator(), "/operator/mails/send-again");
        });
    }

    /** Lets the invitation's mail have failed for good, as the worker leaves it. */
    private UUID failedMail(UUID invitation) {
        UUID mail = database.queryForObject("select id from mail where about = ?", UUID.class, invitation);
        database.update("update mail set status = 'FAILED', attempts = 7 where id = ?", mail);
        database.update("delete from scheduled_tasks where task_instance = ?", mail.toString());
        return mail;
    }

    private void addInvitations(Map<String, Scenario> scenarios) {
        scenarios.put("/invitation/{id}/accept", () -> {
            Actor customer = customer();
            UUID id = invitations.send(tenants.partner(), customer, PartnerType.RESELLER);
            return by(customer, "/invitation/" + id + "/accept", agreement("agreement", "terms", "1"));
        });
        scenarios.put("/invitation/{id}/ask-again", () -> {
            Actor customer = customer();
            UUID id = invitations.send(tenants.partner(), customer);
            database.update("update invitation set expires_at = sent_at where id = ?", id);
            return by(customer, "/invitation/" + id + "/ask-again");
        });
        scenarios.put("/invitation/{id}/ask-colleagues", () -> {
            Actor helpdesk = tenants.colleague(customer(), AdminRole.HELPDESK_ADMINISTRATOR);
            return by(helpdesk, "/invitation/" + invitations.send(tenants.partner(), helpdesk) + "/ask-colleagues");
        });
        scenarios.put("/invitation/{id}/decline", () -> {
            Actor customer = customer();
            return by(customer, "/invitation/" + invitations.send(tenants.partner(), customer) + "/decline");
        });
        scenarios.put(
                "/partner/invitations/new",
                () -> by(
                        tenants.partner(),
                        "/partner/invitations/new",
                        "id",
                        Ids.next().toString(),
                        "type",
                        "RESELLER",
                        "email",
                        customer().email(),
                        "language",
                        "en",
                        "lifeDays",
                        "30"));
        scenarios.put("/partner/invitations/{id}/resend", () -> {
            Actor partner = tenants.partner();
            UUID id = invitations.send(partner, customer());
            return by(partner, "/partner/invitations/" + id + "/resend", "terms", "1");
        });
        scenarios.put("/partner/invitations/{id}/send-again", () -> {
            Actor partner = tenants.partner();
            UUID id = invitations.send(partner, customer());
            failedMail(id);
            return by(partner, "/partner/invitations/" + id + "/send-again");
        });
        scenarios.put("/partner/invitations/{id}/withdraw", () -> {
            Actor partner = tenants.partner();
            return by(partner, "/partner/invitations/" + invitations.send(partner, customer()) + "/withdraw");
        });
        scenarios.put("/invitation/{id}/ask-approver", () -> {
            Actor billing = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            Actor approver = tenants.colleague(billing, AdminRole.GLOBAL_ADMINISTRATOR);
            UUID id = invitations.send(tenants.partner(), billing);
            return by(
                    billing,
                    "/invitation/" + id + "/ask-approver",
                    "approver",
                    approver.account().toString());
        });
        scenarios.put("/invitation/{id}/request-changes", () -> {
            Actor customer = customer();
            UUID id = invitations.send(tenants.partner(), customer);
            return by(customer, "/invitation/" + id + "/request-changes", terms("1", "50"));
        });
        scenarios.put("/partner/invitations/{id}/revise", () -> {
            Actor partner = tenants.partner();
            return by(partner, "/partner/invitations/" + proposal(partner) + "/revise", terms("1", "70"));
        });
        scenarios.put("/partner/invitations/{id}/revise/accept-proposal", () -> {
            Actor partner = tenants.partner();
            String page = "/partner/invitations/" + proposal(partner) + "/revise";
            return by(partner, page + "/accept-proposal", "terms", "1");
        });
    }

    private void addFiles(Map<String, Scenario> scenarios) {
        String page = "/partner/invitations/bulk";
        String file = "mail,type\nann@school.example,OEM\n";
        scenarios.put(page, () -> by(tenants.partner(), page, "id", Ids.next().toString(), FILE, file));
        scenarios.put(page + "/{id}/send", () -> {
            Actor partner = tenants.partner();
            return by(partner, page + "/" + files.checked(partner, file) + "/send");
        });
    }

    /** One of the two roles of the offer, for that time. */
    private static String[] terms(String version, String days) {
        return new String[] {
            "terms",
            version,
            "roles",
            SERVICE_SUPPORT_ADMINISTRATOR,
            "durationDays",
            days,
            "autoExtend",
            "false",
            "note",
            ""
        };
    }

    private UUID proposal(Actor partner) {
        Actor customer = customer();
        UUID id = invitations.send(partner, customer);
        invitations.requestChanges(customer, id);
        return id;
    }

    private void addRelationships(Map<String, Scenario> scenarios) {
        String settings = "/settings/partner-relationships/{partner}/{relationship}";
        scenarios.put(settings + "/auto-extend", () -> atPartner("/auto-extend", "on", "true"));
        scenarios.put(settings + "/end", () -> atPartner("/end"));
        scenarios.put(settings + "/remove-roles", () -> atPartner("/remove-roles"));
        scenarios.put(settings + "/roles/{role}/remove", () -> atPartner("/roles/" + USER_ADMINISTRATOR + "/remove"));
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        scenarios.put(settings + "/shorten", () -> atPartner("/shorten", "until", until));
        String customers = "/partner/customers/{customer}/{relationship}";
        scenarios.put(customers + "/auto-extend", () -> atCustomer("/auto-extend", "on", "true"));
        scenarios.put(customers + "/end", () -> atCustomer("/end"));
        scenarios.put("/partner/customers/auto-extend", () -> {
            Actor partner = tenants.partner();
            UUID relationship = invitations.relationship(partner, customer(), PartnerType.GDAP);
            String bulk = Ids.next().toString();
            String page = "/partner/customers/auto-extend";
            return by(partner, page, "bulk", bulk, "on", "true", "id", relationship.toString());
        });
        scenarios.put(customers + "/assignments/new", () -> {
            Actor partner = tenants.partner();
            String group = group(partner).toString();
            return by(partner, assignments(partner) + "/new", "group", group, "roles", USER_ADMINISTRATOR);
        });
        scenarios.put(customers + "/assignments/{assignment}", () -> {
            Actor partner = tenants.partner();
            String page = assignment(partner);
            return by(partner, page, "version", "0", "roles", USER_ADMINISTRATOR);
        });
        scenarios.put(customers + "/assignments/{assignment}/remove", () -> {
            Actor partner = tenants.partner();
            return by(partner, assignment(partner) + "/remove");
        });
    }

    /** A form of the customer about a new relationship. */
    private Form atPartner(String action, String... fields) {
        Actor partner = tenants.partner();
        Actor customer = customer();
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        return by(customer, "/settings/partner-relationships/" + partner.tenant() + "/" + id + action, fields);
    }

    /** A form of the partner about a new relationship. */
    private Form atCustomer(String action, String... fields) {
        Actor partner = tenants.partner();
        return by(partner, relationship(partner) + action, fields);
    }

    private String relationship(Actor partner) {
        Actor customer = customer();
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        return "/partner/customers/" + customer.tenant() + "/" + id;
    }

    private String assignments(Actor partner) {
        return relationship(partner) + "/assignments";
    }

    /** The page of the assignment that a new relationship begins with. */
    private String assignment(Actor partner) {
        String page = assignments(partner);
        UUID id = database.queryForObject(
                "select id from assignment where partner_id = ?",
                UUID.class,
                partner.tenant().value());
        return page + "/" + id;
    }

    private void addGroups(Map<String, Scenario> scenarios) {
        scenarios.put("/partner/groups/new", () -> newGroup(tenants.partner(), Ids.next()));
        scenarios.put("/partner/groups/{group}/delete", () -> atGroup(tenants.partner(), "/delete"));
        scenarios.put("/partner/groups/{group}/rename", () -> atGroup(tenants.partner(), "/rename", "name", "Night"));
        scenarios.put("/partner/groups/{group}/people", () -> {
            Actor partner = tenants.partner();
            return atGroup(partner, "/people", "people", partner.account().toString());
        });
        scenarios.put("/partner/groups/{group}/remove-person", () -> {
            Actor partner = tenants.partner();
            String page = "/partner/groups/" + group(partner);
            String person = partner.account().toString();
            send(by(partner, page + "/people", "people", person));
            return by(partner, page + "/remove-person", "person", person);
        });
    }

    private static Form newGroup(Actor partner, UUID id) {
        return by(partner, "/partner/groups/new", "id", id.toString(), "name", "Service desk");
    }

    private UUID group(Actor partner) throws Exception {
        UUID id = Ids.next();
        send(newGroup(partner, id));
        return id;
    }

    private Form atGroup(Actor partner, String action, String... fields) throws Exception {
        return by(partner, "/partner/groups/" + group(partner) + action, fields);
    }

    private void addTemplates(Map<String, Scenario> scenarios) {
        String list = "/partner/role-templates";
        scenarios.put(list + "/new", () -> {
            String id = Ids.next().toString();
            return by(tenants.partner(), list + "/new", "id", id, "name", "Joiners", "roles", USER_ADMINISTRATOR);
        });
        scenarios.put(list + "/{template}/edit", () -> {
            Actor partner = tenants.partner();
            String page = list + "/" + roleTemplates.create(partner, "Joiners") + "/edit";
            return by(partner, page, "name", "Leavers", "roles", USER_ADMINISTRATOR);
        });
        scenarios.put(list + "/{template}/delete", () -> {
            Actor partner = tenants.partner();
            return by(partner, list + "/" + roleTemplates.create(partner, "Joiners") + "/delete");
        });
    }

    private void addNotifications(Map<String, Scenario> scenarios) {
        String list = "/settings/notifications";
        scenarios.put("/account/mails", () -> by(customer(), "/account/mails", "topics", "REVIEWS"));
        scenarios.put(list, () -> newAddress(customer()));
        scenarios.put(list + "/{address}", () -> {
            Actor customer = customer();
            return by(customer, list + "/" + address(customer), "topics", "EXPIRY");
        });
        scenarios.put(list + "/{address}/remove", () -> {
            Actor customer = customer();
            return by(customer, list + "/" + address(customer) + "/remove");
        });
        scenarios.put("/notification-address/{token}", () -> {
            Actor customer = customer();
            UUID address = address(customer);
            String mail = database.queryForObject("select plain from mail where about = ?", String.class, address);
            Matcher link = Pattern.compile("/notification-address/\\S+").matcher(mail);
            assertThat(link.find()).isTrue();
            return new Form(null, session("/sign-in"), link.group());
        });
    }

    private void addReferrals(Map<String, Scenario> scenarios) {
        scenarios.put("/directory/{partner}/contact", () -> {
            Actor partner = referrals.partner();
            UUID id = Ids.next();
            String page = "/directory/" + partner.tenant() + "/contact";
            return new Form(null, session(page), page, request(id, contacts.stamp(partner.tenant(), id)));
        });
        scenarios.put("/contact/{token}", () -> {
            String email = "ann-" + UUID.randomUUID() + "@school.example";
            String token = referrals.sendUnconfirmed(referrals.partner(), email);
            return new Form(null, session("/sign-in"), "/contact/" + token);
        });
        scenarios.put("/requests/{id}/withdraw", () -> {
            Actor customer = customer();
            return by(customer, "/requests/" + referrals.send(referrals.partner(), customer) + "/withdraw");
        });
        String page = "/partner/referrals/";
        scenarios.put(page + "{id}/assign", () -> {
            Actor partner = referrals.partner();
            UUID id = referrals.send(partner, customer());
            return by(
                    partner, page + id + "/assign", "person", partner.account().toString());
        });
        scenarios.put(page + "{id}/note", () -> {
            Actor partner = referrals.partner();
            UUID id = referrals.send(partner, customer());
            return by(partner, page + id + "/note", "id", Ids.next().toString(), "note", "Called back.");
        });
        scenarios.put(page + "{id}/close", () -> {
            Actor partner = referrals.partner();
            UUID id = referrals.send(partner, customer());
            return by(partner, page + id + "/close", "outcome", "DECLINED", "message", "Not in Norway.");
        });
    }

    private static String[] request(UUID id, String stamp) {
        return new String[] {
            "id", id.toString(),
            "stamp", stamp,
            "name", "Ann Berg",
            "email", "ann-" + id + "@school.example",
            "organisation", "Fjord School",
            "country", "NO",
            "place", "Bergen",
            "size", "SMALL",
            "industry", "SCHOOLS",
            "needs", "Moving our mail.",
            "language", "en",
            "contactAgreed", "true",
            "shareAgreed", "true"
        };
    }

    private static Form newAddress(Actor customer) {
        String email = "it-" + UUID.randomUUID() + "@school.example";
        return by(customer, "/settings/notifications", "email", email, "language", "ja", "topics", "REVIEWS");
    }

    private UUID address(Actor customer) throws Exception {
        send(newAddress(customer));
        return database.queryForObject(
                "select id from notification_address where tenant_id = ?",
                UUID.class,
                customer.tenant().value());
    }

    private void addReviews(Map<String, Scenario> scenarios) {
        String list = "/settings/access-reviews";
        scenarios.put(list, () -> {
            Actor customer = customer();
            invitations.relationship(tenants.partner(), customer, PartnerType.GDAP);
            return by(customer, list);
        });
        scenarios.put(list + "/{review}", () -> {
            Actor customer = customer();
            UUID relationship = invitations.relationship(tenants.partner(), customer, PartnerType.GDAP);
            send(by(customer, list));
            UUID review = database.queryForObject(
                    "select id from access_review where customer_id = ?",
                    UUID.class,
                    customer.tenant().value());
            String kept = relationship + "_" + USER_ADMINISTRATOR;
            String removed = relationship + "_" + SERVICE_SUPPORT_ADMINISTRATOR;
            return by(
                    customer,
                    list + "/" + review,
                    "shown",
                    kept,
                    "shown",
                    removed,
                    "decisions[" + kept + "]",
                    "KEPT",
                    "decisions[" + removed + "]",
                    "REMOVED",
                    "note",
                    "Looked at with IT.",
                    "signed",
                    "true");
        });
    }

    private void addPasswords(Map<String, Scenario> scenarios) {
        scenarios.put("/password/forgotten", () -> {
            String email = customer().email();
            return new Form(
                    null,
                    session("/password/forgotten"),
                    "/password/forgotten",
                    "id",
                    Ids.next().toString(),
                    "email",
                    email);
        });
        scenarios.put("/password", () -> {
            Actor customer = customer();
            send(by(operator(), "/operator/accounts/" + customer.account() + "/send-link"));
            String mail = database.queryForObject(
                    "select plain from mail where recipient = ?", String.class, customer.email());
            Matcher link = Pattern.compile("/p/\\S+").matcher(mail);
            assertThat(link.find()).isTrue();
            return new Form(null, session(link.group()), "/password", "password", "a long enough password");
        });
    }

    private Actor operator() {
        return tenants.operator();
    }

    private void addOperator(Map<String, Scenario> scenarios) {
        String organisations = "/operator/tenants";
        scenarios.put(organisations + "/new", () -> {
            String[] fields = organisation();
            return by(operator(), organisations + "/new", fields);
        });
        scenarios.put(
                organisations + "/{tenant}/disable",
                () -> by(operator(), organisations + "/" + customer().tenant() + "/disable"));
        scenarios.put(organisations + "/{tenant}/enable", () -> {
            Actor customer = customer();
            tenants.disableTenant(customer);
            return by(operator(), organisations + "/" + customer.tenant() + "/enable");
        });
        scenarios.put(
                organisations + "/{tenant}/make-partner",
                () -> by(
                        operator(),
                        organisations + "/" + customer().tenant() + "/make-partner",
                        "phone",
                        "+44 20 5550 0100",
                        "supportEmail",
                        "support@partner.example"));
        scenarios.put(organisations + "/{tenant}/invite-admin", () -> {
            Actor customer = tenants.customer();
            return by(
                    operator(),
                    organisations + "/" + customer.tenant() + "/invite-admin",
                    "id",
                    Ids.next().toString(),
                    "name",
                    "Aki",
                    "email",
                    "aki@" + customer.email().replaceAll("^.*@", ""),
                    "language",
                    "ja");
        });
        String accounts = "/operator/accounts/";
        scenarios.put(
                accounts + "{account}/disable",
                () -> by(operator(), accounts + customer().account() + "/disable"));
        scenarios.put(accounts + "{account}/enable", () -> {
            Actor customer = customer();
            tenants.disableAccount(customer.account());
            return by(operator(), accounts + customer.account() + "/enable");
        });
        scenarios.put(
                accounts + "{account}/send-link",
                () -> by(
                        operator(),
                        accounts + customer().account() + "/send-link",
                        "link",
                        Ids.next().toString()));
        scenarios.put("/operator/trail", () -> {
            database.update("delete from trail_check");
            return by(operator(), "/operator/trail", "id", Ids.next().toString());
        });
        scenarios.put("/operator/jobs/{job}/run", () -> {
            String job = "job" + UUID.randomUUID();
            database.update(
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                            + " consecutive_failures, version) values (?, ?, ?, false, 3, 1)",
                    job,
                    job,
                    OffsetDateTime.now(ZoneOffset.UTC).plusDays(1));
            return by(operator(), "/operator/jobs/" + job + "/run");
        });
    }

    private void addAgreements(Map<String, Scenario> scenarios) {
        String list = "/operator/agreements";
        scenarios.put("/partner/customers/{customer}/agreement", () -> {
            Actor partner = tenants.partner();
            Actor customer = customer();
            invitations.relationship(partner, customer, PartnerType.RESELLER);
            UUID next = draft(tenants.operator());
            publish(tenants.operator(), next);
            return by(partner, "/partner/customers/" + customer.tenant() + "/agreement");
        });
        scenarios.put(list + "/new", () -> by(tenants.operator(), list + "/new", version(Ids.next())));
        scenarios.put(list + "/{id}/edit", () -> {
            Actor operator = tenants.operator();
            UUID draft = draft(operator);
            return by(operator, list + "/" + draft + "/edit", version(draft));
        });
        scenarios.put(list + "/{id}/publish", () -> {
            Actor operator = tenants.operator();
            return by(operator, list + "/" + draft(operator) + "/publish", "revision", "0", "confirmed", "true");
        });
        scenarios.put(list + "/{id}/delete", () -> {
            Actor operator = tenants.operator();
            return by(operator, list + "/" + draft(operator) + "/delete");
        });
        scenarios.put(list + "/{id}/demand", () -> {
            Actor operator = tenants.operator();
            UUID version = draft(operator);
            publish(operator, version);
            database.update("delete from agreement_announcement where agreement_id = ?", version);
            return by(operator, list + "/" + version + "/demand");
        });
    }

    private static String[] version(UUID id) {
        String name = "v" + UUID.randomUUID().toString().substring(0, 30);
        return new String[] {"id", id.toString(), "revision", "0", "name", name, "enText", "Terms", "jaText", "条項"};
    }

    private UUID draft(Actor operator) throws Exception {
        UUID id = Ids.next();
        send(by(operator, "/operator/agreements/new", version(id)));
        return id;
    }

    private void publish(Actor operator, UUID draft) throws Exception {
        String address = "/operator/agreements/" + draft + "/publish";
        assertThat(isDone(send(by(operator, address, "revision", "0", "confirmed", "true"))))
                .isTrue();
    }

    private Actor customer() {
        return tenants.customer(AdminRole.BILLING_ADMINISTRATOR, AdminRole.GLOBAL_ADMINISTRATOR);
    }

    private static Form by(Actor person, String address, String... fields) {
        return new Form(person, null, address, fields);
    }

    private Cookie session(String page) throws Exception {
        return browser.perform(get(page).param("continue", "/"))
                .andReturn()
                .getResponse()
                .getCookie("session");
    }

    /** The fields of the box "I have read the agreement", and more. */
    private String[] agreement(String version, String... more) {
        String current = agreements.current(Locale.ENGLISH).id().toString();
        return Stream.concat(Stream.of(version, current, "language", "en", "read", "true"), Stream.of(more))
                .toArray(String[]::new);
    }

    private Form signIn(Actor person) throws Exception {
        return new Form(
                null, session("/sign-in"), "/sign-in", "email", person.email(), "password", TenantFixture.PASSWORD);
    }

    private Actor signedInElsewhere() throws Exception {
        Actor person = customer();
        browser.perform(signIn(person).request());
        return person;
    }

    private static String[] organisation() {
        String domain = "d" + UUID.randomUUID() + ".example";
        return new String[] {
            "id", Ids.next().toString(),
            "organisation", "New school",
            "country", "JP",
            "domain", domain,
            "name", "Aki",
            "email", "aki@" + domain,
            "language", "en",
            "password", "a long enough password"
        };
    }

    private Form confirmation() throws Exception {
        Cookie session = session("/register");
        String[] organisation = organisation();
        browser.perform(new Form(null, session, "/register", organisation).request());
        String mail =
                database.queryForObject("select plain from mail where recipient = ?", String.class, organisation[11]);
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(mail);
        assertThat(code.find()).isTrue();
        return new Form(null, session, "/register/confirm", "code", code.group());
    }

    @Test
    void everyRouteThatTakesAFormIsHere() {
        Set<String> routes = new TreeSet<>(Set.of("/sign-in", "/sign-out")); // the framework's own
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.partnerportal")
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                routes.addAll(info.getPatternValues());
            }
        });
        routes.remove("/setup"); // done once and for all before: SetupRaces sends it many times
        assertThat(scenarios()).containsOnlyKeys(routes);
    }

    @TestFactory
    Stream<DynamicTest> theSecondClickSeesTheFirstResult() {
        return forEachForm(form -> {
            for (int click = 0; click < 2; click++) {
                assertThat(isDone(send(form))).isTrue();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> twoClicksAtTheSameMomentAreOne() {
        return forEachForm(form -> {
            var together = Executors.newFixedThreadPool(2);
            try {
                var barrier = new CyclicBarrier(2);
                Callable<Integer> click = () -> {
                    barrier.await();
                    return send(form);
                };
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : together.invokeAll(Collections.nCopies(2, click))) {
                    answers.add(answer.get());
                }
                assertThat(answers)
                        .allMatch(answer -> isDone(answer) || answer == CONFLICT)
                        .anyMatch(TwiceTests::isDone);
            } finally {
                together.shutdownNow();
            }
        });
    }

    /** What the first click shows is kept nowhere, so the second one can't show it: it makes no other, and says so. */
    @ParameterizedTest
    @MethodSource("shownOnce")
    void whatIsShownOnceIsNotMadeTwice(String route) throws Exception {
        Form form = scenarios().get(route).form();
        assertThat(send(form)).isEqualTo(OK);
        Map<String, Long> once = rows();
        assertThat(send(form)).isEqualTo(CONFLICT);
        assertThat(rows()).isEqualTo(once);
    }

    static Set<String> shownOnce() {
        return SHOWN_ONCE;
    }

    private interface Clicks {
        void on(Form form) throws Exception;
    }

    private Stream<DynamicTest> forEachForm(Clicks twice) {
        return scenarios().entrySet().stream()
                .filter(scenario -> !SHOWN_ONCE.contains(scenario.getKey()))
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> {
                    Form first = scenario.getValue().form();
                    Map<String, Long> none = rows();
                    assertThat(isDone(send(first))).as(scenario.getKey()).isTrue();
                    Map<String, Long> once = rows();
                    Form second = scenario.getValue().form(); // now, since only one version at a time is in force
                    Map<String, Long> prepared = rows();
                    twice.on(second);
                    assertThat(more(prepared, rows())).as(scenario.getKey()).isEqualTo(more(none, once));
                }));
    }

    private int send(Form form) throws Exception {
        return browser.perform(form.request()).andReturn().getResponse().getStatus();
    }

    private static boolean isDone(int status) {
        return status >= 300 && status < 400;
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'", String.class)) {
            if (!NOT_COUNTED.contains(table)) {
                String which = switch (table) {
                    case "trail_entry" -> WHAT_CHANGED;
                    case "limit_use", "limit_subject" -> " where limit_name <> 'REFUSALS_ON_BEHALF'";
                    default -> "";
                };
                rows.put(table, database.queryForObject("select count(*) from " + table + which, Long.class));
            }
        }
        assertThat(rows).containsKeys("mail", "trail_entry");
        return rows;
    }

    private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> more = new TreeMap<>();
        after.forEach((table, count) -> more.put(table, count - before.get(table)));
        return more;
    }
}
