package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerportal.directory.DirectoryFixture.content;
import static org.partnerportal.directory.DirectoryFixture.english;
import static org.partnerportal.directory.DirectoryFixture.japanese;
import static org.partnerportal.directory.DirectoryFixture.mark;
import static org.partnerportal.directory.DirectoryFixture.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.listing.Competency;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.ListingText;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.listing.SpokenLanguage;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantAdministration;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a search finds, in which order, with which counts, and how soon: the same on both databases. */
abstract class DirectorySearches {

    private static final int MANY = 60;
    private static final int RACES = 20;

    @Autowired
    TenantFixture tenants;

    @Autowired
    ListingFixture listings;

    @Autowired
    DirectoryService directory;

    @Autowired
    JdbcTemplate database;

    @Autowired
    private ListingService listingService;

    @Autowired
    private TenantAdministration administration;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DirectoryUpdate update;

    @Autowired
    private Statements statements;

    Actor listed(ListingContent content) {
        Actor partner = tenants.partner();
        listings.publish(partner, content);
        return partner;
    }

    static DirectoryFilter filter(String... namesAndValues) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            parameters.add(namesAndValues[at], namesAndValues[at + 1]);
        }
        return DirectoryFilter.of(parameters);
    }

    DirectoryPage find(String... namesAndValues) {
        return directory.find(filter(namesAndValues), Locale.ENGLISH);
    }

    static List<UUID> partners(DirectoryPage page) {
        return page.lines().stream().map(DirectoryPage.Line::partner).toList();
    }

    private List<UUID> found(String q) {
        DirectoryPage page = find("q", q);
        assertThat(page.total()).isEqualTo(page.lines().size());
        return partners(page);
    }

    private static UUID id(Actor partner) {
        return partner.tenant().value();
    }

    private static Map<String, Integer> counts(DirectoryPage page, Facet facet) {
        DirectoryPage.Group group = page.groups().get(facet.ordinal());
        List<DirectoryPage.Choice> choices = new ArrayList<>(group.shown());
        choices.addAll(group.more());
        return choices.stream().collect(Collectors.toMap(DirectoryPage.Choice::value, DirectoryPage.Choice::count));
    }

    // words

    @Test
    void findsJapaneseNamesHoweverTheyAreTyped() {
        String mark = mark();
        Actor partner = listed(japanese("株式会社あおぞらクラウド " + mark, "あおぞらクラウド", "学校のクラウド サービスを支えます。"));
        for (String q : List.of(
                "あおぞらクラウド",
                "アオゾラクラウド",
                "ｱｵｿﾞﾗ",
                "くらうど",
                "クラウド",
                "ぞらくら",
                "あおぞら・クラウド",
                "あおぞら　クラウド",
                "（株）あおぞら",
                "㈱アオゾラクラウド",
                "あおぞらクラウド株式会社",
                "学校",
                "クラウドサービス",
                "大阪 学校")) {
            assertThat(found(q + " " + mark)).as(q).containsExactly(id(partner));
        }
        for (String q : List.of("みどり", "あおぞらサーバ", "東京")) {
            assertThat(found(q + " " + mark)).as(q).isEmpty();
        }
    }

    @Test
    void findsEnglishNamesHoweverTheyAreTyped() {
        String mark = mark();
        Actor partner = listed(english("Ålesund Café-Systems AS " + mark, "Moves schools to the cloud."));
        for (String q : List.of(
                "alesund",
                "ÅLESUND",
                "cafe systems",
                "systems cafe",
                "CafeSystems",
                "Ａｌｅｓｕｎｄ",
                "sund",
                "Alesund Cafe-Systems, Inc.",
                "schools oslo",
                partner.tenantName(),
                partner.email().replaceAll("^.*@", ""))) {
            assertThat(found(q + " " + mark)).as(q).containsExactly(id(partner));
        }
        assertThat(found("alesund hospital " + mark)).as("all words").isEmpty();
    }

    /** What a partner has only ticked is found by its name in either language, whatever the listing is written in. */
    @Test
    void findsWhatIsOnlyTickedByItsNameInBothLanguages() {
        String mark = mark();
        Actor partner = listed(new ListingContent(
                text("Ticked " + mark, "", "Sells.", ""),
                ListingText.NONE,
                Set.of(ServiceKind.MIGRATION, ServiceKind.MANAGED_SERVICES),
                Set.of(Industry.HEALTH),
                Set.of(OrganisationSize.SMALL),
                Set.of(SpokenLanguage.KO),
                Set.of("JP", "US"),
                Set.of(PartnerType.GDAP),
                Set.of(Competency.DATA_AND_AI),
                "+47 2255 0100",
                "sales@partner.example",
                ""));
        for (String q : List.of(
                "Japan",
                "日本",
                "united states",
                "アメリカ合衆国",
                "Health",
                "医療",
                "Migration",
                "移行",
                "マネージドサービス",
                "マネージド サービス",
                "Korean",
                "韓国語",
                "Data & AI",
                "ソリューションパートナー",
                "日本 医療 移行")) {
            assertThat(found(q + " " + mark)).as(q).containsExactly(id(partner));
        }
        for (String q : List.of("Norway", "学校", "Security", "ドイツ語")) {
            assertThat(found(q + " " + mark)).as(q).isEmpty();
        }
    }

    @Test
    void aNameGoesBeforeWhatIsOnlyTicked() {
        String mark = mark();
        Actor ticked = listed(
                content(text("Alder " + mark, "", "Sells.", ""), ListingText.NONE, Set.of("JP"), ServiceKind.SUPPORT));
        Actor named = listed(english("Zebra Japan " + mark, "Sells."));
        assertThat(found("japan " + mark)).containsExactly(id(named), id(ticked));
    }

    @Test
    void nothingThatIsTypedMeansAnythingToTheDatabase() {
        String mark = mark();
        listed(english("Northwind " + mark, "Moves schools."));
        for (String q : List.of(
                "%", "_", "!", "\\", "' or 1=1 --", "\u0000", "<script>alert(1)</script>", "%".repeat(10_000))) {
            assertThat(found(mark + "x " + q)).as(q).isEmpty();
        }
        assertThat(found("%")).as("signs alone are no words").isEmpty();
    }

    @Test
    void ordersByHowWellANameFitsThenByName() {
        String mark = mark();
        Actor elsewhere = listed(english("Alder Finch", "Works with " + mark + "."));
        Actor part = listed(english("Super" + mark + " Works", "Sells."));
        Actor word = listed(english("Blue " + mark + " Works", "Sells."));
        Actor beginsLater = listed(english(mark + " Zebra", "Sells."));
        Actor begins = listed(english(mark + " Émile", "Sells."));
        Actor equal = listed(english(mark + " Inc.", "Sells."));
        assertThat(found(mark))
                .containsExactly(id(equal), id(begins), id(beginsLater), id(word), id(part), id(elsewhere));
        assertThat(partners(find("q", mark, "sort", "name")))
                .containsExactly(id(elsewhere), id(word), id(equal), id(begins), id(beginsLater), id(part));
    }

    @Test
    void ordersJapaneseNamesByTheirReading() {
        String mark = mark();
        Actor yamato = listed(japanese("大和システム", "やまとシステム", "支援します " + mark));
        Actor aozora = listed(japanese("株式会社青空", "アオゾラ", "支援します " + mark));
        Actor plain = listed(japanese("みどり", "", "支援します " + mark));
        Actor english = listed(english("Contoso", "Sells " + mark));
        DirectoryPage page = directory.find(filter("q", mark, "sort", "name"), Locale.JAPANESE);
        assertThat(partners(page)).containsExactly(id(english), id(aozora), id(plain), id(yamato));
    }

    // filters and counts

    private record Four(String mark, Actor one, Actor two, Actor three, Actor four) {}

    private Four four() {
        String mark = mark();
        ListingText text = text("Four " + mark, "", "Sells.", "");
        return new Four(
                mark,
                listed(content(text, ListingText.NONE, Set.of("JP"), ServiceKind.SECURITY)),
                listed(content(text, ListingText.NONE, Set.of("JP", "NO"), ServiceKind.SECURITY, ServiceKind.SUPPORT)),
                listed(content(text, ListingText.NONE, Set.of("NO"), ServiceKind.SUPPORT)),
                listed(content(text, ListingText.NONE, Set.of("DE"), ServiceKind.TRAINING)));
    }

    @Test
    void severalValuesOfAFilterAddAndSeveralFiltersNarrow() {
        Four four = four();
        assertThat(partners(find("q", four.mark(), "country", "JP")))
                .containsExactlyInAnyOrder(id(four.one()), id(four.two()));
        assertThat(partners(find("q", four.mark(), "country", "JP", "country", "DE")))
                .containsExactlyInAnyOrder(id(four.one()), id(four.two()), id(four.four()));
        assertThat(partners(find("q", four.mark(), "country", "JP", "service", "SUPPORT")))
                .containsExactly(id(four.two()));
        assertThat(partners(find("q", four.mark(), "country", "NO", "service", "SUPPORT", "service", "TRAINING")))
                .containsExactlyInAnyOrder(id(four.two()), id(four.three()));
        for (String[] other : new String[][] {
            {"industry", "SCHOOLS"},
            {"size", "SMALL"},
            {"language", "JA"},
            {"type", "GDAP"},
            {"competency", "MODERN_WORK"}
        }) {
            assertThat(find("q", four.mark(), other[0], other[1]).total())
                    .as(other[0])
                    .isEqualTo(4);
        }
        for (String[] other : new String[][] {
            {"industry", "MEDIA"}, {"size", "LARGE"}, {"language", "DE"}, {"type", "OEM"}, {"competency", "SECURITY"}
        }) {
            assertThat(find("q", four.mark(), other[0], other[1]).total())
                    .as(other[0])
                    .isZero();
        }
    }

    @Test
    void countsSayWhatChoosingAValueWouldFindWithEverythingElseAsItIs() {
        Four four = four();
        DirectoryPage all = find("q", four.mark());
        assertThat(all.total()).isEqualTo(4);
        assertThat(counts(all, Facet.COUNTRY)).isEqualTo(Map.of("JP", 2, "NO", 2, "DE", 1));
        assertThat(counts(all, Facet.SERVICE)).isEqualTo(Map.of("SECURITY", 2, "SUPPORT", 2, "TRAINING", 1));
        DirectoryPage japan = find("q", four.mark(), "country", "JP");
        assertThat(counts(japan, Facet.COUNTRY))
                .as("not narrowed by its own choice")
                .isEqualTo(Map.of("JP", 2, "NO", 2, "DE", 1));
        assertThat(counts(japan, Facet.SERVICE)).isEqualTo(Map.of("SECURITY", 2, "SUPPORT", 1));
        assertThat(counts(japan, Facet.SIZE)).isEqualTo(Map.of("SMALL", 2));
        DirectoryPage both = find("q", four.mark(), "country", "JP", "service", "SUPPORT");
        assertThat(both.total()).isEqualTo(1);
        assertThat(counts(both, Facet.COUNTRY)).isEqualTo(Map.of("JP", 1, "NO", 2));
        assertThat(counts(both, Facet.SERVICE)).isEqualTo(Map.of("SECURITY", 2, "SUPPORT", 1));
        assertThat(counts(both, Facet.LANGUAGE)).isEqualTo(Map.of("EN", 1, "JA", 1));
        assertThat(counts(find("q", four.mark(), "country", "FR"), Facet.COUNTRY))
                .as("chosen and empty, and still there to be taken back")
                .isEqualTo(Map.of("FR", 0, "JP", 2, "NO", 2, "DE", 1));
    }

    /** What the counts promise is what choosing finds. */
    @Test
    void everyCountIsKept() {
        Four four = four();
        DirectoryPage page = find("q", four.mark(), "service", "SECURITY");
        for (Facet facet : Facet.values()) {
            counts(page, facet).forEach((value, count) -> {
                DirectoryPage chosen = facet == Facet.SERVICE
                        ? find("q", four.mark(), facet.word(), value)
                        : find("q", four.mark(), "service", "SECURITY", facet.word(), value);
                assertThat(chosen.total()).as(facet + " " + value).isEqualTo(count);
            });
        }
    }

    // pages

    @Test
    void pagesShowEverybodyOnceAndPagesThatAreNotThereTheNearestOne() {
        String mark = mark();
        Set<UUID> made = new HashSet<>();
        for (int number = 0; number < 2 * DirectorySearch.PAGE + 1; number++) {
            made.add(id(listed(english("Same " + mark, "Sells."))));
        }
        List<UUID> seen = new ArrayList<>();
        for (String number : List.of("1", "2", "3")) {
            DirectoryPage page = find("q", mark, "page", number);
            assertThat(List.of(page.total(), page.pages())).containsExactly(made.size(), 3);
            seen.addAll(partners(page));
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        for (String number : List.of("-1", "0", "abc", "", "1.5")) {
            assertThat(find("q", mark, "page", number).number()).as(number).isEqualTo(1);
        }
        for (String number : List.of("4", "1000000000", "9".repeat(30))) {
            DirectoryPage page = find("q", mark, "page", number);
            assertThat(page.number()).as(number).isEqualTo(3);
            assertThat(page.lines()).as(number).hasSize(1);
        }
    }

    @Test
    void takesAFewStatementsForAnyNumberOfRows() {
        String mark = mark();
        listed(english("One " + mark, "Sells."));
        assertThat(statementsOf("q", mark)).isEqualTo(2);
        for (int number = 0; number < MANY; number++) {
            listed(english("More " + mark, "Sells."));
        }
        assertThat(statementsOf("q", mark)).isEqualTo(2);
        assertThat(statementsOf("q", mark, "country", "NO", "service", "SUPPORT", "page", "2"))
                .isEqualTo(2);
    }

    /** Those of Hibernate, which reads the listings of a page; the search itself has three of its own. */
    private int statementsOf(String... namesAndValues) {
        statements.countAndReset();
        assertThat(find(namesAndValues).lines()).isNotEmpty();
        return statements.countAndReset();
    }

    // hidden at once

    @Test
    void whoeverIsHiddenBlockedOrSwitchedOffIsGoneAtOnceAndComesBack() {
        String mark = mark();
        Actor operator = tenants.operator();
        Actor partner = listed(english("Here " + mark, "Sells."));
        assertThat(found(mark)).containsExactly(id(partner));
        listingService.hide(partner);
        assertThat(found(mark)).isEmpty();
        listingService.show(partner);
        assertThat(found(mark)).containsExactly(id(partner));
        listingService.block(operator, partner.tenant(), "Wrong address.");
        assertThat(found(mark)).isEmpty();
        listingService.unblock(operator, partner.tenant());
        assertThat(found(mark)).containsExactly(id(partner));
        transaction.executeWithoutResult(begun -> administration.disable(operator, partner.tenant()));
        assertThat(found(mark)).isEmpty();
        transaction.executeWithoutResult(begun -> administration.enable(operator, partner.tenant()));
        assertThat(found(mark)).containsExactly(id(partner));
    }

    @Test
    void whatIsSubmittedIsFoundOnlyOnceItIsApproved() {
        String before = mark();
        String after = mark();
        Actor partner = listed(english("Name " + before, "Sells."));
        listings.submit(partner, english("Name " + after, "Sells."));
        assertThat(found(before)).containsExactly(id(partner));
        assertThat(found(after)).isEmpty();
        listings.publish(partner, english("Again " + after, "Sells."));
        assertThat(found(before)).isEmpty();
        assertThat(found(after)).containsExactly(id(partner));
    }

    /** Each alone would leave it listed or not; together the later one must see the earlier one. */
    @Test
    void showingAndSwitchingOffAtTheSameMomentLeaveItHidden() throws Exception {
        Actor operator = tenants.operator();
        var workers = Executors.newFixedThreadPool(2);
        for (int round = 0; round < RACES; round++) {
            String mark = mark();
            Actor partner = listed(english("Race " + mark, "Sells."));
            listingService.hide(partner);
            var start = new CyclicBarrier(2);
            List<Future<?>> both = List.of(
                    workers.submit(() -> {
                        start.await();
                        listingService.show(partner);
                        return null;
                    }),
                    workers.submit(() -> {
                        start.await();
                        return transaction.execute(begun -> administration.disable(operator, partner.tenant()));
                    }));
            for (Future<?> each : both) {
                each.get();
            }
            assertThat(found(mark)).isEmpty();
        }
        workers.shutdown();
    }

    // made anew

    @Test
    void entriesAreMadeAnewAfterTheWayOfMakingThemHasChanged() {
        String mark = mark();
        Actor missing = listed(english("Missing " + mark, "Sells."));
        Actor changed = listed(english("Changed " + mark, "Sells."));
        Actor hidden = listed(english("Hidden " + mark, "Sells."));
        database.update("delete from directory_entry where partner_id = ?", id(missing));
        database.update("update directory_entry set words = ? where partner_id = ?", "old", id(changed));
        database.update("update listing set hidden = true where partner_id = ?", id(hidden));
        DirectoryJob.run(update); // nothing to do
        assertThat(found(mark + " missing")).isEmpty();
        database.update("update directory_state set folding = 0");
        DirectoryJob.run(update);
        assertThat(found(mark)).containsExactly(id(changed), id(missing));
        assertThat(update.isDue()).isFalse();
    }
}
