package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.args.AxeRunOptions;
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
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
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
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.mpsa.MpsaFixture;
import org.partnerportal.subscription.SubscriptionFixture;
import org.partnerportal.tenant.Actor;
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
@Import({
    PortalTestConfiguration.class,
    TenantFixture.class,
    InvitationFixture.class,
    ListingFixture.class,
    MpsaFixture.class,
    SubscriptionFixture.class
})
abstract class BrowserTest {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String URL = "http://localhost:" + PORT;
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final int PHONE_HEIGHT = 812;
    /** The narrowest phone that the portal is made for, and a usual one. */
    private static final int[] PHONES = {320, 375};

    /** Milliseconds after which a browser has begun to send what the first click of two sends. */
    private static final int BETWEEN_CLICKS = 20;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Of all the rules of axe, those that another look can break: a page is the same in both but for its colours. */
    private static final List<String> DEPENDS_ON_LOOK = List.of("color-contrast", "link-in-text-block");

    /** With {@code -Dpictures=true} every page as a picture; with {@code -Dupdate.docs=true} the guide's own are drawn anew. */
    private static final Path PICTURES = Path.of("target/pictures");

    private static final Path GUIDE = Path.of("docs/images");

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private GreenMail mailServer;

    @Autowired
    private MessageSource messages;

    @Autowired
    TenantFixture tenants;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("portal.url", () -> URL);
    }

    @BeforeAll
    static void open() {
        Path chromium = Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
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
        int formsSent;
        private final ColorScheme look;

        Visitor(String language, ColorScheme look) {
            this(language, look, true);
        }

        Visitor(String language, ColorScheme look, boolean scripts) {
            this.language = language;
            this.look = look;
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setLocale(language)
                    .setTimezoneId(language.equals("ja") ? "Asia/Tokyo" : "Europe/London")
                    .setViewportSize(WIDTH, HEIGHT)
                    .setJavaScriptEnabled(scripts)
                    .setColorScheme(look)
                    .setReducedMotion(ReducedMotion.REDUCE)); // a colour on its way to another is neither
            context.setDefaultTimeout(PATIENCE.toMillis());
            contexts.add(context);
            page = context.newPage();
            page.onConsoleMessage(message -> {
                boolean expected = message.text().contains("status of 4"); // refusals that a test asks for
                if (message.type().equals("error") && !expected) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onRequest(request -> formsSent += request.method().equals("POST") ? 1 : 0);
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

        /** Signs in as somebody whom a test made, on the way to that page, and takes the own language along. */
        Visitor signIn(Actor person, String path) {
            goTo(path).fill("email", person.email()).fill("password", TenantFixture.PASSWORD);
            click("sign-in.button");
            page.waitForURL(url -> url.endsWith(path));
            page.locator("footer button[lang=" + language + "]").click();
            return this;
        }

        Visitor click(String key, Object... arguments) {
            control(key, arguments).click();
            return this;
        }

        /** As people do who double-click on everything. */
        Visitor doubleClick(String key, Object... arguments) {
            control(key, arguments).dblclick(new Locator.DblclickOptions().setDelay(BETWEEN_CLICKS));
            return this;
        }

        private Locator control(String key, Object... arguments) {
            Locator main = page.locator("main, dialog[open]");
            return main.locator("a, button, summary")
                    .filter(new Locator.FilterOptions()
                            .setHasText(Pattern.compile("^\\s*" + escaped(text(key, arguments)) + "\\s*$")))
                    .locator("visible=true")
                    .last();
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
            page.locator("main")
                    .getByText(text(key, arguments))
                    .locator("visible=true") // the choices of a closed list are there and not seen
                    .first()
                    .waitFor();
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

        /**
         * Nothing serious for people who cannot see, hear or point as others do, in the visitor's look and in the other one;
         * nothing to scroll sideways on a phone; and a picture for the guide.
         */
        Visitor looksRight(String name) {
            page.waitForLoadState();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.content()).as("texts without a message").doesNotContain("??");
            ColorScheme other = look == ColorScheme.DARK ? ColorScheme.LIGHT : ColorScheme.DARK;
            boolean english = language.equals("en");
            if (english) { // colours are the same in both languages: one of them is looked at in both looks
                isForEverybody(name, look, axe().withTags(WCAG));
            }
            picture(name, look, "");
            show(other);
            AxeBuilder second = axe();
            isForEverybody(name, other, english ? second.withRules(DEPENDS_ON_LOOK) : second.withTags(WCAG));
            for (int width : PHONES) {
                page.setViewportSize(width, PHONE_HEIGHT);
                Object needed = page.evaluate("document.documentElement.scrollWidth");
                assertThat((int) needed)
                        .as("%s, %s: width at %d px", name, page.url(), width)
                        .isLessThanOrEqualTo(width);
            }
            picture(name, other, "-phone");
            page.setViewportSize(WIDTH, HEIGHT);
            show(look);
            return this;
        }

        /** Pages have no frames: without asking for those, and for what is right, axe is five times as fast. */
        private AxeBuilder axe() {
            AxeRunOptions options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            return new AxeBuilder(page).setLegacyMode(true).options(options);
        }

        private void show(ColorScheme scheme) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String theme = scheme.name().toLowerCase(Locale.ROOT);
            // a mail has no look of its own; a page follows the system, as nobody here has chosen otherwise
            page.locator("html[data-bs-theme=" + theme + "], html:not([data-bs-theme])")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        }

        private void isForEverybody(String name, ColorScheme shown, AxeBuilder check) {
            List<Rule> serious = check.analyze().getViolations().stream()
                    .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                    .toList();
            assertThat(serious)
                    .as("%s, %s, %s", name, shown, page.url())
                    .allSatisfy(rule -> fail(rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream()
                                    .map(node -> node.getHtml())
                                    .toList()));
        }

        private void picture(String name, ColorScheme shown, String size) {
            String file = name + "-" + language + size + (shown == ColorScheme.DARK ? "-dark" : "") + ".png";
            boolean forGuide = Boolean.getBoolean("update.docs") && isInGuide(file);
            if (!forGuide && !Boolean.getBoolean("pictures")) {
                return;
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath((forGuide ? GUIDE : PICTURES).resolve(file))
                    .setFullPage(page.locator("dialog[open]").count() == 0)); // a dialog is shown as people see it
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

    /** Gives an organisation and its person names that look well in the guide. */
    Actor called(Actor of, String language, Named as) {
        return language.equals("ja")
                ? tenants.called(of, as.japanese, as.japanesePerson)
                : tenants.called(of, as.english, as.englishPerson);
    }

    /** Fictional names. */
    enum Named {
        CUSTOMER("Riverside School", "Ben Carter", "みどり学園", "佐々木 健"),
        PARTNER("Fjord Cloud", "Sam Holm", "みなとクラウド", "森 彩"),
        OTHER_PARTNER("Harbor Licensing", "Ida Lund", "ほくと販売", "林 誠");

        private final String english;
        private final String englishPerson;
        private final String japanese;
        private final String japanesePerson;

        Named(String english, String englishPerson, String japanese, String japanesePerson) {
            this.english = english;
            this.englishPerson = englishPerson;
            this.japanese = japanese;
            this.japanesePerson = japanesePerson;
        }
    }

    /** Somebody whose browser runs no scripts, so that nothing holds back a second click. */
    Visitor withoutScripts(String language) {
        return new Visitor(language, ColorScheme.LIGHT, false);
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
