package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Due;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The partner's list of invitations: what it finds, and by how many statements. */
abstract class InvitationLists {

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MockMvc browser;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void takesAtMostFourStatementsForAnyNumberOfRows() throws Exception {
        for (int number : List.of(1, 60)) {
            Actor partner = tenants.partner();
            Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            for (int count = 0; count < number; count++) {
                fixture.send(partner, customer);
            }
            statements.countAndReset();
            browser.perform(get("/partner/invitations").with(SignedIn.as(partner)))
                    .andExpect(status().isOk());
            assertThat(statements.countAndReset()).as("%s invitations", number).isBetween(1, 4);
        }
    }

    @Test
    void pagesShowEveryInvitationOnceNewestFirst() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        List<UUID> sent = new ArrayList<>();
        for (int count = 0; count < 120; count++) {
            sent.add(0, fixture.send(partner, customer));
        }
        List<UUID> seen = new ArrayList<>();
        UUID before = null;
        do {
            InvitationList page =
                    invitations.sent(partner, new InvitationFilter(InvitationFilter.Show.ALL, "", before));
            assertThat(page.count()).isEqualTo(120);
            page.lines().forEach(line -> seen.add(line.row().id()));
            before = page.next();
        } while (before != null);
        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void filtersByStatusByTheClock() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID pending = fixture.send(partner, customer);
        UUID accepted = fixture.send(partner, customer, PartnerType.RESELLER);
        fixture.accept(customer, accepted);
        UUID withdrawn = fixture.send(partner, customer);
        fixture.withdraw(partner, withdrawn);
        UUID changes = fixture.send(partner, customer);
        fixture.requestChanges(customer, changes);
        assertThat(shown(partner, InvitationFilter.Show.PENDING)).containsExactly(pending);
        assertThat(shown(partner, InvitationFilter.Show.CHANGES_REQUESTED)).containsExactly(changes);
        assertThat(shown(partner, InvitationFilter.Show.ACCEPTED)).containsExactly(accepted);
        assertThat(shown(partner, InvitationFilter.Show.WITHDRAWN)).containsExactly(withdrawn);
        assertThat(shown(partner, InvitationFilter.Show.LAPSED)).isEmpty();
        clock.advance(Duration.ofDays(30));
        assertThat(shown(partner, InvitationFilter.Show.PENDING)).isEmpty();
        assertThat(shown(partner, InvitationFilter.Show.CHANGES_REQUESTED)).isEmpty();
        assertThat(shown(partner, InvitationFilter.Show.LAPSED)).containsExactly(changes, pending);
    }

    private List<UUID> due() {
        return invitations.due(new Due(new UUID(0, 0), Instant.EPOCH), 10_000).stream()
                .map(Due::id)
                .toList();
    }

    @Test
    void findsWhatIsDueToLapseAndTellsTheSenderOnce() {
        Actor partner = tenants.partner();
        UUID pending = fixture.send(partner, tenants.customer(AdminRole.BILLING_ADMINISTRATOR));
        UUID withdrawn = fixture.send(partner, tenants.customer(AdminRole.BILLING_ADMINISTRATOR));
        fixture.withdraw(partner, withdrawn);
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID changes = fixture.send(partner, customer);
        fixture.requestChanges(customer, changes);
        assertThat(due()).doesNotContain(pending, withdrawn, changes);
        clock.advance(Duration.ofDays(30));
        assertThat(due()).contains(pending, changes).doesNotContain(withdrawn);
        invitations.lapse(List.of(changes));
        assertThat(due()).doesNotContain(changes);
        invitations.lapse(List.of(pending));
        invitations.lapse(List.of(pending));
        assertThat(due()).doesNotContain(pending);
        assertThat(database.queryForObject(
                        "select count(*) from mail where about = ? and kind = 'InvitationLapsed'", Long.class, pending))
                .isEqualTo(1);
    }

    @Test
    void findsByAddress() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID invitation = fixture.send(partner, customer);
        fixture.send(partner, tenants.customer(AdminRole.BILLING_ADMINISTRATOR));
        var filter =
                new InvitationFilter(InvitationFilter.Show.ALL, customer.email().toUpperCase(), null);
        assertThat(invitations.sent(partner, filter).lines())
                .extracting(line -> line.row().id())
                .containsExactly(invitation);
    }

    @Test
    void anotherPartnersInvitationsAreNotThere() {
        fixture.send(tenants.partner(), tenants.customer(AdminRole.BILLING_ADMINISTRATOR));
        assertThat(shown(tenants.partner(), InvitationFilter.Show.ALL)).isEmpty();
    }

    private List<UUID> shown(Actor partner, InvitationFilter.Show show) {
        return invitations.sent(partner, new InvitationFilter(show, "", null)).lines().stream()
                .map(line -> line.row().id())
                .toList();
    }
}
