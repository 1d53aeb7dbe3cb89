package org.partnerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.yaml.snakeyaml.Yaml;

/**
 * The portal as docker-compose.yml sets it up, without containers: with exactly that environment, on a PostgreSQL server of
 * that version which begins empty, goes away and comes back, and with a mail server.
 */
@ExtendWith(OutputCaptureExtension.class) // before the portal starts and writes its code
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DeploymentTests.ComposeEnvironment.class)
@DirtiesContext
class DeploymentTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SMTP_PORT_OF_MAILPIT = "1025";
    private static final int USUAL_PORT = 8080;

    private static final Map<String, Map<String, Object>> SERVICES = services();
    private static final Map<String, Object> PORTAL = SERVICES.get("portal");
    private static final Map<String, Object> DATABASE = SERVICES.get("database");

    @TempDir
    private static Path data;

    private static EmbeddedPostgres server;
    private static GreenMail mailServer;
    private static boolean operatorIsThere;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private ServerProperties properties;

    @LocalServerPort
    private int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** The machine's environment as the container has it; only what is another machine there is this one here. */
    static class ComposeEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> environment = new TreeMap<>(environment(PORTAL));
            environment.computeIfPresent(
                    "SPRING_DATASOURCE_URL",
                    (name, url) -> url.toString().replace("//database/", "//localhost:" + server.getPort() + "/"));
            environment.replace("SPRING_DATASOURCE_PASSWORD", "secret"); // what the file takes from outside
            environment.replace("SPRING_MAIL_HOST", "127.0.0.1");
            environment.replace("SPRING_MAIL_PORT", mailServer.getSmtp().getPort());
            String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
            context.getEnvironment()
                    .getPropertySources()
                    .replace(name, new SystemEnvironmentPropertySource(name, environment));
        }
    }

    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Map<String, Map<String, Object>>> compose =
                    new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
            return compose.get("services");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> service, String name) {
        return (List<String>) service.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> healthCheck(Map<String, Object> service) {
        return ((Map<String, List<String>>) service.get("healthcheck")).get("test");
    }

    @BeforeAll
    static void startServers() throws IOException, SQLException {
        server = startDatabase(0);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String user = environment(DATABASE).get("POSTGRES_USER").toString();
            statement.execute("create role " + user + " login");
            statement.execute("create database " + environment(DATABASE).get("POSTGRES_DB") + " owner " + user);
        }
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
    }

    private static EmbeddedPostgres startDatabase(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .start();
    }

    @AfterAll
    static void stopServers() throws IOException {
        mailServer.stop();
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Without cookies, as whatever watches over the portal asks. */
    private int health(String probe) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request("/actuator/health/" + probe).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As whoever starts the portal does it: with the code from the log, once. */
    @BeforeEach
    void setUp(CapturedOutput log) throws IOException, InterruptedException {
        if (operatorIsThere) {
            return;
        }
        assertThat(get("/register").uri().getPath())
                .as("nothing else is there yet")
                .isEqualTo("/setup");
        Matcher code = Pattern.compile("Open http://localhost:8080/setup .* code ([0-9A-Z-]{34})")
                .matcher(log.getAll());
        assertThat(code.find()).isTrue();
        HttpResponse<String> start = post(
                "/setup",
                "code=" + code.group(1) + "&organisation=Portal+Office&country=GB&domain=office.example&name=Robin"
                        + "&email=robin%40office.example&language=en&password=correct+horse+battery");
        assertThat(start.uri().getPath()).isEqualTo("/");
        assertThat(start.body()).contains("Robin");
        operatorIsThere = true;
    }

    /** Fills in the form of a page. */
    private HttpResponse<String> post(String page, String fields) throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return browser.send(
                request(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&" + fields))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Registers an organisation, and waits for the mail with the code. */
    private void register(String email) throws IOException, InterruptedException {
        HttpResponse<String> confirm = post(
                "/register",
                "organisation=School&country=JP&domain=school.example&name=Aki&language=ja"
                        + "&password=a+long+enough+password&email=" + email);
        assertThat(confirm.body()).contains(email);
        await().atMost(PATIENCE)
                .until(() -> List.of(mailServer.getReceivedMessages()).stream()
                        .anyMatch(mail -> GreenMailUtil.getWholeMessage(mail).contains("To: " + email)));
    }

    // the file

    @Test
    void everyVariableOfThePortalIsASettingThatItKnows() {
        Set<String> known = new TreeSet<>();
        context.getBeansWithAnnotation(ConfigurationProperties.class).values().forEach(bean -> {
            var properties = AnnotatedElementUtils.findMergedAnnotation(bean.getClass(), ConfigurationProperties.class);
            if (properties == null) {
                return; // bound where it is made
            }
            for (var property : BeanUtils.getPropertyDescriptors(bean.getClass())) {
                known.add(variable(properties.prefix() + "." + property.getName()));
            }
            if (bean.getClass().isRecord()) {
                for (var component : bean.getClass().getRecordComponents()) {
                    known.add(variable(properties.prefix() + "." + component.getName()));
                }
            }
        });
        assertThat(known).containsAll(environment(PORTAL).keySet());
    }

    private static String variable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Test
    void thePortalIsOpenToOtherContainersAndPublishedOnThisMachineOnly() {
        assertThat(properties.getAddress().isAnyLocalAddress()).isTrue();
        assertThat(list(PORTAL, "ports")).containsExactly("127.0.0.1:8080:" + USUAL_PORT);
        assertThat(environment(PORTAL)).containsEntry("PORTAL_URL", "http://localhost:8080");
        assertThat(context.getEnvironment().getProperty("portal.url")).isEqualTo("http://localhost:8080");
    }

    @Test
    void thePortalFindsItsDatabaseAndItsMailServer() {
        Map<String, Object> portal = environment(PORTAL);
        Map<String, Object> database = environment(DATABASE);
        assertThat(portal)
                .containsEntry(
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://database/" + database.get("POSTGRES_DB") + "?logServerErrorDetail=false")
                .containsEntry("SPRING_DATASOURCE_USERNAME", database.get("POSTGRES_USER"))
                .containsEntry("SPRING_DATASOURCE_PASSWORD", database.get("POSTGRES_PASSWORD"));
        assertThat(SERVICES).containsKey(portal.get("SPRING_MAIL_HOST").toString());
        assertThat(portal.get("SPRING_MAIL_PORT")).hasToString(SMTP_PORT_OF_MAILPIT);
    }

    @Test
    void theDatabaseIsTheOneOfTheTestsAndKeepsItsDataInItsVolume() throws SQLException {
        String image = DATABASE.get("image").toString();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            assertThat(image).isEqualTo("postgres:" + connection.getMetaData().getDatabaseMajorVersion());
        }
        // since 18 the image keeps its data in a folder of its version below this one
        assertThat(list(DATABASE, "volumes")).containsExactly("database:/var/lib/postgresql");
        // over the network: while the image sets itself up, its server answers on the socket only, and then stops
        assertThat(healthCheck(DATABASE)).contains("-h", "127.0.0.1");
    }

    @Test
    void theReadmeSaysTheSame() throws IOException {
        String artifact = "partner-relationship-portal";
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>" + artifact + "</artifactId>", "<finalName>${project.artifactId}</finalName>");
        assertThat(list(PORTAL, "volumes")).containsExactly("./target:/portal:ro");
        assertThat(PORTAL.get("command")).hasToString("java -jar /portal/" + artifact + ".jar");
        assertThat(list(SERVICES.get("mailpit"), "ports")).containsExactly("127.0.0.1:8025:8025");
        assertThat(environment(DATABASE).get("POSTGRES_PASSWORD").toString()).startsWith("${DATABASE_PASSWORD:?");
        assertThat(Files.readString(Path.of("README.md")))
                .contains(
                        "./mvnw package",
                        "DATABASE_PASSWORD=",
                        "docker compose up",
                        "http://localhost:8025",
                        "http://localhost:8080");
    }

    // what it starts

    @Test
    void startsOnAnEmptyDatabaseAndItsMailsArrive() throws IOException, InterruptedException {
        assertThat(health("readiness")).isEqualTo(200);
        assertThat(isHealthy()).isTrue();
        assertThat(get("/").body()).contains("Partner Relationship Portal");
        assertThat(get("/demo/mailbox").statusCode()).as("no demo data here").isEqualTo(404);
        register("aki@school.example");
    }

    @Test
    void whileTheDatabaseIsAwayEveryPageSaysSoAndItComesBackByItself() throws IOException, InterruptedException {
        register("before@school.example");
        int databasePort = server.getPort();
        server.close();
        try {
            await().atMost(PATIENCE).until(() -> health("readiness") == 503);
            HttpResponse<String> page = get("/register/confirm");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.body()).contains("The portal is away for a moment", "</html>");
            assertThat(health("liveness"))
                    .as("starting the portal anew would not help")
                    .isEqualTo(200);
            assertThat(isHealthy()).isFalse();
        } finally {
            server = startDatabase(databasePort);
        }
        await().atMost(PATIENCE).until(() -> health("readiness") == 200);
        assertThat(get("/register/confirm").body())
                .as("the session is still there")
                .contains("before@school.example");
        register("after@school.example");
    }

    /** Asks as the container's health check does, on the port that the tests use. */
    private boolean isHealthy() throws IOException, InterruptedException {
        List<String> command = healthCheck(PORTAL).stream()
                .skip(1) // CMD
                .map(word -> word.replace("/" + USUAL_PORT, "/" + port))
                .toList();
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
