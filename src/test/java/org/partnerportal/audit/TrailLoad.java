package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerportal.PostgresTest;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures 1,000,000 rows sealed and checked in PostgreSQL, and 100,000 of them as files by a portal with a heap of 256 MB.
 * Not one of the tests that always run; docs/operations.md has the command and what it measured.
 */
@PostgresTest
class TrailLoad {

    private static final int ROWS = Integer.getInteger("load.rows", 1_000_000);
    private static final int SHARED = ROWS / 10;

    @TempDir
    private static Path folder;

    @Autowired
    private TrailSealer sealer;

    @Autowired
    private TrailCheck check;

    @Autowired
    private TrailService trail;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private JsonMapper json;

    private void fill(Actor customer, Actor partner) {
        // every tenth row is between these two, the others are of a thousand customers and a hundred partners
        database.update(
                """
                insert into trail_entry (id, at, kind, person_id, person_name, tenant_id, customer_id, partner_id,
                    subject_id, details, address, request_id)
                select uuidv7(), now() - (? - n) * interval '10 seconds',
                    (array['RolesRemoved', 'InvitationSent', 'RelationshipEnded', 'SignInSucceeded'])[1 + n % 4],
                    case when n % 10 = 0 then ? else md5('p' || n % 5000)::uuid end, 'Person ' || n % 5000,
                    case when n % 10 = 0 then ? else md5('c' || n % 1000)::uuid end,
                    case when n % 10 = 0 then ? else md5('c' || n % 1000)::uuid end,
                    case when n % 10 = 0 then ? else md5('q' || n % 100)::uuid end,
                    md5('s' || n)::uuid,
                    '{"email":"person' || n || '@customer.example","partnerType":"GDAP","reference":"R' || n
                        || '","removedRoles":"729827e3-9c14-49f7-bb1b-9608f156bbb8,fe930be7-5e62-47db-91af-98c3a49a38b1"}',
                    '192.0.2.' || n % 250, 'K7QD2-M4XR9'
                from generate_series(1, ?) n""",
                ROWS,
                customer.account(),
                customer.tenant().value(),
                customer.tenant().value(),
                partner.tenant().value(),
                ROWS);
        database.update("insert into trail_unsealed select id from trail_entry on conflict do nothing");
        database.execute("analyze");
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Duration measured(String what, Work work) throws Exception {
        Instant start = Instant.now();
        work.run();
        Duration took = Duration.between(start, Instant.now());
        System.out.printf("%s: %,d ms%n", what, took.toMillis());
        return took;
    }

    @Test
    void sealsAndChecksAMillionRowsAndSendsAHundredThousandWithALittleHeap() throws Exception {
        Actor customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        Actor partner = tenants.partner();
        fill(customer, partner);
        measured(ROWS + " rows sealed", () -> TrailSealJob.run(sealer));
        for (int round = 1; round <= 2; round++) {
            Duration took = measured(ROWS + " rows checked", () -> {
                TrailReport report = check.check();
                assertThat(report.isSound()).as("%s", report.bad()).isTrue();
                assertThat(report.rows()).isEqualTo(ROWS);
            });
            assertThat(took).isLessThan(Duration.ofSeconds(60));
        }
        for (String q : List.of("", "R" + (ROWS - 10), "nothing of the kind")) {
            for (Actor reader : List.of(customer, partner)) {
                HistoryForm form = new HistoryForm(q, null, null, null, null, null, null, null);
                measured("a page of " + SHARED + " rows, searched for: " + q, () -> trail.history(reader, form));
            }
        }
        sends(customer);
    }

    private void sends(Actor reader) throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path collections = folder.resolve("gc.log");
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        Process portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xlog:gc:file=" + collections,
                        "-cp",
                        classes,
                        "org.partnerportal.PartnerPortal",
                        "--server.port=" + port,
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--portal.demo.data=false")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("portal.log").toFile())
                .start();
        try {
            URI address = URI.create("http://127.0.0.1:" + port);
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            await().atMost(Duration.ofMinutes(3)).until(() -> portal.isAlive() && isReady(browser, address));
            signIn(browser, address, reader);
            Path csv = folder.resolve("history.csv");
            measured(SHARED + " rows as CSV", () -> download(browser, address, csv));
            try (Stream<String> lines = Files.lines(csv)) {
                assertThat(lines.filter(line -> line.contains("customer.example"))
                                .count())
                        .isEqualTo(SHARED);
            }
            Path array = folder.resolve("history.json");
            measured(SHARED + " rows as JSON", () -> download(browser, address, array));
            assertThat(json.readTree(array.toFile())
                            .valueStream()
                            .filter(row -> row.get("details").has("email"))
                            .count())
                    .isEqualTo(SHARED);
            System.out.printf("CSV %,d bytes, JSON %,d bytes%n", Files.size(csv), Files.size(array));
            assertThat(portal.isAlive()).isTrue();
            printHeap(collections);
        } finally {
            portal.destroy();
            portal.waitFor();
            try (Stream<String> lines = Files.lines(folder.resolve("portal.log"))) {
                lines.filter(line -> line.contains("ERROR") || line.contains("OutOfMemory"))
                        .forEach(System.out::println);
            }
        }
    }

    private static boolean isReady(HttpClient browser, URI address) throws InterruptedException {
        try {
            return browser.send(
                                    HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static void signIn(HttpClient browser, URI address, Actor reader) throws Exception {
        String page = browser.send(
                        HttpRequest.newBuilder(address.resolve("/sign-in")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = Stream.of("_csrf", token.group(1), "email", reader.email(), "password", TenantFixture.PASSWORD)
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .replaceAll("([^&]+)&([^&]+)", "$1=$2");
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(address.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    }

    private static void download(HttpClient browser, URI address, Path file) throws Exception {
        HttpResponse<Path> answer = browser.send(
                HttpRequest.newBuilder(address.resolve("/settings/" + file.getFileName()))
                        .build(),
                HttpResponse.BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void printHeap(Path collections) throws IOException {
        Pattern pause = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\((\\d+)M\\)");
        long before = 0;
        long after = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = pause.matcher(line);
            if (matcher.find()) {
                before = Math.max(before, Long.parseLong(matcher.group(1)));
                after = Math.max(after, Long.parseLong(matcher.group(2)));
            }
        }
        System.out.printf("heap: at most %d MB before a collection, %d MB after one%n", before, after);
    }
}
