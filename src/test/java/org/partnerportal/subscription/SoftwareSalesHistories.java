package org.partnerportal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.Races;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.software.SoftwareFixture;
import org.partnerportal.software.SoftwareRefusal;
import org.partnerportal.software.SoftwareSales;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Long lists of what was sold and is offered, and a customer who buys while the vendor takes it back or leaves. */
abstract class SoftwareSalesHistories {

    private static final int MOST_STATEMENTS = 10;

    @Autowired
    private MockMvc browser;

    @Autowired
    private SubscriptionService subscriptions;

    @Autowired
    private SoldSoftware sales;

    @Autowired
    private SubscriptionFixture fixture;

    @Autowired
    private SoftwareFixture software;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    private Actor customer;
    private Actor vendor;

    @BeforeEach
    void vendorAndSchool() {
        customer = fixture.customer();
        vendor = fixture.vendor(customer);
    }

    private int statementsOf(Actor person, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    private void fill(UUID product, int number) {
        List<Object[]> rows = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            rows.add(new Object[] {
                Ids.next(),
                Ids.reference(),
                customer.tenant().value(),
                vendor.tenant().value(),
                product
            });
        }
        database.batchUpdate("""
                insert into subscription (id, version, reference, customer_id, seller_id, product, software_id,
                    title_en, term, quantity, paid_quantity, currency, price, domain, started_at, terms, ends_at)
                values (?, 0, ?, ?, ?, 'SOFTWARE', ?, 'Filled', 'MONTH', 3, 3, 'GBP', 190, '', now(), 1, now())
                """, rows);
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForThousands() throws Exception {
        UUID product = software.onSale(vendor);
        fixture.buySoftware(customer, product, 1);
        String page = "/partner/software/" + product;
        int few = statementsOf(vendor, page);
        int fewProducts = statementsOf(vendor, "/partner/software");
        int fewOffers = statementsOf(customer, "/billing/purchase-services");
        fill(product, 2_000);
        for (int each = 0; each < 120; each++) {
            software.onSale(vendor);
        }
        assertThat(statementsOf(vendor, page)).isEqualTo(few).isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statementsOf(vendor, "/partner/software"))
                .isEqualTo(fewProducts)
                .isLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(statementsOf(customer, "/billing/purchase-services"))
                .isEqualTo(fewOffers)
                .isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    @Test
    void everySaleAndEveryOfferIsOnOnePageOnce() {
        UUID product = software.onSale(vendor);
        fill(product, 130);
        fill(software.onSale(vendor), 20);
        List<UUID> seen = new ArrayList<>();
        UUID before = null;
        do {
            SoftwareSales.Page page = sales.of(vendor.tenant(), product, before);
            assertThat(page.count()).isEqualTo(130);
            page.lines().forEach(sale -> seen.add(sale.subscription()));
            before = page.next();
        } while (before != null);
        assertThat(seen).hasSize(130).doesNotHaveDuplicates();

        for (int each = 0; each < 60; each++) {
            software.onSale(vendor);
        }
        Desk desk = subscriptions.desk(customer, null);
        List<UUID> offered = new ArrayList<>();
        do {
            SubscriptionService.SoftwarePage page = subscriptions.software(desk, before);
            page.offers().forEach(offer -> offered.add(offer.software().id()));
            before = page.next();
        } while (before != null);
        assertThat(offered).hasSize(62).doesNotHaveDuplicates();
    }

    @Test
    void customersAreCountedOnceAndWhatIsOverIsNot() {
        UUID product = software.onSale(vendor);
        Actor other = fixture.customer();
        invitations.relationship(vendor, other, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
        fixture.buySoftware(customer, product, 1);
        fixture.buySoftware(customer, product, 2);
        UUID over = fixture.buySoftware(other, product, 1);
        assertThat(sales.customers(vendor.tenant(), List.of(product))).isEqualTo(Map.of(product, 2L));
        fixture.cancel(other, over);
        database.update("update subscription set ends_at = started_at where id = ?", over);
        assertThat(sales.customers(vendor.tenant(), List.of(product))).isEqualTo(Map.of(product, 1L));
        assertThat(sales.customers(tenants.partner().tenant(), List.of(product)))
                .as("another partner asks")
                .isEmpty();
    }

    private List<String> kinds(UUID product) {
        return database.queryForList("""
                select t.kind from trail_entry t join subscription s on s.id = t.subject_id
                where s.software_id = ? order by t.id
                """, String.class, product);
    }

    /** Whoever came first: it was bought before it was withdrawn, or not at all. */
    @Test
    void buyMeetsWithdraw() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor seller = fixture.vendor(customer);
            UUID product = software.onSale(seller);
            List<String> told = Races.meet(List.of(() -> fixture.buySoftware(customer, product, 2), () -> {
                software.withdraw(seller, product);
                return Races.DONE;
            }));
            assertThat(told.get(0)).isIn(Races.DONE, SoftwareRefusal.NOT_ON_SALE.name());
            assertThat(told.get(1)).isEqualTo(Races.DONE);
            List<String> order = database.queryForList("""
                    select kind from trail_entry where kind in ('SubscriptionBought', 'SoftwareWithdrawn')
                        and (subject_id = ? or subject_id in (select id from subscription where software_id = ?))
                    order by id
                    """, String.class, product, product);
            assertThat(order).isIn(List.of("SubscriptionBought", "SoftwareWithdrawn"), List.of("SoftwareWithdrawn"));
            assertThat(order.size()).isEqualTo(told.get(0).equals(Races.DONE) ? 2 : 1);
        });
    }

    /** Whoever came first: what was bought is not renewed, and nothing is bought of a vendor who left. */
    @Test
    void buyMeetsTheEndOfTheRelationship() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor seller = tenants.partner();
            UUID relationship = invitations.relationship(seller, customer, PartnerType.INDEPENDENT_SOFTWARE_VENDOR);
            UUID product = software.onSale(seller);
            List<String> told = Races.meet(List.of(() -> fixture.buySoftware(customer, product, 2), () -> {
                relationships.endAsPartner(seller, customer.tenant(), relationship);
                return Races.DONE;
            }));
            assertThat(told.get(0)).isIn(Races.DONE, SoftwareRefusal.VENDOR_GONE.name());
            assertThat(told.get(1)).isEqualTo(Races.DONE);
            assertThat(kinds(product))
                    .isEqualTo(
                            told.get(0).equals(Races.DONE)
                                    ? List.of("SubscriptionBought", "SubscriptionCanceled")
                                    : List.of());
        });
    }
}
