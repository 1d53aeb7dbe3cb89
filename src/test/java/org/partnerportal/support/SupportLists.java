package org.partnerportal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
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

/** Long lists: a fixed number of statements a page, and every request once over all pages, the newest activity first. */
abstract class SupportLists {

    private static final int MOST_STATEMENTS = 4;
    /** What may be done there is read afresh for each page, and coming in is kept. */
    private static final int MOST_STATEMENTS_ON_BEHALF = 16;

    private static final Instant BEGIN = Instant.parse("2026-02-01T00:00:00Z");

    @Autowired
    private MockMvc browser;

    @Autowired
    private SupportService requests;

    @Autowired
    private SupportFixture fixture;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    private Actor admin;
    private Actor partner;

    @BeforeEach
    void advised() {
        admin = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        partner = tenants.partner();
        invitations.relationship(partner, admin, PartnerType.ADVISOR);
    }

    private int statementsOf(Actor person, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    private void fill(Actor opener, int count) {
        List<Object[]> rows = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            OffsetDateTime at = BEGIN.plusSeconds(number / 3).atOffset(ZoneOffset.UTC); // many at the same moment
            UUID id = UUID.randomUUID();
            rows.add(new Object[] {
                id, Ids.reference(), opener.tenant().value(), "Request " + number, opener.account(), at, at
            });
        }
        database.batchUpdate("""
                insert into service_request (id, version, reference, customer_id, subject, area, urgency, language,
                    status, opener_id, opener_name, steps, created_at, active_at)
                values (?, 0, ?, ?, ?, 'MAIL', 'ONE_PERSON', 'en', 'OPEN', ?, 'Ann', 1, ?, ?)
                """, rows);
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForTenThousand() throws Exception {
        String own = "/support/requests";
        String onBehalf = "/on-behalf/" + admin.tenant() + own;
        String customers = "/partner/support-requests";
        fixture.open(admin);
        statementsOf(partner, onBehalf); // writes the first use of the role
        int ownFew = statementsOf(admin, own);
        int onBehalfFew = statementsOf(partner, onBehalf);
        int customersFew = statementsOf(partner, customers);
        fill(admin, 10_000);
        assertThat(statementsOf(admin, own)).isEqualTo(ownFew).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statementsOf(partner, onBehalf))
                .isEqualTo(onBehalfFew)
                .isLessThanOrEqualTo(MOST_STATEMENTS_ON_BEHALF);
        assertThat(statementsOf(partner, customers)).isEqualTo(customersFew).isLessThanOrEqualTo(MOST_STATEMENTS);
        SupportList first = requests.list(fixture.own(admin), SupportFilter.of(null, null, null));
        assertThat(first.isCountCut()).isTrue();
        assertThat(statementsOf(admin, own + "?after=" + first.next())).isEqualTo(ownFew);
    }

    @Test
    void whoIsOutTakesAsManyStatementsForOneCustomerAsForMany() throws Exception {
        String customers = "/partner/support-requests";
        taken(admin);
        statementsOf(partner, customers);
        int one = statementsOf(partner, customers);
        for (int number = 0; number < 5; number++) {
            Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
            invitations.relationship(partner, other, PartnerType.ADVISOR);
            taken(other);
        }
        Actor gone = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, gone, PartnerType.ADVISOR);
        UUID left = taken(gone);
        tenants.disableAccount(gone.account());
        assertThat(statementsOf(partner, customers)).isEqualTo(one).isLessThanOrEqualTo(MOST_STATEMENTS + 3);
        assertThat(requests.ofCustomers(partner, SupportFilter.of(null, null, null))
                        .lines())
                .hasSize(7)
                .extracting(SupportList.Line::row)
                .allSatisfy(row -> {
                    boolean out = row.id().equals(left);
                    assertThat(row.status()).isEqualTo(out ? SupportStatus.OPEN : SupportStatus.WITH_HANDLER);
                    assertThat(row.assigneeName() == null).isEqualTo(out);
                });
    }

    /** A request that the organisation's administrator handles. */
    private UUID taken(Actor administrator) {
        UUID id = fixture.open(tenants.colleague(administrator));
        requests.assign(fixture.own(administrator), id, administrator.account(), null);
        return id;
    }

    @Test
    void aThreadTakesAsManyStatementsForOneAsForMany() throws Exception {
        UUID id = fixture.open(admin);
        int few = statementsOf(admin, "/support/requests/" + id);
        for (int message = 0; message < 60; message++) {
            var form = new AnswerForm(Ids.next().toString(), "And more", null);
            assertThat(requests.answer(fixture.own(admin), id, form)).isEmpty();
        }
        assertThat(statementsOf(admin, "/support/requests/" + id)).isEqualTo(few);
    }

    private static List<SupportList.Row> all(Function<SupportFilter, SupportList> pages) {
        List<SupportList.Row> seen = new ArrayList<>();
        SupportFilter filter = SupportFilter.of(null, null, null);
        SupportList page = pages.apply(filter);
        page.lines().forEach(line -> seen.add(line.row()));
        while (page.next() != null) {
            // as it comes back in an address
            page = pages.apply(SupportFilter.of(null, null, page.next().toString()));
            page.lines().forEach(line -> seen.add(line.row()));
        }
        return seen;
    }

    @Test
    void everyRequestIsOnOnePageTheNewestActivityFirst() {
        fill(admin, 170);
        for (List<SupportList.Row> seen : List.of(
                all(filter -> requests.list(fixture.own(admin), filter)),
                all(filter -> requests.list(fixture.onBehalf(partner, admin), filter)),
                all(filter -> requests.ofCustomers(partner, filter)),
                all(filter -> requests.list(fixture.own(admin), filter, 7)))) {
            assertThat(seen).hasSize(170).doesNotHaveDuplicates();
            assertThat(seen.stream().map(SupportList.Row::activeAt))
                    .isSortedAccordingTo((one, other) -> other.compareTo(one));
        }
    }

    @Test
    void thePartnersListHoldsAllItsCustomersAndNobodyElses() {
        Actor other = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, other, PartnerType.GDAP);
        Actor reseller = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, reseller, PartnerType.RESELLER);
        Actor disabled = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        invitations.relationship(partner, disabled, PartnerType.GDAP);
        UUID first = fixture.open(admin);
        UUID second = fixture.open(other);
        fixture.open(reseller);
        fixture.open(disabled);
        fixture.open(tenants.customer());
        tenants.disableTenant(disabled);
        assertThat(all(filter -> requests.ofCustomers(partner, filter)))
                .extracting(SupportList.Row::id)
                .containsExactlyInAnyOrder(first, second);
        assertThat(requests.countWaitingOfCustomers(partner)).isEqualTo(2);
        Actor outside = tenants.colleague(partner, AdminRole.HELPDESK_AGENT); // in no group
        assertThat(all(filter -> requests.ofCustomers(outside, filter))).isEmpty();
        database.update(
                "update relationship set ends_at = ?, auto_extend = false where customer_id = ?",
                OffsetDateTime.now(ZoneOffset.UTC).minusDays(2000),
                other.tenant().value());
        assertThat(all(filter -> requests.ofCustomers(partner, filter)))
                .as("what is over gives nothing, even if no job has run")
                .extracting(SupportList.Row::id)
                .containsExactly(first);
    }
}
