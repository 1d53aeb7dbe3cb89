package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.PartnerHistory;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The histories: what they find, in what order, in which files, and by how many statements. */
abstract class HistoryLists {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int MOST_STATEMENTS = 4;

    @Autowired
    protected TenantFixture tenants;

    @Autowired
    protected MockMvc browser;

    @Autowired
    protected JdbcTemplate database;

    protected TransactionTemplate transaction;

    @Autowired
    private TrailService trail;

    @Autowired
    private PartnerHistory partnerHistory;

    @Autowired
    private Statements statements;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JsonMapper json;

    private Actor customer;
    private Actor partner;

    @Autowired
    void transactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void people() {
        customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        partner = tenants.partner("Fabrikam " + UUID.randomUUID());
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    private UUID happens(String kind, Instant at, Map<String, String> details) {
        return Happening.between(customer, partner, kind, at, details).in(transaction, events);
    }

    private UUID happens(String kind, Instant at) {
        return happens(kind, at, Map.of("reference", "REF"));
    }

    private static HistoryForm form(String name, @Nullable String value) {
        return new HistoryForm(
                name.equals("q") ? value : null,
                name.equals("person") ? value : null,
                name.equals("with") ? value : null,
                name.equals("kind") ? value : null,
                name.equals("from") ? value : null,
                name.equals("to") ? value : null,
                name.equals("before") ? value : null,
                name.equals("after") ? value : null);
    }

    /** The subjects of what is found, newest first, as the files have them. */
    private List<UUID> found(Actor reader, HistoryForm form) {
        return trail.rows(reader, trail.fileFilter(reader, form), null, 1_000).stream()
                .map(TrailLine::subject)
                .toList();
    }

    private List<UUID> found(String name, String value) {
        List<UUID> found = found(customer, form(name, value));
        assertThat(trail.history(customer, form(name, value)).lines())
                .as("the page shows as many")
                .hasSameSizeAs(found);
        return found;
    }

    @Test
    void bothSidesReadTheirPartAndNobodyElse() {
        UUID shared = happens("RolesRemoved", NOON);
        UUID own = Happening.alone(customer, "SignInSucceeded", NOON.plusSeconds(1))
                .in(transaction, events);
        assertThat(found(customer, HistoryForm.EVERYTHING)).containsExactly(own, shared);
        assertThat(found(partner, HistoryForm.EVERYTHING)).containsExactly(shared);
        Actor stranger = tenants.colleague(tenants.partner(), AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        assertThat(found(stranger, HistoryForm.EVERYTHING)).isEmpty();
        assertThat(found(stranger, form("with", customer.tenant().toString()))).isEmpty();
        assertThat(found(stranger, form("q", "REF"))).isEmpty();
    }

    @Test
    void fromWhereIsToldOfTheOwnPeopleOnly() {
        happens("RolesRemoved", NOON);
        MDC.put("address", "192.0.2.7");
        MDC.put("requestId", "QQQQQ-QQQQQ");
        new Happening(
                        NOON.plusSeconds(5),
                        "RolesRemoved",
                        partner.who(),
                        customer.tenant(),
                        customer.tenant(),
                        partner.tenant(),
                        UUID.randomUUID(),
                        Map.of())
                .in(transaction, events);
        MDC.clear();
        TrailService.HistoryLine seenByCustomer =
                trail.history(customer, HistoryForm.EVERYTHING).lines().get(0);
        assertThat(seenByCustomer.address()).isNull();
        assertThat(seenByCustomer.requestId()).isNull();
        assertThat(seenByCustomer.onBehalfOf()).isEqualTo(customer.tenantName());
        TrailService.HistoryLine seenByPartner =
                trail.history(partner, HistoryForm.EVERYTHING).lines().get(0);
        assertThat(seenByPartner.address()).isEqualTo("192.0.2.7");
        assertThat(seenByPartner.requestId()).isEqualTo("QQQQQ-QQQQQ");
        assertThat(found(partner, form("q", "192.0.2.7"))).hasSize(1);
        assertThat(found(partner, form("q", "qqqqq-qqqqq"))).hasSize(1);
        assertThat(found(customer, form("q", "192.0.2.7"))).isEmpty();
        assertThat(found(customer, form("q", "QQQQQ-QQQQQ"))).isEmpty();
    }

    @Test
    void pagesShowEveryRowOnceInTheOrderOfTimeForthAndBack() {
        List<UUID> all = new ArrayList<>();
        for (int count = 0; count < 120; count++) {
            // several at the same instant, and one side's rows between those of both
            Instant at = NOON.plusSeconds(count / 7);
            all.add(
                    0,
                    count % 3 == 0
                            ? Happening.alone(customer, "SignInEnded", at).in(transaction, events)
                            : happens("RolesRemoved", at));
        }
        assertThat(found(customer, HistoryForm.EVERYTHING)).isEqualTo(all);
        List<Integer> sizes = new ArrayList<>();
        List<Instant> forth = new ArrayList<>();
        TrailKey key = null;
        TrailService.History page;
        do {
            page = trail.history(customer, form("before", key == null ? null : key.toString()));
            assertThat(page.newer() == null).as("the first page").isEqualTo(key == null);
            page.lines().forEach(line -> forth.add(line.at()));
            sizes.add(page.lines().size());
            key = page.older();
        } while (key != null);
        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(forth).isSortedAccordingTo((one, other) -> other.compareTo(one));
        List<Instant> back = new ArrayList<>();
        page.lines().forEach(line -> back.add(line.at()));
        while (page.newer() != null) {
            page = trail.history(customer, form("after", page.newer().toString()));
            assertThat(page.older()).isNotNull();
            for (int line = page.lines().size() - 1; line >= 0; line--) {
                back.add(0, page.lines().get(line).at());
            }
        }
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void aRowOfBothSidesIsThereOnce() {
        Happening both = new Happening(
                NOON,
                "RolesRemoved",
                partner.who(),
                null,
                partner.tenant(),
                partner.tenant(),
                UUID.randomUUID(),
                Map.of());
        both.in(transaction, events);
        assertThat(found(partner, HistoryForm.EVERYTHING)).containsExactly(both.subject());
    }

    @Test
    void aPageAfterTheNewestRowIsTheFirst() {
        UUID row = happens("RolesRemoved", NOON);
        TrailKey newest = TrailKey.of(trail.rows(customer, trail.fileFilter(customer, HistoryForm.EVERYTHING), null, 1)
                .get(0));
        TrailService.History page = trail.history(customer, form("after", newest.toString()));
        assertThat(page.lines()).hasSize(1);
        assertThat(page.newer()).isNull();
        assertThat(found("q", "REF")).containsExactly(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "-",
                "1-x",
                "7fffffffffffffff-00000000-0000-7000-8000-000000000000",
                "-1-00000000-0000-7000-8000-000000000000"
            })
    void aKeyThatMakesNoSenseBeginsWithTheFirstPage(String key) {
        happens("RolesRemoved", NOON);
        assertThat(trail.history(customer, form("before", key)).lines()).hasSize(1);
        assertThat(trail.history(customer, form("after", key)).lines()).hasSize(1);
        assertThat(partnerHistory
                        .page(customer.tenant(), partner.tenant(), key, 10)
                        .lines())
                .hasSize(1);
    }

    @Test
    void thePartnersPageShowsEveryRowOnceToo() {
        for (int count = 0; count < 25; count++) {
            happens("RolesRemoved", NOON.plusSeconds(count / 7));
        }
        List<Instant> seen = new ArrayList<>();
        String key = null;
        do {
            PartnerHistory.Page page = partnerHistory.page(customer.tenant(), partner.tenant(), key, 10);
            page.lines().forEach(line -> seen.add(line.at()));
            key = page.next();
        } while (key != null);
        assertThat(seen).hasSize(25).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void filtersByWhatHappenedOneKindOrAWholeArea() {
        UUID removed = happens("RolesRemoved", NOON);
        UUID ended = happens("RelationshipEnded", NOON.plusSeconds(1));
        UUID sent = happens("InvitationSent", NOON.plusSeconds(2));
        assertThat(found("kind", "RolesRemoved")).containsExactly(removed);
        assertThat(found("kind", "relationship")).containsExactly(ended, removed);
        assertThat(found("kind", "Invitation")).containsExactly(sent);
        assertThat(found("kind", "")).hasSize(3);
    }

    @Test
    void filtersByPersonAndThePortalIsOneToo() {
        UUID byBen = happens("RolesRemoved", NOON);
        UUID byPortal = new Happening(
                        NOON.plusSeconds(1),
                        "RelationshipExpired",
                        Who.PORTAL,
                        null,
                        customer.tenant(),
                        partner.tenant(),
                        UUID.randomUUID(),
                        Map.of())
                .in(transaction, events);
        assertThat(found("person", "BE")).containsExactly(byBen);
        assertThat(found("person", "the portal")).containsExactly(byPortal);
        assertThat(found("q", "the portal")).containsExactly(byPortal);
        assertThat(found("person", "sam")).isEmpty();
        assertThat(found("person", "%")).isEmpty();
    }

    @Test
    void filtersByTheOtherOrganisationByNameAndById() {
        UUID first = happens("RolesRemoved", NOON);
        Actor other = tenants.partner("Northwind");
        UUID second = Happening.between(customer, other, "RolesRemoved", NOON.plusSeconds(1), Map.of())
                .in(transaction, events);
        assertThat(found("with", "fabrikam")).containsExactly(first);
        assertThat(found("with", "NORTH")).containsExactly(second);
        assertThat(found("with", partner.tenant().toString())).containsExactly(first);
        assertThat(trail.history(customer, form("with", partner.tenant().toString()))
                        .with())
                .isEqualTo(partner.tenantName());
        assertThat(found(partner, form("with", customer.tenant().toString()))).containsExactly(first);
        assertThat(found(partner, form("with", customer.tenantName()))).containsExactly(first);
    }

    @Test
    void anOrganisationWithoutAnyCommonHistoryIsLeftOutAndToldAndNotNamed() {
        UUID row = happens("RolesRemoved", NOON);
        String elsewhere = tenants.partner("Secret").tenant().toString();
        TrailService.History page = trail.history(customer, form("with", elsewhere));
        assertThat(page.with()).isNull();
        assertThat(page.filter().isNarrowed()).isFalse();
        assertThat(page.filter().ignored()).containsExactly(TrailFilter.Ignored.of("with", elsewhere));
        assertThat(found("with", elsewhere)).containsExactly(row);
    }

    @Test
    void filtersByDaysInTheReadersZone() {
        // London is at UTC+1 from 29 March 2026, 01:00 UTC
        UUID before = happens("RolesRemoved", Instant.parse("2026-03-28T23:59:59.999999Z"));
        UUID first = happens("RolesRemoved", Instant.parse("2026-03-29T00:00:00Z"));
        UUID last = happens("RolesRemoved", Instant.parse("2026-03-29T22:59:59.999999Z"));
        UUID after = happens("RolesRemoved", Instant.parse("2026-03-29T23:00:00Z"));
        assertThat(found("from", "2026-03-29")).containsExactly(after, last, first);
        assertThat(found("to", "2026-03-29")).containsExactly(last, first, before);
        HistoryForm day = new HistoryForm(null, null, null, null, "2026-03-29", "2026-03-29", null, null);
        assertThat(found(customer, day)).containsExactly(last, first);
        HistoryForm backwards = new HistoryForm(null, null, null, null, "2026-03-30", "2026-03-29", null, null);
        assertThat(found(customer, backwards)).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsLeftOutAndTold() {
        happens("RolesRemoved", NOON);
        HistoryForm nonsense = new HistoryForm(null, null, null, "Nothing", "31.12.2025", "+12345-01-01", null, null);
        TrailService.History page = trail.history(customer, nonsense);
        assertThat(page.filter().ignored())
                .extracting(TrailFilter.Ignored::field)
                .containsExactly("kind", "from", "to");
        assertThat(page.lines()).hasSize(1);
        assertThat(found("kind", "x".repeat(5_000))).hasSize(1);
        assertThat(trail.history(customer, form("kind", "x".repeat(5_000)))
                        .filter()
                        .ignored()
                        .get(0)
                        .value())
                .hasSize(40);
    }

    @Test
    void findsWordsInWhatThePageShows() {
        UUID row = happens(
                "RolesRemoved",
                NOON,
                Map.of(
                        "reference", "K7QD2-M4XR9",
                        "removedRoles", InvitationFixture.USER_ADMINISTRATOR,
                        "partnerType", "RESELLER",
                        "reason", "100% done"));
        UUID other = happens("InvitationSent", NOON.plusSeconds(1), Map.of("email", "aki@school.example"));
        assertThat(found("q", "k7qd2")).containsExactly(row);
        assertThat(found("q", "User Administrator")).containsExactly(row);
        assertThat(found("q", "reseller")).containsExactly(row);
        assertThat(found("q", "roles removed")).containsExactly(row);
        assertThat(found("q", "100% DONE")).containsExactly(row);
        assertThat(found("q", "aki@school")).containsExactly(other);
        assertThat(found("q", "fabrikam")).containsExactly(other, row);
        assertThat(found("q", "reason"))
                .as("a name that only the database knows")
                .isEmpty();
        assertThat(found("q", "_")).as("no sign stands for another").isEmpty();
        LocaleContextHolder.setLocale(Locale.JAPANESE);
        assertThat(found("q", "招待の送信")).containsExactly(other);
        assertThat(found("q", "ユーザー管理者")).containsExactly(row);
        assertThat(found("q", "リセラー")).containsExactly(row);
    }

    @Test
    void aPageTakesAtMostFourStatementsForAnyNumberOfRowsAndAnyFilter() throws Exception {
        for (int number : List.of(1, 60)) {
            people();
            for (int count = 0; count < number; count++) {
                happens("RolesRemoved", NOON.plusSeconds(count));
            }
            for (Actor reader : List.of(customer, partner)) {
                for (String query : List.of(
                        "",
                        "?q=REF",
                        "?kind=RolesRemoved&from=2026-01-01&to=2026-12-31&person=b",
                        "?with=" + customer.tenant(),
                        "?with=" + partner.tenant())) {
                    statements.countAndReset();
                    browser.perform(get("/settings/history" + query).with(SignedIn.as(reader)))
                            .andExpect(status().isOk());
                    assertThat(statements.countAndReset())
                            .as("%s rows, %s", number, query)
                            .isBetween(3, MOST_STATEMENTS);
                }
            }
        }
    }

    private String file(Actor reader, String address) throws Exception {
        return browser.perform(get(address).with(SignedIn.as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void filesHoldExactlyWhatIsFilteredWhateverTheirPortions() throws Exception {
        List<String> wanted = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            for (int count = 0; count < 2_300; count++) {
                String kind = count % 2 == 0 ? "RolesRemoved" : "RelationshipEnded";
                Happening happening = Happening.between(
                        customer, partner, kind, NOON.plusMillis(count / 3), Map.of("reference", "R" + count));
                events.publishEvent(happening);
                if (count % 2 == 0) {
                    wanted.add(0, happening.subject().toString());
                }
            }
        });
        JsonNode rows = json.readTree(file(customer, "/settings/history.json?kind=RolesRemoved"));
        List<String> subjects = new ArrayList<>();
        rows.forEach(row -> subjects.add(row.get("subject").asString()));
        assertThat(subjects).isEqualTo(wanted);
        JsonNode newest = rows.get(0);
        assertThat(newest.get("details").get("reference").asString()).isEqualTo("R2298");
        assertThat(newest.get("person").get("name").asString()).isEqualTo("ben");
        assertThat(newest.get("partner").get("id").asString())
                .isEqualTo(partner.tenant().toString());
        assertThat(newest.has("requestId")).isTrue();
        assertThat(json.readTree(file(partner, "/settings/history.json?q=R2298"))
                        .get(0)
                        .has("requestId"))
                .as("the customer's person did it")
                .isFalse();
        String[] lines =
                file(customer, "/settings/history.csv?kind=RolesRemoved").split("\r\n");
        assertThat(lines).hasSize(1 + wanted.size());
        assertThat(lines[0]).startsWith("\uFEFFWhen (UTC),What,Kind,Who,");
        assertThat(lines[1]).startsWith("2026-03-02T12:00:00.766Z,Roles removed,RolesRemoved,ben,,Fabrikam ");
        assertThat(file(customer, "/settings/history.json?kind=InvitationSent")).isEqualTo("[]");
    }

    @Test
    void aFileTakesTwoStatementsForEachPortion() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int count = 0; count < 1_500; count++) {
                events.publishEvent(Happening.between(
                        customer, partner, "RolesRemoved", NOON.plus(Duration.ofSeconds(count)), Map.of()));
            }
        });
        statements.countAndReset();
        file(customer, "/settings/history.csv");
        assertThat(statements.countAndReset())
                .as("the person, and two portions")
                .isEqualTo(1 + 2 * 2);
    }
}
