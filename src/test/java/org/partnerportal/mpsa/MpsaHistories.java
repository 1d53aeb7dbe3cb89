package org.partnerportal.mpsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** What becomes of consents: what is seen, lists of many, and two people at once. */
abstract class MpsaHistories {

    private static final int STATEMENTS_OF_PURCHASES = 9;
    private static final int STATEMENTS_OF_PAIRS = 6;

    @Autowired
    private MockMvc browser;

    @Autowired
    private MpsaService consents;

    @Autowired
    private MpsaFixture fixture;

    @Autowired
    private SubscriptionFixture subscriptions;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private Statements statements;

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

    private List<MpsaPurchase> seenBy(Actor partner) {
        return consents.purchases(partner, customer.tenant(), null).lines();
    }

    /** The other partner sells too, as resellers do. */
    private UUID sell(Actor partner, int quantity) {
        invitations.relationship(partner, customer, PartnerType.RESELLER);
        return subscriptions.sell(partner, customer, quantity);
    }

    private UUID mpsa(Actor partner) {
        return relationships.withCustomer(partner, customer.tenant()).stream()
                .filter(view -> view.type() == PartnerType.MPSA)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void end(Actor partner) {
        relationships.endAsPartner(partner, customer.tenant(), mpsa(partner));
    }

    private List<String> trail(UUID consent) {
        return database.queryForList(
                "select kind from trail_entry where subject_id = ? order by id", String.class, consent);
    }

    private List<String> mailsTo(Actor partner, UUID consent) {
        return database.queryForList(
                "select kind from mail where recipient = ? and about = ? order by id",
                String.class,
                partner.email(),
                consent);
    }

    @Test
    void eachSeesWhatTheOtherSoldAndNothingElse() {
        sell(one, 3);
        sell(other, 4);
        sell(fixture.partner(customer), 5);
        subscriptions.buy(customer, 6);
        assertThat(seenBy(one)).isEmpty();
        fixture.allow(customer, one, other);
        assertThat(seenBy(one)).extracting(MpsaPurchase::quantity).containsExactly(4);
        assertThat(seenBy(other)).extracting(MpsaPurchase::quantity).containsExactly(3);
        assertThat(seenBy(one)).extracting(MpsaPurchase::sellerName).containsExactly(other.tenantName());
    }

    @Test
    void whatThePartnerSoldToOthersIsNotSeen() {
        Actor another = subscriptions.customer();
        invitations.relationship(other, another, PartnerType.RESELLER);
        subscriptions.sell(other, another, 9);
        fixture.allow(customer, one, other);
        assertThat(seenBy(one)).isEmpty();
    }

    @Test
    void whenOneRelationshipEndsTheOtherPartnerIsTold() {
        UUID consent = fixture.allow(customer, one, other);
        UUID ended = database.queryForObject(
                "select id from relationship where partner_id = ? and customer_id = ? and type = 'MPSA'",
                UUID.class,
                other.tenant().value(),
                customer.tenant().value());
        relationships.endAsPartner(other, customer.tenant(), ended);
        assertThat(mailsTo(one, consent)).containsExactly("MpsaAllowed", "MpsaEnded");
        assertThat(mailsTo(other, consent)).containsExactly("MpsaAllowed");
        assertThat(database.queryForList(
                        "select person_name from trail_entry where subject_id = ? and kind = 'MpsaEnded' and partner_id = ?",
                        String.class,
                        consent,
                        one.tenant().value()))
                .as("no partner's person is named to another partner")
                .containsExactly("");
        assertThat(trail(consent)).containsExactly("MpsaAllowed", "MpsaAllowed", "MpsaEnded");
        relationships.end(
                customer,
                one.tenant(),
                database.queryForObject(
                        "select id from relationship where partner_id = ? and customer_id = ? and type = 'MPSA'",
                        UUID.class,
                        one.tenant().value(),
                        customer.tenant().value()));
        assertThat(trail(consent)).as("it was over already").hasSize(3);
    }

    @Test
    void takenBackIsSeenNoMore() {
        sell(other, 4);
        UUID consent = fixture.allow(customer, one, other);
        assertThat(seenBy(one)).hasSize(1);
        consents.takeBack(customer, consent);
        consents.takeBack(customer, consent);
        for (Actor partner : List.of(one, other)) {
            assertThat(mailsTo(partner, consent)).containsExactly("MpsaAllowed", "MpsaTakenBack");
        }
        assertThat(seenBy(one)).isEmpty();
        assertThat(consents.overview(customer, MpsaFilter.ALL).pairs()).isEmpty();
        assertThat(trail(consent)).containsExactly("MpsaAllowed", "MpsaAllowed", "MpsaTakenBack", "MpsaTakenBack");
        assertThat(database.queryForList(
                        "select distinct partner_id from trail_entry where subject_id = ?", UUID.class, consent))
                .containsExactlyInAnyOrder(one.tenant().value(), other.tenant().value());
    }

    @Test
    void anEndedRelationshipShowsNothingAndANewOneDoesNotBringItBack() {
        sell(other, 4);
        UUID consent = fixture.allow(customer, one, other);
        end(one);
        assertThat(seenBy(one)).isEmpty();
        assertThat(seenBy(other)).isEmpty();
        invitations.relationship(one, customer, PartnerType.MPSA);
        assertThat(seenBy(one)).isEmpty();
        assertThat(consents.overview(customer, MpsaFilter.ALL).pairs()).isEmpty();
        assertThat(fixture.allow(customer, other, one))
                .as("the pair has one row")
                .isEqualTo(consent);
        assertThat(seenBy(one)).hasSize(1);
    }

    @Test
    void whatWasSoldStaysSeenWhenOnlyTheSellingEnds() {
        UUID reseller = invitations.relationship(other, customer, PartnerType.RESELLER);
        subscriptions.sell(other, customer, 4);
        fixture.allow(customer, one, other);
        relationships.endAsPartner(other, customer.tenant(), reseller);
        assertThat(seenBy(one)).hasSize(1);
    }

    @Test
    void theDatabaseHoldsAPairOnce() {
        UUID consent = fixture.allow(customer, one, other);
        assertThatThrownBy(() -> database.update("""
                        insert into mpsa_consent (id, version, customer_id, first_partner_id, second_partner_id,
                            first_relationship_id, second_relationship_id, allowed_at, allowed_by)
                        select ?, 0, customer_id, first_partner_id, second_partner_id, first_relationship_id,
                            second_relationship_id, allowed_at, allowed_by from mpsa_consent where id = ?
                        """, Ids.next(), consent))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> database.update("""
                        update mpsa_consent set first_partner_id = second_partner_id,
                            second_partner_id = first_partner_id where id = ?
                        """, consent)).isInstanceOf(DataIntegrityViolationException.class);
    }

    private int statementsOf(Actor person, String page) throws Exception {
        statements.countAndReset();
        browser.perform(get(page).with(SignedIn.as(person))).andExpect(status().isOk());
        return statements.countAndReset();
    }

    private void fill(Actor seller, int number) {
        List<Object[]> rows = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            rows.add(new Object[] {
                Ids.next(),
                Ids.reference(),
                customer.tenant().value(),
                seller.tenant().value()
            });
        }
        database.batchUpdate("""
                insert into subscription (id, version, reference, customer_id, seller_id, product, term, quantity,
                    paid_quantity, currency, price, domain, started_at, terms, ends_at)
                values (?, 0, ?, ?, ?, 'SHIELD_PLUS', 'MONTH', 3, 3, 'GBP', 410, '', now(), 1, now())
                """, rows);
    }

    @Test
    void pairsArePagedAndNarrowedToOnePartner() throws Exception {
        List<Actor> partners = new ArrayList<>(List.of(one, other));
        Set<UUID> allowed = new HashSet<>();
        for (int more = 0; more < 9; more++) {
            Actor next = fixture.partner(customer);
            partners.forEach(each -> allowed.add(fixture.allow(customer, each, next)));
            partners.add(next);
        }
        Set<UUID> found = new HashSet<>();
        MpsaFilter filter = MpsaFilter.ALL;
        MpsaService.Overview page;
        do {
            page = consents.overview(customer, filter);
            assertThat(page.pairs()).hasSizeLessThanOrEqualTo(MpsaSearch.PAGE);
            assertThat(page.count()).isEqualTo(allowed.size());
            page.pairs().forEach(pair -> found.add(pair.id()));
            filter = new MpsaFilter(null, page.next());
        } while (page.next() != null);
        assertThat(found).isEqualTo(allowed).hasSize(54);
        // the pair of the two themselves was never allowed
        assertThat(consents.overview(customer, new MpsaFilter(one.tenant(), null))
                        .pairs())
                .hasSize(9)
                .allMatch(pair ->
                        pair.first().equals(one.tenant()) || pair.second().equals(one.tenant()));
        String settings = "/settings/partner-relationships/mpsa";
        browser.perform(get(settings).with(SignedIn.as(customer)))
                .andExpect(content().string(allOf(containsString("54 found"), containsString("Next page"))));
        browser.perform(get(settings + "?partner=" + one.tenant()).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("9 found")));
        browser.perform(get(settings + "?partner=zzz&before=-1").with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("Part of the address was left out")));
        browser.perform(get(settings + "?partner=" + UUID.randomUUID()).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("Nothing matches")));
        end(one);
        assertThat(consents.overview(customer, MpsaFilter.ALL).count()).isEqualTo(45);
    }

    @Test
    void aPageTakesAsManyStatementsForOneAsForThousands() throws Exception {
        sell(other, 4);
        fixture.allow(customer, one, other);
        String page = "/partner/customers/" + customer.tenant() + "/mpsa-purchases";
        String settings = "/settings/partner-relationships/mpsa";
        int few = statementsOf(one, page);
        int fewPairs = statementsOf(customer, settings);
        fill(other, 2_000);
        for (int more = 0; more < 4; more++) {
            Actor third = fixture.partner(customer);
            fixture.allow(customer, one, third);
            fill(third, 100);
        }
        assertThat(statementsOf(one, page)).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS_OF_PURCHASES);
        assertThat(statementsOf(customer, settings)).isEqualTo(fewPairs).isLessThanOrEqualTo(STATEMENTS_OF_PAIRS);
        int seen = 0;
        UUID before = null;
        do {
            MpsaPurchase.Page found = consents.purchases(one, customer.tenant(), before);
            seen += found.lines().size();
            before = found.next();
        } while (before != null);
        assertThat(seen).isEqualTo(2_401);
    }

    private String allow(Actor person, Actor first, Actor second) {
        consents.allow(person, MpsaFixture.form(first, second));
        return Races.DONE;
    }

    private Actor newCustomer() {
        return tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
    }

    /** Two people allow the same pair, each names another one first: it is one pair, told once to each partner. */
    @Test
    void allowMeetsAllow() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor school = newCustomer();
            Actor colleague = tenants.colleague(school, AdminRole.BILLING_ADMINISTRATOR);
            invitations.relationship(one, school, PartnerType.MPSA);
            invitations.relationship(other, school, PartnerType.MPSA);
            assertThat(Races.meet(List.of(() -> allow(school, one, other), () -> allow(colleague, other, one))))
                    .containsOnly(Races.DONE);
            assertThat(database.queryForObject(
                            "select count(*) from mpsa_consent where customer_id = ?",
                            Long.class,
                            school.tenant().value()))
                    .isEqualTo(1);
            assertThat(database.queryForObject(
                            "select count(*) from trail_entry where kind = 'MpsaAllowed' and customer_id = ?",
                            Long.class,
                            school.tenant().value()))
                    .isEqualTo(2);
        });
    }

    /** A partner ends its relationship while the pair is allowed: whoever came first, nothing is seen afterwards. */
    @Test
    void allowMeetsTheEndOfARelationship() throws Exception {
        Races.play(Races.FEWER_ROUNDS, () -> {
            Actor school = newCustomer();
            invitations.relationship(one, school, PartnerType.MPSA);
            UUID ending = invitations.relationship(other, school, PartnerType.MPSA);
            List<String> told = Races.meet(List.of(() -> allow(school, one, other), () -> {
                relationships.endAsPartner(other, school.tenant(), ending);
                return Races.DONE;
            }));
            assertThat(told.get(0)).isIn(Races.DONE, MpsaRefusal.RELATIONSHIP_OVER.name());
            assertThat(told.get(1)).isEqualTo(Races.DONE);
            assertThat(consents.overview(school, MpsaFilter.ALL).pairs()).isEmpty();
            assertThat(database.queryForObject(
                            "select count(*) from trail_entry where kind = 'MpsaAllowed' and customer_id = ?",
                            Long.class,
                            school.tenant().value()))
                    .isEqualTo(told.get(0).equals(Races.DONE) ? 2 : 0);
        });
    }

    @Test
    void anotherCustomersConsentIsNotFound() {
        UUID consent = fixture.allow(customer, one, other);
        Actor stranger = newCustomer();
        assertThatThrownBy(() -> consents.takeBack(stranger, consent)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> consents.allow(stranger, MpsaFixture.form(one, other)))
                .isInstanceOf(RefusedException.class);
    }
}
