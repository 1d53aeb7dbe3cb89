package org.partnerportal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.partnerportal.directory.DirectoryFixture.content;
import static org.partnerportal.directory.DirectoryFixture.english;
import static org.partnerportal.directory.DirectoryFixture.mark;
import static org.partnerportal.directory.DirectoryFixture.text;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.ListingFixture;
import org.partnerportal.listing.ListingService;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The directory as anybody sees it. */
@PortalTest
class DirectoryPageTests {

    private static final int LIGHT = 15 << 10;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private ListingFixture listings;

    @Autowired
    private ListingService listingService;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private DirectoryController controller;

    private Actor listed(ListingContent content) {
        Actor partner = tenants.partner();
        listings.publish(partner, content);
        return partner;
    }

    private String page(MockHttpServletRequestBuilder request, Locale locale) throws Exception {
        String page = browser.perform(request.locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).as("texts without a message").doesNotContain("??");
        return page;
    }

    private static ListingContent both(String mark) {
        return content(
                text("Blue Sky " + mark, "", "Moves schools to the cloud.", "Osaka"),
                text("あおぞら " + mark, "あおぞら", "学校のクラウド化を支援します。", "大阪"),
                Set.of("JP", "NO"),
                ServiceKind.CONSULTING,
                ServiceKind.MIGRATION,
                ServiceKind.SECURITY,
                ServiceKind.SUPPORT,
                ServiceKind.TRAINING,
                ServiceKind.LICENSING);
    }

    // searching

    @Test
    void visitorsCostNoSession() throws Exception {
        Actor partner = listed(both("nosession"));
        for (String address : List.of("/", "/directory", "/directory/" + partner.tenant(), contact(partner))) {
            browser.perform(get(address)).andExpect(status().isOk()).andExpect(cookie().doesNotExist("session"));
        }
        browser.perform(post("/appearance").param("language", "ja").param("continue", "/directory"))
                .andExpect(redirectedUrl("/directory"))
                .andExpect(cookie().doesNotExist("session"))
                .andExpect(cookie().exists("language"));
    }

    private static String contact(Actor partner) {
        return "/directory/" + partner.tenant() + "/contact";
    }

    @Test
    void showsWhatIsFoundInTheReadersLanguage() throws Exception {
        String mark = mark();
        listed(both(mark));
        assertThat(page(get("/directory").param("q", mark).param("country", "JP"), Locale.ENGLISH))
                .contains(
                        "1 partner",
                        "<title>" + mark + ", Japan – Find a partner",
                        "Blue Sky " + mark,
                        "Moves schools to the cloud.",
                        "United States",
                        "English, Japanese",
                        "+ 2 more",
                        "Solutions partner for Modern Work",
                        "Partner with granular delegated admin access",
                        "Remove: Japan",
                        "Clear all")
                .doesNotContain("あおぞら");
        assertThat(page(get("/directory").param("q", mark).param("country", "JP"), Locale.JAPANESE))
                .contains(
                        "パートナー 1 社",
                        "<title>" + mark + ", 日本 – パートナーを探す",
                        "あおぞら " + mark,
                        "学校のクラウド化を支援します。",
                        "アメリカ合衆国",
                        "日本 を解除",
                        "すべてクリア")
                .doesNotContain("Blue Sky");
    }

    @Test
    void marksWhatIsWrittenInTheOtherLanguageOnly() throws Exception {
        String mark = mark();
        listed(english("Northwind " + mark, "Moves schools."));
        assertThat(page(get("/directory").param("q", mark), Locale.JAPANESE))
                .contains("<h3 lang=\"en\">", "lang=\"en\">Moves schools.", "英語の情報だけを掲載しています");
        assertThat(page(get("/directory").param("q", mark), Locale.ENGLISH)).doesNotContain("<h3 lang");
    }

    @Test
    void leavesUnknownFiltersOutAndSaysSo() throws Exception {
        String mark = mark();
        listed(both(mark));
        String page = page(
                get("/directory")
                        .param("q", mark)
                        .param("service", "MAGIC<script>", "SECURITY")
                        .param("country", "XX")
                        .param("utm_source", "mail"),
                Locale.ENGLISH);
        assertThat(page)
                .contains("1 partner", "Unknown filters were left out", "Service: “MAGIC&lt;script&gt;”", "“XX”")
                .doesNotContain("MAGIC<script>", "utm_source");
        assertThat(page(get("/directory").param("size", "HUGE"), Locale.JAPANESE))
                .contains("不明な絞り込み条件は除外しました", "対象とする組織の規模:「HUGE」");
    }

    @Test
    void showsTheNearestPageAndSaysSo() throws Exception {
        String mark = mark();
        listed(both(mark));
        for (String number : List.of("-1", "0", "2", "1000000000", "99999999999999999999")) {
            assertThat(page(get("/directory").param("q", mark).param("page", number), Locale.ENGLISH))
                    .contains("There is no page “" + number + "”. This is page 1 of 1.", "Blue Sky");
        }
        assertThat(page(get("/directory").param("q", mark).param("page", "abc"), Locale.JAPANESE))
                .contains("ページ「abc」はありません。全 1 ページ中の 1 ページ目を表示しています。");
        assertThat(page(get("/directory").param("q", mark).param("page", "1"), Locale.ENGLISH))
                .doesNotContain("There is no page");
    }

    @Test
    void hasPagesToGoTo() throws Exception {
        String mark = mark();
        for (int number = 0; number <= DirectorySearch.PAGE; number++) {
            listed(english("Many " + mark, "Sells."));
        }
        String first = page(get("/directory").param("q", mark).param("service", "SUPPORT"), Locale.ENGLISH);
        assertThat(first)
                .contains(
                        "21 partners",
                        "href=\"/directory?q=" + mark + "&amp;service=SUPPORT&amp;page=2\"",
                        "rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(page(get("/directory").param("q", mark).param("page", "2"), Locale.ENGLISH))
                .contains("href=\"/directory?q=" + mark + "\"", "rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(zipped(first)).as("a light page").isLessThan(LIGHT);
    }

    private static int zipped(String page) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void saysThatNothingMatchesAndLeadsOn() throws Exception {
        String mark = mark();
        listed(both(mark));
        assertThat(page(get("/directory").param("q", mark + "x"), Locale.ENGLISH))
                .contains("Nothing matches", "Check the spelling", "Clear all");
        assertThat(page(get("/directory").param("q", mark).param("country", "FR"), Locale.JAPANESE))
                .contains("一致するパートナーはありません", "条件なしで「" + mark + "」を検索", "href=\"/directory?q=" + mark + "\"", "フランス");
    }

    @Test
    void whateverIsTypedIsShownAsTextAndCutShort() throws Exception {
        String script = "<script>alert(1)</script>";
        assertThat(page(get("/directory").param("q", script), Locale.ENGLISH))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain(script);
        for (String q : List.of("\u0000", "%", "_", "'", "+&=#/?", "あ".repeat(10_000), "\uD800")) {
            page(get("/directory").param("q", q), Locale.JAPANESE);
        }
        assertThat(page(get("/directory").param("q", "a".repeat(10_000)), Locale.ENGLISH))
                .contains("a".repeat(100))
                .doesNotContain("a".repeat(101));
        assertThat(page(get("/directory").param("q", "C++ & \"café\""), Locale.ENGLISH))
                .contains("value=\"C++ &amp; &quot;café&quot;\"");
    }

    @Test
    void saysThatItTookTooLong() throws Exception {
        var request = new MockHttpServletRequest();
        request.addParameter("q", "north wind");
        request.addParameter("service", "SECURITY");
        var page = controller.tookTooLong(new QueryTimeoutException("late"), request, Locale.ENGLISH);
        assertThat(page.getStatus().value()).isEqualTo(503);
        assertThat(page.getModel()).containsKeys("filter", "chips", "searched").doesNotContainKey("result");
        assertThat(page.getViewName()).isEqualTo("directory/search");
    }

    // nobody is watched

    @Test
    void lookingAroundDoesNoMoreThanTheFrontPage() throws Exception {
        browser.perform(get("/directory"))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                        .contains("default-src 'self'"));
    }

    // a partner's page

    @Test
    void showsAPartnerInBothLanguagesWithTheWayBack() throws Exception {
        String mark = mark();
        UUID partner = listed(both(mark)).tenant().value();
        assertThat(page(get("/directory/" + partner).param("q", mark).param("page", "3"), Locale.ENGLISH))
                .contains(
                        "Blue Sky " + mark,
                        "Contact me",
                        "/directory/" + partner + "/contact",
                        "Back to the results",
                        "href=\"/directory?q=" + mark + "&amp;page=3\"",
                        "Training",
                        "Norway",
                        "sales@partner.example");
        assertThat(page(get("/directory/" + partner), Locale.JAPANESE))
                .contains("あおぞら " + mark, "連絡を希望する", "パートナーを探す", "ノルウェー")
                .doesNotContain("検索結果に戻る");
    }

    @Test
    void theWayBackStaysInTheDirectory() throws Exception {
        UUID partner = listed(both(mark())).tenant().value();
        assertThat(page(
                        get("/directory/" + partner)
                                .param("q", "//evil.example")
                                .param("back", "https://evil.example"),
                        Locale.ENGLISH))
                .contains("href=\"/directory?q=%2F%2Fevil.example\"")
                .doesNotContain("https://evil.example");
    }

    @Test
    void whoeverCannotBeFoundHasNoPage() throws Exception {
        Actor hidden = listed(both(mark()));
        listingService.hide(hidden);
        Actor blocked = listed(both(mark()));
        listingService.block(tenants.operator(), blocked.tenant(), "Wrong address.");
        Actor never = tenants.partner();
        Actor customer = tenants.customer();
        for (Object id : List.of(
                hidden.tenant(),
                blocked.tenant(),
                never.tenant(),
                customer.tenant(),
                UUID.randomUUID(),
                "garbage",
                "1-or-1=1")) {
            browser.perform(get("/directory/" + id).locale(Locale.ENGLISH))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("This page does not exist")))
                    .andExpect(content().string(containsString("href=\"/directory\"")));
        }
    }

    @Test
    void leadsToTheRelationshipThatTheReadersOrganisationHas() throws Exception {
        Actor partner = listed(both(mark()));
        Actor customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        invitations.relationship(partner, customer, PartnerType.GDAP);
        String address = "/settings/partner-relationships/" + partner.tenant();
        var request = get("/directory/" + partner.tenant());
        browser.perform(request.with(SignedIn.as(customer))).andExpect(content().string(containsString(address)));
        for (Actor other : List.of(stranger, tenants.colleague(customer), partner)) {
            browser.perform(get("/directory/" + partner.tenant()).with(SignedIn.as(other)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(address))));
        }
    }

    // the way to it

    @Test
    void isReachedFromTheFrontAndFromTheStartPage() throws Exception {
        assertThat(page(get("/"), Locale.ENGLISH)).contains("href=\"/directory\"", "Find a partner");
        Actor without = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        assertThat(page(get("/").with(SignedIn.as(without)), Locale.ENGLISH))
                .contains("You do not work with a partner yet", "href=\"/directory\"");
        invitations.relationship(tenants.partner(), without, PartnerType.GDAP);
        assertThat(page(get("/").with(SignedIn.as(without)), Locale.ENGLISH))
                .doesNotContain("You do not work with a partner yet");
    }
}
