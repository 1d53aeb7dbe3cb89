package org.partnerportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.home.Icons;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The page of the history as people see it. */
@PortalTest
class HistoryPageTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TrailKinds kinds;

    @Autowired
    private ITemplateEngine templates;

    @Autowired
    private Icons icons;

    private Actor customer;
    private Actor partner;

    @BeforeEach
    void people() {
        customer = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        partner = tenants.partner("Fabrikam");
    }

    private void happens(String kind, Instant at, Map<String, String> details) {
        Happening.between(customer, partner, kind, at, details).in(new TransactionTemplate(transactions), events);
    }

    private ResultActions open(Actor reader, String address) throws Exception {
        return browser.perform(get(URI.create(address)).with(SignedIn.as(reader)));
    }

    private ResultActions sees(String address, String... texts) throws Exception {
        ResultActions page = open(customer, address).andExpect(status().isOk());
        for (String text : texts) {
            page.andExpect(content().string(containsString(text)));
        }
        return page;
    }

    @Test
    void saysThatNothingHasHappenedYet() throws Exception {
        sees("/settings/history", "Nothing has happened yet")
                .andExpect(content().string(not(containsString("history.csv"))));
    }

    @Test
    void saysThatNothingMatchesAndLeadsBackToEverything() throws Exception {
        happens("RolesRemoved", NOON, Map.of());
        sees(
                "/settings/history?q=nothing%20of%20the%20kind",
                "Nothing matches", "value=\"nothing of the kind\"", "href=\"/settings/history\">Clear filters");
    }

    @Test
    void keepsTheFilterInEveryLink() throws Exception {
        for (int count = 0; count < 55; count++) {
            happens("RolesRemoved", NOON.plusSeconds(count), Map.of("reference", "A+B & C"));
        }
        String query =
                "q=a%2Bb%20%26%20c&amp;person=ben&amp;with=fab&amp;kind=RolesRemoved&amp;from=2026-03-01&amp;to=2026-03-31";
        String asked = "?q=a%2Bb%20%26%20c&person=ben&with=fab&kind=RolesRemoved&from=2026-03-01&to=2026-03-31";
        String page = sees(
                        "/settings/history" + asked,
                        "/settings/history.csv?" + query + "\"",
                        "/settings/history.json?" + query + "\"",
                        "value=\"RolesRemoved\" selected",
                        "value=\"2026-03-01\"",
                        "rel=\"next\"")
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(older.find()).isTrue();
        assertThat(older.group(1)).startsWith("/settings/history?" + query + "&amp;before=");
        browser.perform(get(URI.create(older.group(1).replace("&amp;", "&"))).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("rel=\"prev\"")))
                .andExpect(content().string(containsString("First page")))
                .andExpect(content().string(not(containsString("rel=\"next\""))));
    }

    @Test
    void saysWhatOfTheAddressWasLeftOut() throws Exception {
        happens("RolesRemoved", NOON, Map.of());
        sees(
                "/settings/history?kind=%3Cb%3E&from=yesterday",
                "Part of the address was left out",
                "What: “&lt;b&gt;” is not known here.",
                "First day: “yesterday” is not known here.",
                "<strong>Roles removed");
    }

    @Test
    void oneOrganisationIsNamedAndCanBeLeft() throws Exception {
        happens("RolesRemoved", NOON, Map.of());
        sees(
                "/settings/history?q=removed&with=" + partner.tenant(),
                "<strong class=\"d-block\">Fabrikam</strong>",
                "href=\"/settings/history?q=removed\">Any organisation",
                "name=\"with\" value=\"" + partner.tenant() + "\"");
    }

    @Test
    void speaksJapaneseToo() throws Exception {
        happens("RolesRemoved", NOON, Map.of());
        Happening.alone(customer, "SignInSucceeded", NOON).in(new TransactionTemplate(transactions), events);
        browser.perform(get("/settings/history?from=x")
                        .with(SignedIn.as(customer))
                        .cookie(new Cookie("language", "ja")))
                .andExpect(content().string(containsString("<strong>サインイン</strong>")))
                .andExpect(content().string(containsString("アドレスの一部を無視しました")))
                .andExpect(content().string(containsString("CSV をダウンロード")))
                .andExpect(content().string(not(containsString("??"))));
        browser.perform(get("/settings/history.csv").with(SignedIn.as(customer)).cookie(new Cookie("language", "ja")))
                .andExpect(content().string(containsString("日時 (UTC),出来事,種別")));
    }

    @Test
    void cellsAreNoFormulas() throws Exception {
        happens("RolesRemoved", NOON, Map.of("reason", "=1+1"));
        Happening evil = new Happening(
                NOON,
                "RolesRemoved",
                new Who(customer.account(), customer.tenant(), "=cmd|' /C calc'!A0"),
                null,
                customer.tenant(),
                partner.tenant(),
                UUID.randomUUID(),
                Map.of());
        evil.in(new TransactionTemplate(transactions), events);
        String file = open(customer, "/settings/history.csv")
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"history.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains(",'=cmd|' /C calc'!A0,").doesNotContain(",=", "\n=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/history", "/settings/history.csv", "/settings/history.json"})
    void whoeverMayNotReadItIsTold(String address) throws Exception {
        open(tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR), address)
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("The history can be seen by Global Administrators")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "\\", "%", "\u0000", "{}", "🏫", "a' or 'a'='a", "<script>alert(1)</script>"})
    void hostileWordsFindNothingAndBreakNothing(String words) throws Exception {
        String encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);
        for (String name : List.of("q", "person", "with", "kind", "from", "to", "before", "after")) {
            browser.perform(get(URI.create("/settings/history?" + name + "=" + encoded))
                            .with(SignedIn.as(customer)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
    }

    @Test
    void everythingThatTheTrailKeepsCanBeChosenAndEveryAreaHasALabel() {
        List<String> offered = new ArrayList<>();
        Actor all = tenants.colleague(partner, AdminRole.OPERATOR);
        for (TrailKinds.Choice choice : kinds.choices(all, "")) {
            assertThat(choice.area()).isNotEqualTo(TrailArea.OTHER); // what nothing of ours should fall under
            choice.kinds().forEach(kind -> offered.add(kind.name()));
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                assertThat(messages.getMessage("TrailArea." + choice.area(), null, locale))
                        .isNotBlank();
            }
        }
        assertThat(offered)
                .doesNotHaveDuplicates()
                .contains("RolesRemoved", "InvitationSent", "SignInFailed", "Refused", "AccessReviewFinished");
    }

    /** Writes times as the pages' own does, whose constructor is not for others. */
    public static class Dates {

        public String time(Instant time) {
            return time.toString();
        }
    }

    @ParameterizedTest
    @EnumSource(TrailProblem.class)
    void aCheckCanBeShownInBothLanguages(TrailProblem problem) {
        var head = new TrailReport.Head(12_345, "ab".repeat(32));
        UUID entry = UUID.randomUUID();
        for (TrailReport.BadRow bad : Arrays.asList(
                null, new TrailReport.BadRow(12_346L, entry, problem), new TrailReport.BadRow(null, null, problem))) {
            var report = new TrailReport(NOON, Duration.ofMillis(1_234), 12_345, head, 7, bad);
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                var page = new Context(locale, Map.of("report", report, "icons", icons, "dates", new Dates()));
                String shown = templates.process("audit/check", Set.of("result"), page);
                String verdict = bad == null ? "audit.check.sound" : "audit.check.bad";
                assertThat(shown)
                        .contains(messages.getMessage(verdict, null, locale), "12345:abab", "12,345<", "1,234 ms")
                        .doesNotContain("??");
                if (bad != null) {
                    assertThat(shown).contains(messages.getMessage("TrailProblem." + problem, null, locale));
                    assertThat(shown.contains(entry.toString())).isEqualTo(bad.entry() != null);
                }
            }
        }
    }

    private List<String> offered(Actor reader, String chosen) {
        return kinds.choices(reader, chosen).stream()
                .flatMap(choice -> choice.kinds().stream())
                .map(TrailKinds.Kind::name)
                .toList();
    }

    @Test
    void onlyWhatCanStandInTheReadersHistoryCanBeChosen() throws Exception {
        assertThat(offered(customer, ""))
                .contains("InvitationAccepted", "SignInSucceeded", "DeviceRegistered", "PublicationCustomerTold")
                .doesNotContain("OperatorAppointed", "JobsStarted", "PublicationDemanded", "AgreementPublished")
                .doesNotContain("BatchStarted", "RoleTemplateCreated", "ListingApproved", "SecurityGroupCreated")
                .noneMatch(kind -> kind.startsWith("Software"));
        assertThat(offered(partner, ""))
                .contains("InvitationAccepted", "BatchStarted", "RoleTemplateCreated", "ListingApproved")
                .doesNotContain("BatchFinished", "DeviceBatchFinished")
                .doesNotContain("OperatorAppointed", "JobsStarted", "MailSentAgain", "TrailCheckAsked");
        assertThat(offered(tenants.operator(), ""))
                .contains("OperatorAppointed", "JobsStarted", "MailSentAgain", "TrailCheckAsked", "SignInSucceeded")
                .doesNotContain("BatchStarted", "RoleTemplateCreated");
        assertThat(offered(customer, "JobsStarted")).contains("JobsStarted");
        sees("/settings/history?kind=operation", "value=\"operation\" selected");
    }

    @Test
    void theTechnicalNameOfAFormIsLeftToTheFileForMachines() throws Exception {
        happens("Refused", NOON, Map.of("route", "POST /partner/referrals/{id}/assign", "refusal", "error.back"));
        sees("/settings/history", "<strong>Refused")
                .andExpect(content().string(not(containsString("/partner/referrals/{id}/assign"))));
        open(customer, "/settings/history.csv")
                .andExpect(content().string(containsString("Tried: Referrals › Assign")));
        open(customer, "/settings/history.json")
                .andExpect(content().string(containsString("POST /partner/referrals/{id}/assign")));
    }

    @Test
    void whatAnOrganisationDoesByItselfHasNoPartnerAndNoCustomer() throws Exception {
        Happening.alone(partner, "SignInSucceeded", NOON).in(new TransactionTemplate(transactions), events);
        happens("RolesRemoved", NOON, Map.of());
        String csv = open(partner, "/settings/history.csv")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv)
                .containsPattern("Signed in,SignInSucceeded,[^,]*,,,,")
                .containsPattern("Roles removed,RolesRemoved,[^,]*,[^,]*,Fabrikam[^,]*,[^,]+,");
        open(partner, "/settings/history.json?kind=SignInSucceeded")
                .andExpect(content().string(containsString("\"customer\":null")));
    }

    @Test
    void aPlaceInTheHistoryThatThereIsNotIsTold() throws Exception {
        happens("RolesRemoved", NOON, Map.of());
        sees("/settings/history?before=zzz", "Part of the address was left out", "“zzz” is not known here");
        sees("/settings/history?after=1-2", "Part of the address was left out", "“1-2” is not known here");
    }
}
