package org.partnerportal.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The lists of partners and customers: what they find, and by how many statements. */
abstract class RelationshipLists {

    private static final int MOST_STATEMENTS = 4;
    private static final Duration EXTENSION = Duration.ofDays(180);

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private RelationshipRepository repository;

    @Autowired
    private RelationshipSearch search;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc browser;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static RelationshipFilter filter(String show, String q, String sort, String after) {
        return RelationshipFilter.of(Side.CUSTOMER, show, q, sort, after);
    }

    private void relationships(Actor customer, int number, String partnerName) {
        Actor partner = tenants.partner(partnerName);
        for (int count = 0; count < number; count++) {
            invitations.relationship(partner, customer, PartnerType.GDAP);
        }
    }

    @Test
    void takesAtMostFiveStatementsForAnyNumberOfRows() throws Exception {
        for (int number : List.of(1, 60)) {
            Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
            relationships(customer, number, "Many");
            for (String show : List.of("active", "all", "pending", "expiring")) {
                statements.countAndReset();
                browser.perform(get("/settings/partner-relationships?show=" + show)
                                .with(SignedIn.as(customer)))
                        .andExpect(status().isOk());
                assertThat(statements.countAndReset())
                        .as("%s relationships, %s", number, show)
                        .isBetween(1, MOST_STATEMENTS + 1); // one asks whether MPSA partners can be paired
            }
        }
    }

    @Test
    void takesAtMostFourStatementsForThePartnersCustomers() throws Exception {
        for (int number : List.of(1, 60)) {
            Actor partner = tenants.partner();
            for (int count = 0; count < number; count++) {
                invitations.relationship(
                        partner, tenants.customer(AdminRole.BILLING_ADMINISTRATOR), PartnerType.PARTNER);
            }
            for (RelationshipFilter.Show show : RelationshipFilter.Show.of(Side.PARTNER)) {
                statements.countAndReset();
                browser.perform(get("/partner/customers?show=" + show.word()).with(SignedIn.as(partner)))
                        .andExpect(status().isOk());
                assertThat(statements.countAndReset())
                        .as("%s relationships, %s", number, show)
                        .isBetween(1, MOST_STATEMENTS);
            }
        }
    }

    @Test
    void findsForThePartnerWhatEndsWithinEachTime() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.GDAP); // 100 days
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        clock.advance(Duration.ofDays(9));
        assertThat(ending(partner)).containsExactly(0, 0, 0, 0);
        clock.advance(Duration.ofDays(1));
        assertThat(ending(partner)).as("90 days before").containsExactly(0, 0, 0, 1);
        clock.advance(Duration.ofDays(60));
        assertThat(ending(partner)).as("30 days before").containsExactly(0, 0, 1, 1);
        clock.advance(Duration.ofDays(23));
        assertThat(ending(partner)).as("7 days before").containsExactly(0, 1, 1, 1);
        clock.advance(Duration.ofDays(6));
        assertThat(ending(partner)).as("1 day before").containsExactly(1, 1, 1, 1);
        clock.advance(Duration.ofDays(1));
        assertThat(ending(partner)).as("at the end").containsExactly(0, 0, 0, 0);
        assertThat(ofPartner(partner, "expired")).isEqualTo(1);
    }

    private List<Integer> ending(Actor partner) {
        return List.of(
                ofPartner(partner, "expiring_1"),
                ofPartner(partner, "expiring_7"),
                ofPartner(partner, "expiring"),
                ofPartner(partner, "expiring_90"));
    }

    private int ofPartner(Actor partner, String show) {
        RelationshipFilter filter = RelationshipFilter.of(Side.PARTNER, show, "", "", "");
        RelationshipList list = relationships.customers(partner, filter);
        assertThat(list.count())
                .as("the count of %s", show)
                .isEqualTo(list.lines().size());
        return list.lines().size();
    }

    @Test
    void whatIsExtendedByItselfIsNotExpiring() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        assertThat(ofPartner(partner, "auto_extend_off")).isEqualTo(1);
        relationships.switchAutoExtendAsPartner(partner, customer.tenant(), id, true);
        clock.advance(Duration.ofDays(99));
        assertThat(ending(partner)).containsExactly(0, 0, 0, 0);
        assertThat(shown(customer, "expiring")).isZero();
        assertThat(ofPartner(partner, "auto_extend_off")).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(ofPartner(partner, "active")).as("extended by the clock").isEqualTo(1);
        assertThat(ending(partner)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void findsForThePartnerWhereNoRoleIsLeft() {
        Actor partner = tenants.partner();
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        UUID other = invitations.relationship(partner, customer, PartnerType.PARTNER);
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        relationships.removeRole(
                customer, partner.tenant(), other, InvitationFixture.USER_ADMINISTRATOR); // one of two is left
        assertThat(ofPartner(partner, "no_roles"))
                .as("a type without roles lacks none")
                .isZero();
        relationships.removeRoles(customer, partner.tenant(), id);
        assertThat(ofPartner(partner, "no_roles")).isEqualTo(1);
        relationships.endAsPartner(partner, customer.tenant(), id);
        assertThat(ofPartner(partner, "no_roles")).as("only while it is active").isZero();
        assertThat(ofPartner(partner, "ended")).isEqualTo(1);
        assertThat(ofPartner(partner, "all")).isEqualTo(3);
    }

    @Test
    void batchesShowEveryRelationshipOnceAndNobodyElses() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor partner = tenants.partner();
        Set<UUID> own = new HashSet<>();
        for (int count = 0; count < 25; count++) {
            own.add(invitations.relationship(partner, customer, PartnerType.RESELLER));
        }
        UUID foreign = invitations.relationship(tenants.partner(), customer, PartnerType.RESELLER);
        for (RelationshipFilter.Sort sort : RelationshipFilter.Sort.values()) {
            RelationshipFilter filter = RelationshipFilter.of(Side.PARTNER, "all", "", sort.name(), "");
            List<UUID> seen = new ArrayList<>();
            RelationshipList.Batch batch = relationships.customers(partner, filter, 10);
            batch.lines().forEach(line -> seen.add(line.row().id()));
            while (batch.next() != null) {
                batch = relationships.customers(partner, filter.from(batch.next()), 10);
                batch.lines().forEach(line -> seen.add(line.row().id()));
            }
            assertThat(seen).as("%s", sort).hasSize(25).containsExactlyInAnyOrderElementsOf(own);
        }
        UUID one = own.iterator().next();
        assertThat(relationships.customers(partner, List.of(one, foreign)))
                .extracting(line -> line.row().id())
                .containsExactly(one);
        assertThat(relationships.countCustomers(partner, RelationshipFilter.of(Side.PARTNER, "all", "", "", ""), 20))
                .as("counted up to what was asked")
                .isEqualTo(20);
    }

    @Test
    void aFilterOfTheOtherSideFallsBackToThePreset() {
        assertThat(RelationshipFilter.of(Side.PARTNER, "pending", "", "", "").show())
                .isEqualTo(RelationshipFilter.Show.ACTIVE);
        assertThat(RelationshipFilter.of(Side.CUSTOMER, "no_roles", "", "", "").show())
                .isEqualTo(RelationshipFilter.Show.ACTIVE);
        assertThat(RelationshipFilter.Show.of(Side.CUSTOMER))
                .extracting(RelationshipFilter.Show::word)
                .containsExactly("active", "all", "pending", "expiring", "expired", "ended");
    }

    @ParameterizedTest
    @EnumSource(RelationshipFilter.Sort.class)
    void pagesByKeyShowEveryRelationshipOnce(RelationshipFilter.Sort sort) {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationships(customer, 40, "Zulu");
        relationships(customer, 40, "alpha");
        relationships(customer, 40, "Ärger");
        List<UUID> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        while (after != null) {
            RelationshipList page = relationships.partners(customer, filter("all", "", sort.name(), after));
            page.lines().forEach(line -> seen.add(line.row().id()));
            assertThat(page.count()).isEqualTo(120);
            after = page.next();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void findsByPartnerNameWhateverTheCase() {
        Actor customer = tenants.customer(AdminRole.GLOBAL_READER, AdminRole.BILLING_ADMINISTRATOR);
        relationships(customer, 1, "Blue Sky 100%_sure!");
        relationships(customer, 1, "Other");
        assertThat(relationships
                        .partners(customer, filter("all", "bLUE", "", ""))
                        .lines())
                .hasSize(1);
        assertThat(relationships
                        .partners(customer, filter("all", "100%_sure!", "", ""))
                        .lines())
                .hasSize(1);
        assertThat(relationships.partners(customer, filter("all", "%", "", "")).lines())
                .as("a wildcard is a letter like others")
                .hasSize(1);
        assertThat(relationships
                        .partners(customer, filter("all", "nobody", "", ""))
                        .lines())
                .isEmpty();
    }

    @Test
    void showsByTheClockWhatIsActiveExpiringAndExpired() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationships(customer, 1, "Hundred days");
        assertThat(shown(customer, "active")).isEqualTo(1);
        assertThat(shown(customer, "expiring")).isZero();
        clock.advance(Duration.ofDays(80));
        assertThat(shown(customer, "active")).isEqualTo(1);
        assertThat(shown(customer, "expiring")).isEqualTo(1);
        assertThat(shown(customer, "expired")).isZero();
        clock.advance(Duration.ofDays(20));
        assertThat(shown(customer, "active")).isZero();
        assertThat(shown(customer, "expired")).isEqualTo(1);
        assertThat(relationships
                        .partners(customer, filter("expired", "", "", ""))
                        .lines()
                        .get(0)
                        .status())
                .isEqualTo(RelationshipStatus.EXPIRED);
    }

    @Test
    void nothingIsInForceAfterTheEndEvenIfNoJobHasRun() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor partner = tenants.partner();
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .containsEntry(
                        id,
                        Set.of(InvitationFixture.USER_ADMINISTRATOR, InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR));
        clock.advance(Duration.ofDays(100));
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEmpty();
    }

    @Test
    void removedRolesAreGoneAndTheRelationshipStays() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor partner = tenants.partner();
        UUID id = invitations.relationship(partner, customer, PartnerType.GDAP);
        relationships.removeRoles(customer, partner.tenant(), id);
        assertThat(relationships.rolesInForce(customer.tenant(), partner.tenant()))
                .isEmpty();
        RelationshipView view = relationships.one(customer, partner.tenant(), id);
        assertThat(view.status()).isEqualTo(RelationshipStatus.ACTIVE);
        assertThat(view.roles()).isEmpty();
        assertThat(relationships.ofCustomer(customer.tenant(), id).grantedRoles())
                .as("what was granted stays on record")
                .hasSize(2);
    }

    @Test
    void anUnknownKeyBeginsWithTheFirstPage() {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        relationships(customer, 1, "One");
        for (String nonsense : List.of("x", "!!!", "YWJj", "YWJjfGRlZg", "_".repeat(5_000))) {
            for (RelationshipFilter.Sort sort : RelationshipFilter.Sort.values()) {
                assertThat(relationships
                                .partners(customer, filter("nonsense", "", sort.name(), nonsense))
                                .lines())
                        .hasSize(1);
            }
        }
    }

    /** Every status, and the moments around its end: what queries call in force is what the rules call active. */
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, false, true",
        "ACTIVE, true, true",
        "ACTIVE, false, false",
        "ENDED, false, true",
        "ENDED, false, false"
    })
    void whatQueriesCallInForceIsWhatTheRulesCallActive(
            RelationshipStatus stored, boolean autoExtend, boolean limited) {
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor partner = tenants.partner();
        UUID id = invitations.relationship(partner, customer, limited ? PartnerType.GDAP : PartnerType.PARTNER);
        Instant end = relationships.ofCustomer(customer.tenant(), id).endsAt();
        database.update(
                "update relationship set status = ?, auto_extend = ? where id = ?", stored.name(), autoExtend, id);
        Instant around = end == null ? clock.instant() : end;
        for (Duration from : List.of(
                Duration.ofDays(-1), Duration.ofNanos(-1_000), Duration.ZERO, Duration.ofNanos(1_000), EXTENSION)) {
            Instant now = around.plus(from);
            var state = relationships.ofCustomer(customer.tenant(), id).state();
            RelationshipStatus status = RelationshipRules.statusAt(state, now);
            boolean active = status == RelationshipStatus.ACTIVE;
            assertThat(repository.hasPartner(customer.tenant(), now))
                    .as("%s %s at %s", stored, autoExtend, from)
                    .isEqualTo(active);
            for (String show : List.of("active", "expired", "ended")) {
                assertThat(search.find(Side.CUSTOMER, customer.tenant(), filter(show, "", "", ""), now)
                                .count())
                        .as("%s %s at %s shown as %s", stored, autoExtend, from, show)
                        .isEqualTo(show.equalsIgnoreCase(status.name()) ? 1 : 0);
            }
        }
    }

    private int shown(Actor customer, String show) {
        return relationships
                .partners(customer, filter(show, "", "", ""))
                .lines()
                .size();
    }
}
