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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A customer and its reseller buy, change and cancel, each what is its own, and read why not where they can't. */
@PortalTest
class SubscriptionPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private SubscriptionFixture fixture;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;

    @BeforeEach
    void school() {
        customer = fixture.customer();
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions send(Actor person, String page, String... fields) throws Exception {
        var form = post(page).with(SignedIn.as(person)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            form.param(fields[at], fields[at + 1]);
        }
        return browser.perform(form);
    }

    private ResultActions buy(Actor person, String catalogue, String term, String quantity) throws Exception {
        return send(
                person, catalogue + "/works-start", "id", Ids.next().toString(), "term", term, "quantity", quantity);
    }

    private String sold() {
        return "/partner/customers/" + customer.tenant() + "/subscriptions";
    }

    private long bought() {
        return database.queryForObject(
                "select count(*) from subscription where customer_id = ?",
                Long.class,
                customer.tenant().value());
    }

    @Test
    void aBillingAdministratorBuysAndSeesTheInvoiceAndTheNotification() throws Exception {
        Actor billing = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        open(billing, "/billing/purchase-services")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("demo catalogue"), containsString("£4.90"))));
        open(billing, "/billing/purchase-services/works-start").andExpect(status().isOk());
        String page = buy(billing, "/billing/purchase-services", "YEAR", "3")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        open(billing, page)
                .andExpect(content().string(allOf(containsString("Works Start"), containsString("£147.00"))));
        open(billing, "/billing/your-products").andExpect(content().string(containsString("Works Start")));
        open(billing, "/billing/bills-and-payments").andExpect(content().string(containsString("£147.00")));
        open(billing, "/billing/billing-notifications")
                .andExpect(content().string(allOf(containsString("Product bought"), containsString(billing.name()))));
        open(billing, "/").andExpect(content().string(containsString("<strong>1</strong> <span>Subscriptions in use")));
        assertThat(database.queryForObject(
                        "select person_name from trail_entry where kind = 'SubscriptionBought' and customer_id = ?",
                        String.class,
                        customer.tenant().value()))
                .isEqualTo(billing.name());
    }

    @Test
    void whatItComesToIsShownBeforeAnythingIsBought() throws Exception {
        String page = "/billing/purchase-services/works-start";
        open(customer, page)
                .andExpect(content()
                        .string(allOf(
                                containsString(page + "/review"),
                                not(containsString("method=\"post\" action=\"" + page)))));
        String id = Ids.next().toString();
        open(customer, page + "/review?id=" + id + "&term=YEAR&quantity=3")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nothing is bought yet"),
                                containsString("£49.00 per year"),
                                containsString("£147.00"),
                                containsString(id))));
        open(customer, page + "?term=YEAR&quantity=3").andExpect(content().string(containsString("value=\"3\"")));
        open(customer, page + "/review").andExpect(status().isUnprocessableContent());
        open(customer, page + "/review?id=%3Cb%3E&term=YEAR&quantity=%3Cscript%3E")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>\""))));
        assertThat(bought()).isZero();
        send(customer, page, "id", id, "term", "YEAR", "quantity", "3").andExpect(status().is3xxRedirection());
        open(customer, page + "/review?id=" + id + "&term=YEAR&quantity=3")
                .andExpect(redirectedUrl("/billing/your-products/" + id));
    }

    @Test
    void aFormSentAgainBuysTheSameOnceAndRefusesSomethingElse() throws Exception {
        String page = "/billing/purchase-services/works-start";
        String id = Ids.next().toString();
        for (int click = 0; click < 2; click++) {
            send(customer, page, "id", id, "term", "MONTH", "quantity", "5")
                    .andExpect(redirectedUrl("/billing/your-products/" + id));
        }
        send(customer, page, "id", id, "term", "YEAR", "quantity", "50")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("sent already, with other content"),
                                containsString("href=\"/billing/your-products/" + id + "\""),
                                containsString("href=\"" + page + "\""))));
        assertThat(bought()).isEqualTo(1);
    }

    @Test
    void whatAnotherNumberComesToIsShownBeforeItIsChanged() throws Exception {
        UUID id = fixture.buy(customer, 5);
        String page = "/billing/your-products/" + id + "/quantity";
        open(customer, page + "/review?shown=5&quantity=7")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("5 → 7"),
                                containsString("For 2 more until"),
                                containsString("Buy the additional licenses"))));
        open(customer, page + "/review?shown=5&quantity=3")
                .andExpect(content().string(allOf(containsString("5 → 3"), containsString("Nothing</span>"))));
        open(customer, page + "/review?shown=5&quantity=5").andExpect(status().is3xxRedirection());
        open(customer, page + "/review").andExpect(status().isUnprocessableContent());
        assertThat(fixture.one(customer, id).quantity()).isEqualTo(5);
        send(customer, page, "shown", "5", "quantity", "7").andExpect(status().is3xxRedirection());
        open(customer, "/billing/billing-notifications").andExpect(content().string(containsString("Licenses: 5 → 7")));
    }

    @Test
    void theNavigationHasTheFiveWordsInBothLanguages() throws Exception {
        open(customer, "/billing/your-products")
                .andExpect(content()
                        .string(allOf(
                                containsString("Purchase services"),
                                containsString("Your products"),
                                containsString("Licenses"),
                                containsString("Bills &amp; payments"),
                                containsString("Billing notifications"))));
        database.update("update account set language = 'ja' where id = ?", customer.account());
        for (String page : List.of(
                "/billing/purchase-services", "/billing/your-products", "/billing/purchase-services/campus-class")) {
            browser.perform(get(page).with(SignedIn.as(customer)).locale(Locale.JAPANESE))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("サービスの購入"),
                                    containsString("お使いの製品"),
                                    containsString("ライセンス"),
                                    containsString("請求と支払い"),
                                    containsString("課金通知"))));
        }
    }

    @Test
    void whoMayNotBuyReadsWhyAndBuysNothing() throws Exception {
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        open(reader, "/billing/purchase-services")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("at least a Billing Administrator")));
        buy(reader, "/billing/purchase-services", "MONTH", "1").andExpect(status().isForbidden());
        Actor pupil = tenants.colleague(customer);
        open(pupil, "/billing/purchase-services").andExpect(status().isForbidden());
        open(pupil, "/billing/your-products").andExpect(status().isForbidden());
        open(pupil, "/billing/bills-and-payments").andExpect(status().isForbidden());
        open(pupil, "/billing/billing-notifications").andExpect(status().isForbidden());
        open(pupil, "/").andExpect(content().string(not(containsString("/billing/your-products"))));
        assertThat(bought()).isZero();
    }

    @Test
    void withoutTheAgreementNobodyBuys() throws Exception {
        Actor fresh = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        open(fresh, "/billing/purchase-services")
                .andExpect(content()
                        .string(allOf(containsString("has not accepted"), containsString("/billing/agreement"))));
        buy(fresh, "/billing/purchase-services", "MONTH", "1").andExpect(status().isConflict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MONTH | 0",
                "MONTH | -5",
                "MONTH | 10001",
                "MONTH | 99999999999999999999",
                "MONTH | 1e3",
                "MONTH | <script>",
                "MONTH | ''",
                "DECADE | 5",
                "'' | 5",
                "<script> | 5"
            })
    void whatMakesNoSenseIsNotBoughtAndStaysInTheForm(String term, String quantity) throws Exception {
        buy(customer, "/billing/purchase-services", term, quantity)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("There is a problem"),
                                containsString("Error: "),
                                not(containsString("<script>\"")))));
        assertThat(bought()).isZero();
    }

    @Test
    void aFormOfAnotherIdOrNoneBuysOnceAndUnknownProductsAreNotFound() throws Exception {
        send(customer, "/billing/purchase-services/works-start", "id", "1-or-1=1", "term", "MONTH", "quantity", "1")
                .andExpect(status().is3xxRedirection());
        send(customer, "/billing/purchase-services/works-start", "term", "MONTH", "quantity", "1")
                .andExpect(status().is3xxRedirection());
        assertThat(bought()).isEqualTo(2);
        open(customer, "/billing/purchase-services/no-product").andExpect(status().isNotFound());
        open(customer, "/billing/your-products?show=nonsense&before=nonsense").andExpect(status().isOk());
        open(customer, "/billing/bills-and-payments?before=-1").andExpect(status().isOk());
        open(customer, "/billing/billing-notifications?before=-1").andExpect(status().isOk());
        open(customer, "/billing/your-products/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "many", "", "<b>"})
    void anotherNumberHasToBeANumber(String quantity) throws Exception {
        UUID id = fixture.buy(customer, 5);
        send(customer, "/billing/your-products/" + id + "/quantity", "shown", "5", "quantity", quantity)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("whole number")));
        assertThat(fixture.one(customer, id).quantity()).isEqualTo(5);
    }

    @Test
    void fewerThanAreHeldIsRefusedAndTellsWhoHoldsThem() throws Exception {
        UUID id = fixture.buy(customer, 2);
        Actor ann = tenants.colleague(customer);
        send(customer, "/users/" + ann.account() + "/licenses", "assign", id.toString())
                .andExpect(status().is3xxRedirection());
        send(customer, "/users/" + customer.account() + "/licenses", "assign", id.toString())
                .andExpect(status().is3xxRedirection());
        send(customer, "/billing/your-products/" + id + "/quantity", "shown", "2", "quantity", "1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("More people hold a license"),
                                containsString("People who hold a license: 2"),
                                containsString(ann.name()))));
    }

    @Test
    void aNumberThatChangedMeanwhileIsNotOverwritten() throws Exception {
        UUID id = fixture.buy(customer, 5);
        fixture.changeQuantity(customer, id, 5, 8);
        send(customer, "/billing/your-products/" + id + "/quantity", "shown", "5", "quantity", "6")
                .andExpect(status().isConflict());
        assertThat(fixture.one(customer, id).quantity()).isEqualTo(8);
    }

    @Test
    void cancelingIsAskedFirstAndCanBeUndone() throws Exception {
        UUID id = fixture.buy(customer, 5);
        String page = "/billing/your-products/" + id;
        open(customer, page + "/cancel").andExpect(content().string(containsString("Cancel Works Start?")));
        send(customer, page + "/cancel").andExpect(status().is3xxRedirection());
        open(customer, page).andExpect(content().string(containsString("Undo the cancellation")));
        open(customer, "/billing/your-products?show=canceled")
                .andExpect(content().string(containsString(page)));
        send(customer, page + "/undo-cancel").andExpect(status().is3xxRedirection());
        open(customer, "/billing/your-products?show=canceled")
                .andExpect(content().string(containsString("Nothing matches")));
    }

    @Test
    void aResellerSellsChangesAndCancelsAndBothReadIt() throws Exception {
        Actor partner = fixture.reseller(customer);
        open(partner, sold() + "/new").andExpect(content().string(containsString("Buy for " + customer.tenantName())));
        String page = buy(partner, sold() + "/new", "MONTH", "4")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        send(partner, page + "/quantity", "shown", "4", "quantity", "6").andExpect(status().is3xxRedirection());
        send(partner, page + "/cancel").andExpect(status().is3xxRedirection());
        send(partner, page + "/undo-cancel").andExpect(status().is3xxRedirection());
        open(partner, sold()).andExpect(content().string(containsString("Works Start")));
        open(partner, "/partner/customers/" + customer.tenant() + "/invoices")
                .andExpect(content().string(containsString("£19.60")));
        open(partner, "/").andExpect(content().string(containsString("Sold to customers this month")));
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        open(customer, "/billing/your-products/" + id)
                .andExpect(content()
                        .string(allOf(containsString(partner.tenantName()), containsString("A partner sold this"))));
        send(customer, "/billing/your-products/" + id + "/cancel").andExpect(status().isConflict());
        assertThat(database.queryForList(
                        "select on_behalf_of_id from trail_entry where subject_id = ? and partner_id = ?",
                        UUID.class,
                        id,
                        partner.tenant().value()))
                .hasSize(4)
                .containsOnly(customer.tenant().value());
    }

    @Test
    void aPartnerSeesWhatItSoldItselfAndNothingElse() throws Exception {
        Actor partner = fixture.reseller(customer);
        Actor other = fixture.reseller(customer);
        UUID own = fixture.buy(customer, 3);
        UUID others = fixture.sell(other, customer, 3);
        for (UUID id : List.of(own, others)) {
            open(partner, sold() + "/" + id).andExpect(status().isNotFound());
            send(partner, sold() + "/" + id + "/cancel").andExpect(status().isNotFound());
        }
        open(partner, sold()).andExpect(content().string(containsString("Nothing is in use")));
        open(partner, "/partner/customers/" + customer.tenant() + "/invoices")
                .andExpect(content().string(containsString("There are no invoices")));
        open(fixture.reseller(fixture.customer()), sold()).andExpect(status().isNotFound());
    }

    @Test
    void aPartnerWithoutTheAgreementAsksForIt() throws Exception {
        Actor partner = fixture.reseller(customer);
        UUID id = fixture.sell(partner, customer, 3);
        database.update(
                "delete from agreement_acceptance where customer_id = ?",
                customer.tenant().value());
        open(partner, sold() + "/new")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ask the customer to accept"),
                                containsString("/partner/customers/" + customer.tenant() + "/agreement"))));
        buy(partner, sold() + "/new", "MONTH", "1").andExpect(status().isConflict());
        send(partner, sold() + "/" + id + "/quantity", "shown", "3", "quantity", "4")
                .andExpect(status().isConflict());
        send(partner, sold() + "/" + id + "/cancel").andExpect(status().isConflict());
    }

    @Test
    void onlyPartnersThatSellSell() throws Exception {
        Actor partner = tenants.partner();
        invitations.relationship(partner, customer, PartnerType.ADVISOR);
        open(partner, sold()).andExpect(status().isOk());
        buy(partner, sold() + "/new", "MONTH", "1").andExpect(status().isConflict());
        Actor seller = fixture.reseller(customer);
        Actor helpdesk = tenants.colleague(seller, AdminRole.HELPDESK_AGENT);
        buy(helpdesk, sold() + "/new", "MONTH", "1").andExpect(status().isForbidden());
        Actor sales = tenants.colleague(seller, AdminRole.SALES_AGENT);
        buy(sales, sold() + "/new", "MONTH", "1").andExpect(status().is3xxRedirection());
    }

    @Test
    void whoEndsTheRelationshipReadsWhatEndsWithIt() throws Exception {
        Actor partner = tenants.partner();
        UUID relationship = invitations.relationship(partner, customer, PartnerType.RESELLER);
        UUID id = fixture.sell(partner, customer, 3);
        String reference = fixture.one(customer, id).reference();
        String asCustomer = "/settings/partner-relationships/" + partner.tenant() + "/" + relationship + "/end";
        String asPartner = "/partner/customers/" + customer.tenant() + "/" + relationship + "/end";
        open(customer, asCustomer).andExpect(content().string(containsString(reference)));
        open(partner, asPartner).andExpect(content().string(containsString(reference)));
        send(customer, asCustomer).andExpect(status().is3xxRedirection());
        open(customer, "/billing/your-products/" + id)
                .andExpect(content().string(containsString("no longer sells to this organisation")));
        open(customer, "/billing/billing-notifications")
                .andExpect(content()
                        .string(allOf(
                                containsString("By " + partner.name() + " (" + partner.tenantName() + ") · term"),
                                containsString("By " + customer.name() + " · term"),
                                containsString("Because the relationship with " + partner.tenantName()
                                        + ", which sold it, ended."))));
        buy(partner, sold() + "/new", "MONTH", "1").andExpect(status().isConflict());
    }

    @Test
    void domainsAreForWhoeverHoldsBothRoles() throws Exception {
        Actor both = tenants.colleague(customer, AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        String page = "/billing/purchase-services/domain-name";
        open(customer, page).andExpect(content().string(containsString("both Domain Name Administrator")));
        open(both, page)
                .andExpect(content()
                        .string(allOf(containsString("id=\"domain\""), not(containsString("id=\"quantity\"")))));
        String domain = "D" + UUID.randomUUID() + ".Example";
        String id = Ids.next().toString();
        send(customer, page, "id", id, "term", "YEAR", "domain", domain).andExpect(status().isForbidden());
        send(both, page, "id", id, "term", "YEAR", "domain", "not a domain")
                .andExpect(status().isUnprocessableContent());
        send(both, page, "id", id, "term", "YEAR", "domain", "x".repeat(10_000))
                .andExpect(status().isUnprocessableContent());
        send(both, page, "id", id, "term", "YEAR", "domain", domain).andExpect(status().is3xxRedirection());
        send(both, page, "id", Ids.next().toString(), "term", "YEAR", "domain", domain)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Somebody has this domain")));
        send(customer, "/billing/your-products/" + id + "/cancel").andExpect(status().isForbidden());
        open(both, "/billing/your-products/" + id)
                .andExpect(content().string(containsString(domain.toLowerCase(Locale.ROOT))));
        Actor partner = fixture.reseller(customer);
        open(partner, sold() + "/new/domain-name")
                .andExpect(content().string(containsString("Domain subscriptions are not managed by partners")));
        send(partner, sold() + "/new/domain-name", "term", "YEAR", "domain", "other.example")
                .andExpect(status().isForbidden());
    }
}
