package org.partnerportal.mpsa;

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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A customer lets two partners see each other's purchases and takes it back; each of them sees just those. */
@PortalTest
class MpsaPageTests {

    private static final String SETTINGS = "/settings/partner-relationships/mpsa";

    @Autowired
    private MockMvc browser;

    @Autowired
    private MpsaFixture fixture;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private Actor one;
    private Actor other;

    @BeforeEach
    void twoPartners() {
        customer = subscriptions.customer();
        one = fixture.partner(customer);
        other = fixture.partner(customer);
    }

    private ResultActions open(Actor person, String page) throws Exception {
        return browser.perform(get(page).with(SignedIn.as(person)));
    }

    private ResultActions allow(Actor person, String first, String second) throws Exception {
        return browser.perform(post(SETTINGS + "/allow")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("first", first)
                .param("second", second));
    }

    private ResultActions takeBack(Actor person, UUID consent) throws Exception {
        return browser.perform(post(SETTINGS + "/" + consent + "/take-back")
                .with(SignedIn.as(person))
                .with(csrf()));
    }

    private long timesInHistory(Actor person, String filter) throws Exception {
        String page = open(person, "/settings/history" + filter)
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("<strong>MPSA partners may see each other")
                .matcher(page)
                .results()
                .count();
    }

    private String purchases() {
        return "/partner/customers/" + customer.tenant() + "/mpsa-purchases";
    }

    private long pairs() {
        return database.queryForObject(
                "select count(*) from mpsa_consent where customer_id = ? and taken_back_at is null",
                Long.class,
                customer.tenant().value());
    }

    @Test
    void aBillingAdministratorAllowsAPairAndTakesItBack() throws Exception {
        Actor billing = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(other, customer, PartnerType.RESELLER);
        subscriptions.sell(other, customer, 4_321);
        open(billing, "/settings/partner-relationships").andExpect(content().string(containsString(SETTINGS)));
        open(billing, SETTINGS)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No pair is allowed")));
        open(one, purchases())
                .andExpect(content()
                        .string(allOf(containsString("You are not allowed to see"), not(containsString(">4321<")))));
        open(billing, SETTINGS + "/allow?first=" + one.tenant() + "&second=" + other.tenant())
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(one.tenantName()),
                                containsString(other.tenantName()),
                                containsString("prices, invoices"))));
        assertThat(pairs()).as("asking allows nothing").isZero();
        allow(billing, one.tenant().toString(), other.tenant().toString()).andExpect(redirectedUrl(SETTINGS));
        open(customer, SETTINGS)
                .andExpect(content().string(allOf(containsString(one.tenantName()), containsString(billing.name()))));
        open(one, "/partner/customers/" + customer.tenant()).andExpect(content().string(containsString(purchases())));
        open(one, purchases())
                .andExpect(content()
                        .string(allOf(
                                containsString(">4321<"),
                                containsString("Works Start"),
                                containsString(other.tenantName()),
                                not(containsString("£")))));
        open(other, purchases()).andExpect(content().string(containsString("Nothing sold yet")));
        assertThat(timesInHistory(customer, "")).as("one act is one line").isEqualTo(1);
        assertThat(timesInHistory(customer, "?kind=MpsaAllowed")).isEqualTo(1);
        for (Actor partner : List.of(one, other)) {
            assertThat(timesInHistory(customer, "?with=" + partner.tenant())).isEqualTo(1);
            assertThat(timesInHistory(partner, "")).isEqualTo(1);
        }
        open(one, "/settings/history").andExpect(content().string(containsString(other.tenantName())));
        open(other, "/settings/history").andExpect(content().string(containsString(one.tenantName())));
        UUID consent = database.queryForObject(
                "select id from mpsa_consent where customer_id = ?",
                UUID.class,
                customer.tenant().value());
        open(billing, SETTINGS + "/" + consent + "/take-back").andExpect(status().isOk());
        takeBack(billing, consent).andExpect(redirectedUrl(SETTINGS));
        open(one, purchases()).andExpect(content().string(not(containsString(">4321<"))));
        open(billing, SETTINGS + "/" + consent + "/take-back")
                .andExpect(content().string(containsString("do not see each other’s purchases")));
    }

    @Test
    void inJapaneseToo() throws Exception {
        UUID consent = fixture.allow(customer, one, other);
        database.update("update account set language = 'ja' where id = ?", customer.account());
        String pair = "/allow?first=" + one.tenant() + "&second=" + other.tenant();
        for (String page : new String[] {"", pair, "/" + consent + "/take-back"}) {
            browser.perform(get(SETTINGS + page).with(SignedIn.as(customer)).locale(Locale.JAPANESE))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("MPSA パートナー")));
        }
    }

    @Test
    void readersSeeThePairsAndWhoCanChangeThem() throws Exception {
        UUID consent = fixture.allow(customer, one, other);
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        open(reader, SETTINGS)
                .andExpect(content().string(allOf(containsString(one.tenantName()), containsString(customer.email()))));
        open(reader, SETTINGS + "/" + consent + "/take-back")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("btn-danger"))));
        allow(reader, one.tenant().toString(), other.tenant().toString()).andExpect(status().isForbidden());
        takeBack(reader, consent).andExpect(status().isForbidden());
        assertThat(pairs()).isEqualTo(1);
        open(tenants.colleague(customer), SETTINGS).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-or-1=1", "<script>alert(1)</script>", "' or ''='", "\u0000", "🦊"})
    void whatNamesNoPartnerIsAnErrorAtItsField(String hostile) throws Exception {
        allow(customer, hostile, other.tenant().toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("href=\"#first\""), not(containsString("<script>alert")))));
        allow(customer, one.tenant().toString(), "x".repeat(1_000_000)).andExpect(status().isUnprocessableContent());
        open(customer, SETTINGS + "/allow?first=" + one.tenant() + "&second=" + one.tenant())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("the same partner twice")));
        assertThat(pairs()).isZero();
    }

    @Test
    void partnersOfOtherTypesAndOfOthersCanNotBeChosen() throws Exception {
        Actor reseller = subscriptions.reseller(customer);
        Actor elsewhere = fixture.partner(tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR));
        for (Actor wrong : new Actor[] {reseller, elsewhere}) {
            allow(customer, one.tenant().toString(), wrong.tenant().toString())
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(not(containsString(elsewhere.tenantName()))));
        }
        assertThat(pairs()).isZero();
    }

    @Test
    void withOnePartnerThereIsNothingToAllow() throws Exception {
        Actor school = subscriptions.customer();
        fixture.partner(school);
        open(school, "/settings/partner-relationships").andExpect(content().string(not(containsString(SETTINGS))));
        open(school, SETTINGS).andExpect(content().string(containsString("You have 1 now")));
        open(school, SETTINGS + "/allow").andExpect(redirectedUrl(SETTINGS));
    }

    @Test
    void whatIsNotYoursIsNotFound() throws Exception {
        UUID consent = fixture.allow(customer, one, other);
        Actor stranger = subscriptions.customer();
        open(stranger, SETTINGS + "/" + consent + "/take-back").andExpect(status().isNotFound());
        takeBack(stranger, consent).andExpect(status().isNotFound());
        open(tenants.partner(), purchases()).andExpect(status().isNotFound());
        open(one, purchases().replace(customer.tenant().toString(), "no-id")).andExpect(status().isNotFound());
        open(one, purchases() + "?before=-1").andExpect(status().isOk());
        assertThat(pairs()).isEqualTo(1);
    }

    @Test
    void helpdeskAgentsDoNotSeePurchases() throws Exception {
        fixture.allow(customer, one, other);
        Actor helpdesk = tenants.colleague(one, AdminRole.HELPDESK_AGENT);
        open(helpdesk, purchases()).andExpect(status().isForbidden());
        open(helpdesk, "/partner/customers/" + customer.tenant())
                .andExpect(content().string(not(containsString(purchases()))));
    }

    @Test
    void theQuestionBeforeAnEndNamesWithWhomPairsEnd() throws Exception {
        fixture.partner(customer);
        String page = "/settings/partner-relationships/" + one.tenant();
        String said = "no longer see each other’s purchases";
        open(customer, page).andExpect(content().string(not(containsString(said))));
        fixture.allow(customer, one, other);
        open(customer, page)
                .andExpect(content()
                        .string(allOf(containsString(said), containsString("<li>" + other.tenantName() + "</li>"))));
        open(one, "/partner/customers/" + customer.tenant())
                .andExpect(content().string(containsString("You and each of these " + said)));
    }
}
