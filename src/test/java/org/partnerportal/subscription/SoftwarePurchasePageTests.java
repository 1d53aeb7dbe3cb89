package org.partnerportal.subscription;

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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A customer buys a vendor's software, has it like everything else it bought, and keeps what it has. */
@PortalTest
class SoftwarePurchasePageTests {

    private static final String CATALOGUE = "/billing/purchase-services";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private SubscriptionFixture fixture;

    @Autowired
    private SoftwareFixture software;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private Actor vendor;
    private UUID relationship;
    private UUID product;
    private String page;

    @BeforeEach
    void productOfAVendor() {
        customer = fixture.customer();
        vendor = tenants.partner();
        relationship = invitations.relationship(vendor, customer, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
        product = software.onSale(vendor);
        page = CATALOGUE + "/software/" + product;
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

    private ResultActions buy(Actor person, String address, String id, String quantity, String price) throws Exception {
        return send(person, address, "id", id, "term", "MONTH", "quantity", quantity, "price", price);
    }

    private ResultActions buy(Actor person) throws Exception {
        return buy(person, page, Ids.next().toString(), "3", SoftwareFixture.MONTH_IN_GBP);
    }

    private long bought() {
        return database.queryForObject(
                "select count(*) from subscription where customer_id = ?",
                Long.class,
                customer.tenant().value());
    }

    @Test
    void aBillingAdministratorFindsReviewsAndBuysIt() throws Exception {
        Actor billing = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        open(billing, CATALOGUE)
                .andExpect(content()
                        .string(allOf(
                                containsString("From your software vendors"),
                                containsString("Class Roster"),
                                containsString(vendor.tenantName()),
                                containsString("£1.90"))));
        open(billing, page).andExpect(content().string(containsString("For classes")));
        String id = Ids.next().toString();
        open(billing, page + "/review?id=" + id + "&term=YEAR&quantity=3")
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing is bought yet"),
                                containsString(vendor.tenantName()),
                                containsString("£57.00"),
                                containsString("name=\"price\" value=\"1900\""))));
        assertThat(bought()).isZero();
        for (int click = 0; click < 2; click++) {
            send(billing, page, "id", id, "term", "YEAR", "quantity", "3", "price", "1900")
                    .andExpect(redirectedUrl("/billing/your-products/" + id));
        }
        assertThat(bought()).isEqualTo(1);
        open(billing, page + "/review?id=" + id + "&term=YEAR&quantity=3")
                .andExpect(redirectedUrl("/billing/your-products/" + id));
    }

    @Test
    void itIsLikeEverythingElseThatWasBought() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 3);
        String mine = "/billing/your-products/" + id;
        open(customer, mine)
                .andExpect(content()
                        .string(allOf(
                                containsString("<h1>Class Roster</h1>"),
                                containsString(vendor.tenantName()),
                                containsString(mine + "/cancel"),
                                containsString(mine + "/quantity/review"))));
        open(customer, "/billing/your-products").andExpect(content().string(containsString("Class Roster")));
        open(customer, "/billing/billing-notifications").andExpect(content().string(containsString("Class Roster")));
        open(customer, "/billing/bills-and-payments")
                .andExpect(
                        content().string(allOf(containsString("Class Roster"), containsString(vendor.tenantName()))));
        open(customer, "/billing/licenses").andExpect(content().string(containsString("Class Roster")));
        String people = "/users/" + customer.account() + "/licenses";
        send(customer, people, "assign", id.toString()).andExpect(status().is3xxRedirection());
        open(customer, people).andExpect(content().string(containsString("Class Roster")));
        open(customer, "/billing/licenses/" + id)
                .andExpect(content().string(allOf(containsString("Class Roster"), containsString(customer.email()))));
        open(customer, "/settings/history?area=subscription")
                .andExpect(content().string(allOf(containsString("Class Roster / 名簿"), not(containsString("{0}")))));
        send(customer, mine + "/quantity", "shown", "3", "quantity", "5").andExpect(status().is3xxRedirection());
        send(customer, mine + "/cancel").andExpect(status().is3xxRedirection());
        open(customer, mine).andExpect(content().string(containsString("The cancellation can be undone")));
        send(customer, mine + "/undo-cancel").andExpect(status().is3xxRedirection());
        assertThat(fixture.one(customer, id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(database.queryForList(
                        "select distinct seller_name from invoice where subscription_id = ?", String.class, id))
                .containsExactly(vendor.tenantName());
    }

    @Test
    void theReadersLanguageNamesItEverywhere() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 3);
        database.update("update account set language = 'ja' where id = ?", customer.account());
        for (String address : new String[] {
            "/billing/your-products/" + id, "/billing/bills-and-payments", "/billing/billing-notifications", CATALOGUE
        }) {
            browser.perform(get(address).with(SignedIn.as(customer)).locale(Locale.JAPANESE))
                    .andExpect(content().string(containsString("名簿")));
        }
    }

    @Test
    void theInvoiceNamesTheVendorAndTheProduct() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 3);
        UUID invoice = database.queryForObject("select id from invoice where subscription_id = ?", UUID.class, id);
        byte[] pdf = open(customer, "/billing/bills-and-payments/" + invoice + "/pdf")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("ClassRoster", vendor.tenantName().replaceAll("\\s", ""), "£5.70");
        }
    }

    @Test
    void itKeepsTheNameAndThePriceOfItsDay() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 2);
        software.change(vendor, product, "Seating Plan", "9.90");
        assertThat(fixture.one(customer, id).title().en()).isEqualTo("Class Roster");
        fixture.changeQuantity(customer, id, 2, 4);
        assertThat(fixture.one(customer, id).price().minor()).isEqualTo(190);
        open(customer, CATALOGUE)
                .andExpect(content().string(allOf(containsString("Seating Plan"), containsString("£9.90"))));
        buy(customer)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The vendor changed the price")));
        assertThat(bought()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', 409", "0, 409", "-1, 409", "<script>, 409", "99999999999, 409"})
    void whoeverDidNotSeeThePriceBuysNothing(String price, int answer) throws Exception {
        buy(customer, page, Ids.next().toString(), "3", price).andExpect(status().is(answer));
        assertThat(bought()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "-1", "10001", "<script>", "1e3"})
    void aNumberIsOneThatCanBeBought(String quantity) throws Exception {
        buy(customer, page, Ids.next().toString(), quantity, SoftwareFixture.MONTH_IN_GBP)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>\""))));
        assertThat(bought()).isZero();
    }

    @Test
    void whoMayNotBuyReadsWhyAndBuysNothing() throws Exception {
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        open(reader, page).andExpect(content().string(containsString("at least a Billing Administrator")));
        buy(reader).andExpect(status().isForbidden());
        buy(tenants.colleague(customer)).andExpect(status().isForbidden());
        Actor without = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(vendor, without, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
        database.update(
                "delete from agreement_acceptance where customer_id = ?",
                without.tenant().value());
        open(without, page).andExpect(content().string(containsString("has not accepted the agreement in force")));
        buy(without).andExpect(status().isConflict());
        assertThat(bought()).isZero();
    }

    @Test
    void aVendorBuysNothingForItsCustomerAndChangesNothing() throws Exception {
        invitations.relationship(vendor, customer, PartnerType.RESELLER);
        UUID id = fixture.buySoftware(customer, product, 3);
        String sold = "/partner/customers/" + customer.tenant() + "/subscriptions";
        open(vendor, sold + "/new").andExpect(content().string(not(containsString("From your software vendors"))));
        open(vendor, sold + "/new/software").andExpect(status().isNotFound());
        open(vendor, sold + "/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Class Roster"),
                                containsString("buy and manage the software of their vendors themselves"),
                                not(containsString(id + "/cancel\"")))));
        send(vendor, sold + "/" + id + "/cancel").andExpect(status().isForbidden());
        send(vendor, sold + "/" + id + "/quantity", "shown", "3", "quantity", "9")
                .andExpect(status().isForbidden());
        assertThat(fixture.one(customer, id).quantity()).isEqualTo(3);
    }

    @Test
    void withoutARelationshipNothingIsFound() throws Exception {
        Actor other = fixture.customer();
        open(other, CATALOGUE).andExpect(content().string(containsString("No vendor offers you software now")));
        open(other, page).andExpect(status().isNotFound());
        buy(other).andExpect(status().isNotFound());
        invitations.relationship(vendor, other, PartnerType.RESELLER);
        open(other, CATALOGUE).andExpect(content().string(not(containsString("Class Roster"))));
        buy(other).andExpect(status().isConflict());
        UUID draft = software.draft(vendor);
        open(customer, CATALOGUE + "/software/" + draft).andExpect(status().isNotFound());
        open(customer, CATALOGUE + "/software/" + UUID.randomUUID()).andExpect(status().isNotFound());
        open(customer, CATALOGUE + "?before=-1").andExpect(status().isOk());
    }

    @Test
    void aWithdrawnProductIsBoughtNoMoreAndWhatRunsGoesOn() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 3);
        software.withdraw(vendor, product);
        open(customer, CATALOGUE).andExpect(content().string(not(containsString("Class Roster"))));
        open(customer, page).andExpect(content().string(containsString("is not on sale, or no longer")));
        buy(customer).andExpect(status().isConflict());
        fixture.changeQuantity(customer, id, 3, 5);
        fixture.takeSteps(id);
        assertThat(fixture.one(customer, id).quantity()).isEqualTo(5);
        assertThat(fixture.one(customer, id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void whenTheVendorLeavesItEndsWithItsTermAndNothingMoreIsBought() throws Exception {
        UUID id = fixture.buySoftware(customer, product, 3);
        String mine = "/billing/your-products/" + id;
        open(customer, "/settings/partner-relationships/" + vendor.tenant())
                .andExpect(content()
                        .string(allOf(
                                containsString("Class Roster"),
                                containsString("/billing/purchase-services#software"))));
        relationships.endAsPartner(vendor, customer.tenant(), relationship);
        assertThat(fixture.one(customer, id).cancelReason()).isEqualTo(CancelReason.SELLER_LEFT);
        open(customer, CATALOGUE).andExpect(content().string(not(containsString("Class Roster"))));
        open(customer, page).andExpect(content().string(containsString("no relationship in force")));
        buy(customer).andExpect(status().isConflict());
        open(customer, mine)
                .andExpect(content()
                        .string(allOf(
                                containsString("no longer offers software to this organisation"),
                                containsString("no relationship in force"),
                                not(containsString(mine + "/undo-cancel")))));
        send(customer, mine + "/undo-cancel").andExpect(status().isConflict());
        send(customer, mine + "/quantity", "shown", "3", "quantity", "4").andExpect(status().isConflict());
        send(customer, mine + "/quantity", "shown", "3", "quantity", "2").andExpect(status().is3xxRedirection());
    }

    @Test
    void eachKindOfRelationshipTakesItsOwnSales() {
        UUID reselling = invitations.relationship(vendor, customer, PartnerType.RESELLER);
        UUID sold = fixture.sell(vendor, customer, 5);
        UUID own = fixture.buySoftware(customer, product, 3);
        relationships.endAsPartner(vendor, customer.tenant(), reselling);
        assertThat(fixture.one(customer, sold).cancelReason()).isEqualTo(CancelReason.SELLER_LEFT);
        assertThat(fixture.one(customer, own).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        relationships.endAsPartner(vendor, customer.tenant(), relationship);
        assertThat(fixture.one(customer, own).cancelReason()).isEqualTo(CancelReason.SELLER_LEFT);
    }

    @Test
    void anotherRelationshipOfTheTypeLetsItGoOn() {
        invitations.relationship(vendor, customer, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
        UUID own = fixture.buySoftware(customer, product, 3);
        relationships.endAsPartner(vendor, customer.tenant(), relationship);
        assertThat(fixture.one(customer, own).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void aVendorThatIsSwitchedOffSellsNothing() throws Exception {
        tenants.disableTenant(vendor);
        open(customer, CATALOGUE).andExpect(content().string(not(containsString("Class Roster"))));
        buy(customer).andExpect(status().isConflict());
    }

    @Test
    void whatHasNoPriceInTheOwnCurrencyIsNotBought() throws Exception {
        database.update("delete from software_price where product_id = ? and currency = 'GBP'", product);
        open(customer, CATALOGUE).andExpect(content().string(not(containsString("Class Roster"))));
        open(customer, page).andExpect(content().string(containsString("no price in the currency")));
        buy(customer).andExpect(status().isConflict());
    }

    @Test
    void thoseWhoLookAfterTheBillsAreMailedWhatItIsCalled() {
        UUID id = fixture.buySoftware(customer, product, 3);
        assertThat(database.queryForList(
                        "select kind from mail where about = ? and recipient = ?", String.class, id, customer.email()))
                .contains("SubscriptionBought");
    }

    private List<Map<String, Object>> soldMails(UUID id, Actor to) {
        return database.queryForList(
                "select subject, plain from mail where kind = 'SoftwareSold' and about = ? and recipient = ?",
                id,
                to.email());
    }

    @Test
    void thoseOfTheVendorWhoSeeSalesAreMailedInTheirLanguage() {
        Actor second = tenants.colleague(vendor, AdminRole.ADMIN_AGENT);
        Actor helpdesk = tenants.colleague(vendor, AdminRole.HELPDESK_AGENT);
        database.update("update account set language = 'ja' where id = ?", second.account());
        UUID id = fixture.buySoftware(customer, product, 3);
        assertThat(soldMails(id, vendor)).singleElement().satisfies(mail -> {
            assertThat(mail.get("subject").toString()).contains(customer.tenantName());
            assertThat(mail.get("plain").toString())
                    .contains(
                            "Class Roster", "£5.70", "/partner/customers/" + customer.tenant() + "/subscriptions/" + id)
                    .doesNotContain(customer.name());
        });
        assertThat(soldMails(id, second))
                .singleElement()
                .satisfies(mail -> assertThat(mail.get("plain").toString()).contains("名簿", "購入しました"));
        assertThat(soldMails(id, helpdesk)).isEmpty();
        assertThat(soldMails(id, customer)).isEmpty();
        UUID other = fixture.buy(customer, 2);
        assertThat(soldMails(other, vendor)).as("nothing of the vendor's").isEmpty();
    }

    @Test
    void aVendorsPageOfSubscriptionsLeadsToItsSoftware() throws Exception {
        String sold = "/partner/customers/" + customer.tenant() + "/subscriptions";
        open(vendor, sold)
                .andExpect(content()
                        .string(allOf(
                                containsString("Customers buy your software themselves"),
                                containsString("href=\"/partner/software\""),
                                not(containsString("Buying waits")))));
        Actor neither = tenants.partner();
        invitations.relationship(neither, customer, PartnerType.OEM);
        open(neither, sold).andExpect(content().string(not(containsString("Customers buy your software themselves"))));
    }
}
