package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration;
import org.partnerportal.listing.Competency;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingText;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.listing.SpokenLanguage;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.setup.SetupFixture;
import org.partnerportal.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the directory with 100,000 listings in PostgreSQL: searches with two filters, half of them with words, at a
 * constant rate over HTTP. Not one of the tests that always run; docs/operations.md has the command and what it measured.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.mail.host=127.0.0.1", "db-scheduler.polling-interval=1h"})
@Import({PortalTestConfiguration.class, SetupFixture.class})
class DirectoryLoad {

    private static final int LISTINGS = Integer.getInteger("load.listings", 100_000);
    private static final int RATE = Integer.getInteger("load.rate", 20);
    private static final int SECONDS = Integer.getInteger("load.seconds", 60);
    /** A database of one's own, which keeps the listings for the next time; else one that is made for this time. */
    private static final String URL = System.getProperty("load.url", "");

    /** One after the other, before anything is measured: the portal's code is compiled while it runs. */
    private static final int WARMING = Integer.getInteger("load.warming", 500);

    private static final int BATCH = 1_000;
    private static final int OK = 200;

    private static final String[] COUNTRIES =
            "JP US GB DE FR NL SE NO DK FI PL IT ES PT BR MX CA AU NZ IN ID TH VN KR SG ZA TR UA AE CH".split(" ");
    private static final String[] FIRST =
            ("Alder Amber Arbor Aspen Birch Blue Brass Bright Brook Cedar Clear Cobalt Copper"
                            + " Coral Delta Eagle Elm Ember Fern Finch Fjord Flint Forest Garnet Glen Granite Green Grove Harbor Hazel"
                            + " Heron Indigo Iris Ivory Juniper Lake Larch Linden Lotus Maple Meadow Mist Moss North Oak Olive Onyx"
                            + " Opal Orchid Osprey Pearl Pine Quartz Raven Reed River Robin Sage Silver Stone")
                    .split(" ");
    private static final String[] SECOND =
            ("bank bay beam bridge brook castle cliff coast cove crest dale field ford gate"
                            + " haven hill holm land leaf light mark mill peak point port ridge rock shore side spring stead stream"
                            + " town vale view water way well wind wood")
                    .split(" ");
    private static final String[] THIRD =
            ("Cloud Consulting Data Digital Labs Networks Partners Security Services Software"
                            + " Solutions Systems Technologies Works")
                    .split(" ");
    private static final String[] FORMS = {"", "", " Inc.", " Ltd", " GmbH", " AS", " B.V."};
    private static final String[] FIRST_JA = "青空 朝日 泉 大森 川上 北山 桜 清水 白樺 杉山 高原 竹林 月見 富士見 星野 緑 港 森本 大和 若葉".split(" ");
    private static final String[] READING_JA =
            "あおぞら あさひ いずみ おおもり かわかみ きたやま さくら しみず しらかば すぎやま たかはら たけばやし つきみ ふじみ ほしの みどり みなと もりもと やまと わかば".split(" ");
    private static final String[] SECOND_JA =
            "クラウド コンサルティング システム ソフトウェア ソリューションズ テクノロジー データ デジタル ネットワーク ワークス".split(" ");
    private static final String[] CITIES_JA = "東京 大阪 名古屋 札幌 仙台 横浜 京都 神戸 広島 福岡 那覇 金沢 新潟 松山".split(" ");
    private static final String[] WORK = {
        "schools", "hospitals", "banks", "factories", "shops", "hotels", "law firms", "charities", "cities", "builders"
    };
    private static final String[] WORK_JA = {"学校", "病院", "銀行", "工場", "小売店", "ホテル", "法律事務所", "団体", "自治体", "建設会社"};

    private static @Nullable EmbeddedPostgres server;

    /** Letters are told from signs by this locale, as on most servers; in C, Japanese words would find no index. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        if (!URL.isEmpty()) {
            registry.add("spring.datasource.url", () -> URL);
            return;
        }
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setRegisterShutdownHook(false)
                .start();
        server = started;
        registry.add("spring.datasource.url", () -> started.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DirectoryUpdate update;

    private final Random random = new Random(5);

    // what is listed

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Small numbers more often than large ones, as few countries and services have most partners. */
    private <T> T common(T[] of) {
        return of[(int) (random.nextDouble() * random.nextDouble() * of.length)];
    }

    private <T> Set<T> some(T[] of, int least, int most) {
        Set<T> some = new HashSet<>();
        for (int count = least + random.nextInt(most - least + 1); count > 0; count--) {
            some.add(common(of));
        }
        return some;
    }

    private ListingContent content(int number) {
        int japanese = random.nextInt(FIRST_JA.length);
        String second = one(SECOND_JA);
        boolean onlyEnglish = number % 4 == 0;
        String name = one(FIRST) + one(SECOND) + " " + one(THIRD) + one(FORMS);
        String work = one(WORK);
        String about = ("We move mail and files of " + work + ", and look after devices and people. ").repeat(8);
        ListingText en = new ListingText(
                name,
                "",
                "Helps " + work + " to work in the cloud, from " + one(FIRST) + " to " + one(SECOND) + ".",
                about,
                "",
                "Sales team");
        String city = one(CITIES_JA);
        ListingText ja = onlyEnglish
                ? ListingText.NONE
                : new ListingText(
                        "株式会社" + FIRST_JA[japanese] + second + number % 1_000,
                        READING_JA[japanese] + second,
                        city + "の" + one(WORK_JA) + "を、移行から運用まで支援します。",
                        "メールとファイルの移行、デバイスの管理、利用者の支援を行います。".repeat(8),
                        city,
                        "営業部");
        return new ListingContent(
                en,
                ja,
                some(ServiceKind.values(), 2, 5),
                some(Industry.values(), 1, 4),
                some(OrganisationSize.values(), 1, 3),
                some(SpokenLanguage.values(), 1, 3),
                some(COUNTRIES, 1, 4),
                some(PartnerType.values(), 1, 3),
                some(Competency.values(), 0, 2),
                "+47 2255 0100",
                "sales@partner.example",
                "");
    }

    private void fill() {
        Timestamp now = Timestamp.from(Instant.now());
        for (int from = 0; from < LISTINGS; from += BATCH) {
            List<Object[]> organisations = new ArrayList<>();
            List<Object[]> profiles = new ArrayList<>();
            List<Object[]> listings = new ArrayList<>();
            for (int number = from; number < Math.min(from + BATCH, LISTINGS); number++) {
                UUID id = Ids.next();
                ListingContent content = content(number);
                String domain = "p" + number + ".example";
                organisations.add(new Object[] {id, content.en().name(), domain, common(COUNTRIES), now});
                profiles.add(new Object[] {id});
                listings.add(new Object[] {id, JsonMapper.shared().writeValueAsString(content), now, now});
            }
            database.batchUpdate(
                    "insert into tenant (id, version, name, domain, country, standing, demo, created_at)"
                            + " values (?, 0, ?, ?, ?, 'ACTIVE', false, ?)",
                    organisations);
            database.batchUpdate(
                    "insert into partner_profile values (?, 0, '+1 555 0100', 'a@load.example')", profiles);
            database.batchUpdate(
                    "insert into listing (partner_id, version, revision, published, published_at, listed_since, hidden)"
                            + " values (?, 0, 1, ?, ?, ?, false)",
                    listings);
        }
        database.update("update directory_state set folding = 0");
    }

    // what is asked

    private String search(int number) {
        Map<String, String[]> values = Map.of(
                "service", Facet.SERVICE.constants().toArray(String[]::new),
                "industry", Facet.INDUSTRY.constants().toArray(String[]::new),
                "country", COUNTRIES,
                "language", Facet.LANGUAGE.constants().toArray(String[]::new));
        List<String> filters = new ArrayList<>(values.keySet());
        filters.sort(null);
        String first = filters.remove(random.nextInt(filters.size()));
        String second = one(filters.toArray(String[]::new));
        String address = "/directory?" + first + "=" + common(values.get(first)) + "&" + second + "="
                + common(values.get(second));
        return number % 2 == 0 ? address : address + "&q=" + URLEncoder.encode(words(), StandardCharsets.UTF_8);
    }

    private String words() {
        return switch (random.nextInt(8)) {
            case 0 -> one(THIRD);
            case 1 -> one(FIRST) + " " + one(THIRD);
            case 2 -> one(FIRST).toLowerCase() + one(SECOND);
            case 3 -> one(WORK);
            case 4 -> one(SECOND_JA);
            case 5 -> one(READING_JA);
            case 6 -> one(CITIES_JA) + " " + one(WORK_JA);
            default -> "株式会社" + one(FIRST_JA) + one(SECOND_JA);
        };
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private CompletableFuture<Integer> open(String address, int number) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept-Language", number % 3 == 0 ? "ja" : "en")
                .header("Accept", "text/html")
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(HttpResponse::statusCode);
    }

    /** Every request has its time and is sent then, however long others take; it is measured from that time on. */
    private List<Long> measure(int requests, AtomicInteger faults) throws Exception {
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        var clock = Executors.newSingleThreadScheduledExecutor();
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int number = 0; number < requests; number++) {
            String address = search(number);
            int id = number;
            long due = start + number * TimeUnit.SECONDS.toNanos(1) / RATE;
            var done = new CompletableFuture<Void>();
            all.add(done);
            clock.schedule(
                    () -> open(address, id).whenComplete((status, fault) -> {
                        took.add(System.nanoTime() - due);
                        if (fault != null || status != OK) {
                            faults.incrementAndGet();
                        }
                        done.complete(null);
                    }),
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(10, TimeUnit.MINUTES);
        clock.shutdown();
        return took.stream().sorted().toList();
    }

    private static double at(List<Long> took, double part) {
        return took.get((int) Math.min(took.size() - 1, Math.floor(took.size() * part))) / 1e6;
    }

    private int entries() {
        return Objects.requireNonNull(database.queryForObject("select count(*) from directory_entry", Integer.class));
    }

    @Test
    void searchesAHundredThousandListings() throws Exception {
        if (entries() < LISTINGS) {
            fill();
        }
        Instant start = Instant.now();
        DirectoryJob.run(update);
        System.out.printf(
                "%,d entries made anew in %,d ms%n", LISTINGS, Instant.now().toEpochMilli() - start.toEpochMilli());
        database.execute("vacuum analyze");
        var faults = new AtomicInteger();
        for (int number = 0; number < WARMING; number++) {
            if (open(search(number), number).get(1, TimeUnit.MINUTES) != OK) {
                faults.incrementAndGet();
            }
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        List<Long> took = measure(RATE * SECONDS, faults);
        System.out.printf(
                "%.1f ms of processor time for a page, the client's included%n",
                (system.getProcessCpuTime() - before) / 1e6 / took.size());
        System.out.printf(
                "%,d listings, %d searches a second for %d s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms, %d faults%n",
                LISTINGS, RATE, SECONDS, at(took, 0.5), at(took, 0.95), at(took, 0.99), at(took, 1), faults.get());
        assertThat(faults).hasValue(0);
        assertThat(entries()).isEqualTo(LISTINGS);
    }
}
