package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.partnerportal.PortalTestConfiguration;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/**
 * A real browser on a running portal with demo data, its mails over a real SMTP exchange. Where there is no Chromium these
 * tests are skipped and say so; with {@code -Dbrowser.required=true} they must run.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;"
                    + "LOCK_TIMEOUT=20000",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=200ms"
        })
@Import({PortalTestConfiguration.class, TenantFixture.class})
abstract class BrowserTest {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String URL = "http://localhost:" + PORT;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Every page as a picture; with {@code -Dupdate.docs=true} those that the guide shows become its own. */
    private static final Path PICTURES = Path.of("target/pictures");

    private static final Path GUIDE = Path.of("docs/images");

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private MessageSource messages;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("portal.url", () -> URL);
    }

    @BeforeAll
    static void open() {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        boolean required = Boolean.getBoolean("browser.required");
        if (chromium == null && required) {
            throw new IllegalStateException("No Chromium found, and browser.required is set.");
        }
        Assumptions.assumeTrue(chromium != null, "No Chromium found: browser tests are skipped.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void closeContextsAndListen() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    /** Somebody with an own browser, in a language and a look. */
    class Visitor {

        final Page page;
        final String language;
        private final boolean dark;

        Visitor(String language, ColorScheme look) {
            this(language, look, true);
        }

        Visitor(String language, ColorScheme look, boolean scripts) {
            this.language = language;
            this.dark = look == ColorScheme.DARK;
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setLocale(language)
                    .setJavaScriptEnabled(scripts)
                    .setTimezoneId(language.equals("ja") ? "Asia/Tokyo" : "Europe/London")
                    .setViewportSize(1280, 900)
                    .setColorScheme(look));
            context.setDefaultTimeout(PATIENCE.toMillis());
            contexts.add(context);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                boolean expected = message.text().contains("status of 4"); // refusals that a test asks for
                if (message.type().equals("error") && !expected) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
        }

        Visitor(String language) {
            this(language, ColorScheme.LIGHT);
        }

        /** The text under a key, in the visitor's language. */
        String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, Locale.forLanguageTag(language));
        }

        Visitor goTo(String path) {
            page.navigate(path.startsWith("http") ? path : URL + path);
            return this;
        }

        /** Signs in with one click as a demo person. */
        Visitor signInAs(String email) {
            page.locator("form:has(input[value='" + email + "']) button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            return this;
        }

        Visitor click(String key, Object... arguments) {
            Locator main = page.locator("main, dialog[open]");
            main.locator("a, button, summary")
                    .filter(new Locator.FilterOptions()
                            .setHasText(Pattern.compile("^\\s*" + escaped(text(key, arguments)) + "\\s*$")))
                    .locator("visible=true")
                    .last()
                    .click();
            return this;
        }

        // the browser’s expressions know no quoting
        private static String escaped(String text) {
            return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
        }

        Visitor fill(String id, String value) {
            page.fill("#" + id, value);
            return this;
        }

        Visitor sees(String key, Object... arguments) {
            page.locator("main").getByText(text(key, arguments)).first().waitFor();
            return this;
        }

        Visitor seesText(String text) {
            page.locator("main").getByText(text).first().waitFor();
            return this;
        }

        /** Opens the latest mail to that address, as its reader sees it. */
        Visitor reads(String recipient) {
            page.setContent(latestMailTo(recipient));
            return this;
        }

        /** Nothing serious for people who cannot see, hear or point as others do; and a picture for the guide. */
        Visitor looksRight(String name) {
            page.waitForLoadState();
            List<Rule> serious = new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations()
                            .stream()
                            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                            .toList();
            assertThat(serious)
                    .as("%s, %s", name, page.url())
                    .allSatisfy(rule -> fail(rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml())
                                    .toList()));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).as("texts without a message").doesNotContain("??");
            picture(name);
            return this;
        }

        private void picture(String name) {
            String file = name + "-" + language + (dark ? "-dark" : "") + ".png";
            boolean forGuide = Boolean.getBoolean("update.docs") && isInGuide(file);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath((forGuide ? GUIDE : PICTURES).resolve(file))
                    .setFullPage(true));
        }

        private boolean isInGuide(String file) {
            try {
                return Files.readString(Path.of("docs/guide." + language + ".md"))
                        .contains("images/" + file + ")");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The link, or the code, in the latest mail to that address. */
    String inMailTo(String recipient, Pattern pattern) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            String found = "";
                            for (MimeMessage message : mailServer.getReceivedMessages()) {
                                if (GreenMailUtil.getAddressList(message.getAllRecipients())
                                        .equals(recipient)) {
                                    Matcher matcher = pattern.matcher(plain(message));
                                    found = matcher.find() ? matcher.group() : found;
                                }
                            }
                            return found;
                        },
                        found -> !found.isEmpty());
    }

    private String latestMailTo(String recipient) {
        String html = "";
        try {
            for (MimeMessage message : mailServer.getReceivedMessages()) {
                if (GreenMailUtil.getAddressList(message.getAllRecipients()).equals(recipient)) {
                    html = part(message, 1);
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return html;
    }

    private static String plain(MimeMessage message) throws MessagingException, IOException {
        return part(message, 0);
    }

    /** The innermost text: the first alternative is the plain one, the second the HTML. */
    private static String part(MimeMessage message, int alternative) throws MessagingException, IOException {
        Object content = message.getContent();
        while (content instanceof Multipart parts) {
            content = parts.getBodyPart(Math.min(alternative, parts.getCount() - 1))
                    .getContent();
        }
        return content.toString();
    }
}
