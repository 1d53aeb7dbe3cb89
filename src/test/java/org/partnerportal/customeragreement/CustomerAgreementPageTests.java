package org.partnerportal.customeragreement;

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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.agreement.AgreementRecord;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.agreement.AgreementTest;
import org.partnerportal.agreement.NewAgreement;
import org.partnerportal.agreement.Place;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A partner whose purchases wait: what it sees, asking the customer, and the records that are its own too. */
@AgreementTest
class CustomerAgreementPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private CustomerAgreementService customerAgreements;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;
    private UUID relationship;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationship = invitations.relationship(partner, customer, PartnerType.RESELLER);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void publishNext() {
        String name = "v" + UUID.randomUUID().toString().substring(0, 30);
        List<NewAgreement.Text> texts =
                List.of(new NewAgreement.Text("en", "Terms", null), new NewAgreement.Text("ja", "条項", null));
        agreements.publish(tenants.operator(), Ids.next(), new NewAgreement(name, null, texts));
    }

    private void accept() {
        agreements.accept(
                customer,
                agreements.current(Locale.ENGLISH).id(),
                "en",
                true,
                Place.AGREEMENT_PAGE,
                InvitationFixture.ORIGIN);
    }

    private String page() {
        return "/partner/customers/" + customer.tenant();
    }

    private ResultActions open(Actor person, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.since(person, clock.instant())));
    }

    private ResultActions ask(Actor person) throws Exception {
        return browser.perform(post(page() + "/agreement")
                .with(SignedIn.since(person, clock.instant()))
                .with(csrf()));
    }

    private long mails() {
        return database.queryForObject(
                "select count(*) from mail where kind = 'AcceptanceRequested' and recipient = ?",
                Long.class,
                customer.email());
    }

    @Test
    void thePartnerMayBuyUntilANewVersionPutsTheCustomerIntoAcceptAgain() throws Exception {
        assertThat(customerAgreements.mayPurchase(partner, customer.tenant())).isEmpty();
        customerAgreements.requirePurchase(partner, customer.tenant());
        open(partner, page())
                .andExpect(content().string(containsString("You may buy and manage subscriptions")))
                .andExpect(content().string(not(containsString("Ask the customer to accept"))));

        publishNext();

        assertThat(customerAgreements.mayPurchase(partner, customer.tenant()))
                .contains(CustomerAgreementRefusal.AGREEMENT_NOT_ACCEPTED);
        assertThatThrownBy(() -> customerAgreements.requirePurchase(partner, customer.tenant()))
                .isInstanceOf(RefusedException.class);
        open(partner, page())
                .andExpect(content().string(containsString("Has to accept again")))
                .andExpect(content().string(containsString("Purchases wait until the customer accepts")))
                .andExpect(content().string(containsString("Ask the customer to accept")));
        accept();
        assertThat(customerAgreements.mayPurchase(partner, customer.tenant())).isEmpty();
    }

    @Test
    void askingMailsTheBillingAdminsInTheirLanguageOnceADay() throws Exception {
        publishNext();
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        database.update("update account set language = 'ja' where id = ?", customer.account());

        ask(helpdesk)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Only admin agents and sales agents")));
        ask(partner).andExpect(redirectedUrl(page() + "/agreement"));
        assertThat(mails()).isEqualTo(1);
        assertThat(database.queryForObject(
                        "select plain from mail where kind = 'AcceptanceRequested' and recipient = ?",
                        String.class,
                        customer.email()))
                .contains("/billing/agreement", "契約を読んで同意する", partner.tenantName());
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where kind = 'AcceptanceRequested' and customer_id = ?"
                                + " and partner_id = ?",
                        Long.class,
                        customer.tenant().value(),
                        partner.tenant().value()))
                .isEqualTo(1);

        ask(partner).andExpect(status().is3xxRedirection()); // the second click of two
        ask(sales)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("within the last 24 hours")));
        assertThat(mails()).isEqualTo(1);
        open(partner, page() + "/agreement")
                .andExpect(content().string(containsString("Last asked by sam")))
                .andExpect(content().string(containsString("within the last 24 hours")));
        clock.advance(Duration.ofDays(1));
        ask(sales).andExpect(status().is3xxRedirection());
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void manyWhoAskAtOnceAreOneMail() throws Exception {
        publishNext();
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        for (int round = 0; round < 25; round++) {
            clock.reset();
            database.update(
                    "update acceptance_request set asked_at = asked_at - interval '2' day where customer_id = ?",
                    customer.tenant().value());
            List<String> told = Races.meet(List.of(
                    () -> {
                        customerAgreements.ask(partner, customer.tenant());
                        return null;
                    },
                    () -> {
                        customerAgreements.ask(sales, customer.tenant());
                        return null;
                    }));
            assertThat(told).containsExactlyInAnyOrder(Races.DONE, "ASKED_TODAY");
            assertThat(mails()).isEqualTo(round + 1);
        }
    }

    @Test
    void whatIsAcceptedIsNotAskedFor() throws Exception {
        ask(partner)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has accepted the agreement in force already")));
        assertThat(mails()).isZero();
    }

    @Test
    void withoutARelationshipInForceThePartnerNeitherBuysNorAsks() throws Exception {
        publishNext();
        relationships.endAsPartner(partner, customer.tenant(), relationship);

        ask(partner)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("no active relationship")));
        assertThat(customerAgreements.mayPurchase(partner, customer.tenant()))
                .contains(CustomerAgreementRefusal.NEEDS_RESELLER);
    }

    @Test
    void anotherPartnersCustomerIsNotFound() throws Exception {
        Actor stranger = tenants.partner();
        UUID record = agreements.records(customer.tenant()).get(0).id();

        ask(stranger).andExpect(status().isNotFound());
        for (String address : List.of("", "/records/" + record, "/records/" + record + "/pdf")) {
            open(stranger, page() + "/agreement" + address).andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> customerAgreements.mayPurchase(stranger, customer.tenant()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theRecordIsThePartnersTooForEverAndTheSameBytesForBoth() throws Exception {
        AgreementRecord record = agreements.records(customer.tenant()).get(0);
        byte[] partners = open(partner, page() + "/agreement/records/" + record.id() + "/pdf")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(open(customer, "/billing/agreement/records/" + record.id() + "/pdf")
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(partners);
        open(partner, page() + "/agreement/records/" + record.id())
                .andExpect(content().string(containsString(record.sha256())))
                .andExpect(content().string(containsString(customer.email())));

        relationships.endAsPartner(partner, customer.tenant(), relationship);
        publishNext();
        clock.advance(Duration.ofDays(400));
        accept();
        AgreementRecord later = agreements.records(customer.tenant()).get(0);

        assertThat(open(partner, page() + "/agreement/records/" + record.id() + "/pdf")
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(partners);
        open(partner, page() + "/agreement")
                .andExpect(content().string(containsString(record.reference())))
                .andExpect(content().string(not(containsString(later.reference()))));
        open(partner, page() + "/agreement/records/" + later.id()).andExpect(status().isNotFound());
    }

    @Test
    void aRecordOfAnotherCustomerIsNotFoundUnderThisOne() throws Exception {
        Actor other = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(partner, other, PartnerType.RESELLER);
        UUID foreign = agreements.records(other.tenant()).get(0).id();

        open(partner, page() + "/agreement/records/" + foreign).andExpect(status().isNotFound());
        open(customer, "/billing/agreement/records/" + foreign).andExpect(status().isNotFound());
    }
}
