package org.partnerportal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.Races;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of subscriptions: renewals, ends and sellers that leave, lists of many, and two people at once. */
abstract class Subscriptions {

    private static final int MOST_STATEMENTS = 9;

    @Autowired
    private MockMvc browser;

    @Autowired
    private SubscriptionService subscriptions;

    @Autowired
    private SubscriptionSteps steps;

    @Autowired
    private SubscriptionFixture fixture;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;

    @BeforeEach
    void school() {
        customer = fixture.customer();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private <T> T at(Instant instant, Callable<T> action) throws Exception {
        return clock.at(instant, action);
    }

    private void stepsAt(Instant instant, UUID subscription) throws Exception {
        at(instant, () -> {
            fixture.takeSteps(subscription);
            return null;
        });
    }

    private List<String> trail(UUID subscription) {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? order by id", String.class, subscription);
    }

    private List<Long> invoices(UUID subscription) {
        return database.queryForList(
                "select amount from invoice where subscription_id = ? order by id", Long.class, subscription);
    }

    @Test
    void aTermIsPaidForOnceHoweverOftenTheJobRuns() throws Exception {
        UUID id = fixture.buy(customer, 10);
        Instant end = fixture.endOf(customer, id);
        stepsAt(end.minusMillis(1), id);
        assertThat(invoices(id)).hasSize(1);
        stepsAt(end, id);
        stepsAt(end, id);
        assertThat(invoices(id)).containsExactly(4_900L, 4_900L);
        assertThat(trail(id)).containsExactly("SubscriptionBought", "SubscriptionRenewed");
    }

    @Test
    void everyTermThatBeganWhileNothingRanIsPaidFor() throws Exception {
        UUID id = fixture.buy(customer, 10);
        Instant start = fixture.one(customer, id).startedAt();
        Instant later = Term.MONTH.end(start, 3).plus(Duration.ofDays(1));
        assertThat(at(later, () -> fixture.endOf(customer, id)))
                .as("by the clock, with every job dead")
                .isEqualTo(Term.MONTH.end(start, 4));
        stepsAt(later, id);
        assertThat(invoices(id)).hasSize(4);
        assertThat(database.queryForList(
                        "select period_to from invoice where subscription_id = ? order by id",
                        java.time.OffsetDateTime.class,
                        id))
                .extracting(java.time.OffsetDateTime::toInstant)
                .containsExactly(
                        Term.MONTH.end(start, 1),
                        Term.MONTH.end(start, 2),
                        Term.MONTH.end(start, 3),
                        Term.MONTH.end(start, 4));
    }

    @Test
    void peopleAreToldOnceThirtyDaysBeforeAYearIsRenewedAndNotAfterwards() throws Exception {
        UUID id = fixture.buyForAYear(customer, 1);
        Instant end = fixture.endOf(customer, id);
        stepsAt(end.minus(Duration.ofDays(31)), id);
        assertThat(trail(id)).containsExactly("SubscriptionBought");
        stepsAt(end.minus(Duration.ofDays(30)), id);
        stepsAt(end.minus(Duration.ofDays(29)), id);
        stepsAt(end.plus(Duration.ofDays(1)), id);
        assertThat(trail(id)).containsExactly("SubscriptionBought", "SubscriptionRenewsSoon", "SubscriptionRenewed");
        assertThat(database.queryForList(
                        "select kind from mail where about = ? and recipient = ? order by id",
                        String.class,
                        id,
                        customer.email()))
                .containsExactly("SubscriptionBought", "SubscriptionRenewsSoon", "SubscriptionRenewed");
        UUID asleep = fixture.buyForAYear(customer, 1);
        stepsAt(fixture.endOf(customer, asleep).plus(Duration.ofDays(1)), asleep);
        assertThat(trail(asleep)).containsExactly("SubscriptionBought", "SubscriptionRenewed");
    }

    @Test
    void aCanceledOneEndsByTheClockAndIsNotRenewed() throws Exception {
        UUID id = fixture.buy(customer, 10);
        Instant end = fixture.endOf(customer, id);
        fixture.cancel(customer, id);
        assertThat(at(end, () -> fixture.one(customer, id).status())).isEqualTo(SubscriptionStatus.ENDED);
        at(end, () -> {
            assertThatThrownBy(() -> subscriptions.undoCancel(customer, null, id))
                    .isInstanceOf(RefusedException.class);
            return null;
        });
        stepsAt(end, id);
        stepsAt(end.plus(Duration.ofDays(40)), id);
        assertThat(trail(id)).containsExactly("SubscriptionBought", "SubscriptionCanceled", "SubscriptionEnded");
        assertThat(invoices(id)).hasSize(1);
    }

    @Test
    void fewerCostNothingBackAndThoseThatWerePaidForComeBackFree() {
        UUID id = fixture.buy(customer, 10);
        fixture.changeQuantity(customer, id, 10, 6);
        fixture.changeQuantity(customer, id, 6, 10);
        assertThat(invoices(id)).hasSize(1);
        fixture.changeQuantity(customer, id, 10, 12);
        assertThat(invoices(id)).containsExactly(4_900L, 980L);
    }

    @Test
    void renewalsCostWhatThereIsThen() throws Exception {
        UUID id = fixture.buy(customer, 10);
        fixture.changeQuantity(customer, id, 10, 6);
        stepsAt(fixture.endOf(customer, id), id);
        assertThat(invoices(id)).containsExactly(4_900L, 2_940L);
    }

    @Test
    void whatALeavingPartnerSoldStaysToTheEndOfItsTerm() throws Exception {
        Actor partner = tenants.partner();
        UUID relationship = invitations.relationship(partner, customer, PartnerType.RESELLER);
        UUID id = fixture.sell(partner, customer, 5);
        relationships.endAsPartner(partner, customer.tenant(), relationship);
        SubscriptionView view = fixture.one(customer, id);
        assertThat(view.status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(view.cancelReason()).isEqualTo(CancelReason.SELLER_LEFT);
        assertThat(database.queryForList(
                        "select kind from mail where about = ? and recipient = ? order by id",
                        String.class,
                        id,
                        customer.email()))
                .containsExactly("SubscriptionBought", "SubscriptionSellerLeft");
        assertThat(database.queryForList(
                        "select on_behalf_of_id from trail_entry where subject_id = ? and kind = 'SubscriptionCanceled'",
                        UUID.class,
                        id))
                .as("whoever leaves acts for nobody")
                .containsOnlyNulls();
        stepsAt(view.endsAt(), id);
        assertThat(trail(id)).containsExactly("SubscriptionBought", "SubscriptionCanceled", "SubscriptionEnded");
    }

    @Test
    void anotherRelationshipThatSellsLetsItGoOn() {
        Actor partner = tenants.partner();
        UUID relationship = invitations.relationship(partner, customer, PartnerType.RESELLER);
        invitations.relationship(partner, customer, PartnerType.INDIRECT_RESELLER);
        UUID id = fixture.sell(partner, customer, 5);
        relationships.endAsPartner(partner, customer.tenant(), relationship);
        assertThat(fixture.one(customer, id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void aDomainIsFreeForOthersOnceItsTimeIsOverThoughNoJobRan() throws Exception {
        Actor both = tenants.colleague(customer, AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        Actor other = tenants.customer(AdminRole.DOMAIN_NAME_ADMINISTRATOR, AdminRole.BILLING_ADMINISTRATOR);
        fixture.accept(other);
        String domain = "d" + UUID.randomUUID() + ".example";
        UUID id = fixture.buyDomain(both, domain);
        assertThatThrownBy(() -> fixture.buyDomain(other, domain)).isInstanceOf(RefusedException.class);
        fixture.cancel(both, id);
        assertThatThrownBy(() -> fixture.buyDomain(other, domain)).isInstanceOf(RefusedException.class);
        UUID next = at(fixture.endOf(both, id), () -> {
            var purchase = new Purchase(Product.DOMAIN_NAME, Term.YEAR, 0, domain);
            return subscriptions.buy(other, null, UUID.randomUUID(), purchase);
        });
        assertThat(fixture.one(other, next).domain()).isEqualTo(domain);
    }

    private void fill(int number) {
        List<Object[]> rows = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            rows.add(
                    new Object[] {Ids.next(), Ids.reference(), customer.tenant().value()});
        }
        database.batchUpdate("""
                insert into subscription (id, version, reference, customer_id, product, term, quantity, paid_quantity,
                    currency, price, domain, started_at, terms, ends_at)
                values (?, 0, ?, ?, 'SHIELD_PLUS', 'MONTH', 3, 3, 'GBP', 410, '', now(), 1, now())
                """, rows);
    }

    private int statementsOf(String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(customer))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForThousands() throws Exception {
        UUID id = fixture.buy(customer, 1);
        int few = statementsOf("/billing/your-products?show=all");
        fill(3_000);
        assertThat(statementsOf("/billing/your-products?show=all"))
                .isEqualTo(few)
                .isLessThanOrEqualTo(MOST_STATEMENTS);
        List<UUID> seen = new ArrayList<>();
        Desk desk = subscriptions.desk(customer, null);
        String before = null;
        do {
            SubscriptionList page = subscriptions.list(desk, SubscriptionFilter.of("all", before));
            page.lines().forEach(line -> seen.add(line.id()));
            before = page.next() == null ? null : page.next().toString();
        } while (before != null);
        assertThat(seen).hasSize(3_001).doesNotHaveDuplicates().contains(id);
    }

    @Test
    void twoClicksThatBuyAreOnePurchase() throws Exception {
        Actor partner = fixture.reseller(customer);
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID id = Ids.next();
            var purchase = new Purchase(Product.WORKS_START, Term.MONTH, 2, "");
            assertThat(Races.meet(Collections.nCopies(
                            2,
                            () -> subscriptions.buy(partner, customer.tenant().value(), id, purchase))))
                    .containsOnly(Races.DONE);
            assertThat(invoices(id)).hasSize(1);
        });
    }

    @Test
    void cancelMeetsTheRenewal() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            UUID id = fixture.buy(customer, 1);
            Instant end = fixture.endOf(customer, id);
            Races.meet(List.of(
                    () -> clock.at(end.minusMillis(1), () -> {
                        fixture.cancel(customer, id);
                        return null;
                    }),
                    () -> clock.at(end, () -> {
                        fixture.takeSteps(id);
                        return null;
                    })));
            List<String> kinds = trail(id);
            assertThat(kinds).contains("SubscriptionCanceled");
            // one of the two came first: it ended, or another term began before it was canceled
            assertThat(kinds.contains("SubscriptionRenewed")).isNotEqualTo(kinds.contains("SubscriptionEnded"));
            assertThat(invoices(id)).hasSize(kinds.contains("SubscriptionRenewed") ? 2 : 1);
        });
    }
}
