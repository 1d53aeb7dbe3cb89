package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.test.web.servlet.MvcResult;

/** What the start page counts and draws, on each database. */
abstract class StartPages {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Clock clock;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = subscriptions.customer();
    }

    private MvcResult page(Actor person) throws Exception {
        return browser.perform(get("/").with(SignedIn.as(person)))
                .andExpect(status().isOk())
                .andReturn();
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> model(MvcResult page, String name) {
        return (List<T>) page.getModelAndView().getModel().get(name);
    }

    private static List<String> figures(MvcResult page) {
        return StartPages.<Figure>model(page, "figures").stream()
                .map(figure -> figure.name() + " " + figure.text())
                .toList();
    }

    /** The bars of the chart of that name; none without it. */
    private static List<String> bars(MvcResult page, String name) {
        return StartPages.<Chart>model(page, "charts").stream()
                .filter(chart -> name.equals(chart.name() + chart.unit()))
                .flatMap(chart -> chart.bars().stream())
                .map(Chart.Bar::text)
                .toList();
    }

    @Test
    void aPartnerSeesCustomersAndWhatWaits() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        invitations.send(partner, tenants.customer());
        assertThat(figures(page(partner))).containsExactly("customers 1", "pending 1");
    }

    @Test
    void aCustomerSeesPartnersAndSpend() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        subscriptions.buy(customer, 5);
        MvcResult page = page(customer);
        assertThat(figures(page)).containsExactly("partners 1", "in-use 1", "spent £24.50");
        assertThat(bars(page, "spentGBP")).hasSize(12).last().isEqualTo("£24.50");
        assertThat(page.getResponse().getContentAsString())
                .contains("Invoices month by month (GBP)", ": £24.50</span>", ">25</span>");
    }

    @Test
    void whoeverHasNoRoleSeesNeither() throws Exception {
        subscriptions.buy(customer, 5);
        MvcResult page = page(tenants.colleague(customer));
        assertThat(figures(page)).isEmpty();
        assertThat(StartPages.<Chart>model(page, "charts")).isEmpty();
    }

    @Test
    void aSellerSeesWhatItSold() throws Exception {
        Actor reseller = subscriptions.reseller(customer);
        subscriptions.sell(reseller, customer, 2);
        assertThat(bars(page(reseller), "soldGBP")).hasSize(12).last().isEqualTo("£9.80");
        assertThat(bars(page(tenants.colleague(reseller, AdminRole.HELPDESK_AGENT)), "soldGBP"))
                .isEmpty();
    }

    @Test
    void eachEndIsCountedInItsMonth() throws Exception {
        invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID extended = invitations.relationship(partner, customer, PartnerType.GDAP);
        database.update("update relationship set auto_extend = true where id = ?", extended);
        invitations.relationship(tenants.partner(), customer, PartnerType.GDAP);
        YearMonth end =
                YearMonth.from(clock.instant().plus(Duration.ofDays(100)).atZone(partner.zone()));
        Chart chart = StartPages.<Chart>model(page(partner), "charts").get(0);
        assertThat(chart.bars())
                .hasSize(12)
                .filteredOn(bar -> bar.height() > 0)
                .containsExactly(new Chart.Bar(end, "1", "1", 100));
    }
}
