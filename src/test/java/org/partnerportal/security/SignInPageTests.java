package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.PortalTest;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Sign-in, where it leads, and how sessions end. */
@PortalTest
class SignInPageTests {

    @Autowired
    private OwnSessions sessions;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    private MvcResult signIn(String email, String password, String continueAt) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", email)
                        .param("password", password)
                        .param("continue", continueAt))
                .andReturn();
    }

    @ParameterizedTest
    @CsvSource({
        "/account, /account",
        "/invitation/1?x=1, /invitation/1?x=1",
        "https://evil.example/, /",
        "//evil.example/, /",
        "/\\evil.example, /",
        "javascript:alert(1), /",
        "/日本, /",
        "/..//x, /"
    })
    void leadsBackOnlyToThePortalsOwnPages(String continueAt, String expected) throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(signIn(actor.email(), TenantFixture.PASSWORD, continueAt)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(expected);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressLookTheSame() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String wrong = signIn(actor.email(), "wrong", "/account").getResponse().getRedirectedUrl();
        String unknown = signIn("nobody@nowhere.example", "wrong", "/account")
                .getResponse()
                .getRedirectedUrl();
        assertThat(wrong).isEqualTo(unknown).isEqualTo("/sign-in?error&continue=/account");
    }

    @Test
    void onlyWhoKnowsThePasswordReadsThatTheAccountIsSwitchedOff() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        tenants.disableAccount(actor.account());
        assertThat(signIn(actor.email(), TenantFixture.PASSWORD, "/account")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?disabled&continue=/account");
        assertThat(signIn(actor.email(), "wrong", "/account").getResponse().getRedirectedUrl())
                .isEqualTo("/sign-in?error&continue=/account");
        browser.perform(get("/sign-in?disabled"))
                .andExpect(content().string(containsString("the account or its organisation is switched off")));
    }

    @Test
    void whoeverComesWithASessionThatIsGoneReadsSo() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Cookie session =
                signIn(actor.email(), TenantFixture.PASSWORD, "").getResponse().getCookie("session");
        browser.perform(get("/account").cookie(session)).andExpect(status().isOk());
        sessions.endOthers(actor.account(), "");
        browser.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in?lost"));
        browser.perform(get("/account")).andExpect(redirectedUrl("/sign-in"));
        browser.perform(get("/sign-in?lost")).andExpect(content().string(containsString("Your session is over")));
    }

    @Test
    void theAddressMayBeTypedInAnyCase() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(signIn("  " + actor.email().toUpperCase(), TenantFixture.PASSWORD, "")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void theSessionGetsANewIdAndASafeCookie() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Cookie before =
                browser.perform(get("/sign-in")).andReturn().getResponse().getCookie("session");
        MvcResult result = browser.perform(post("/sign-in")
                        .cookie(before)
                        .with(csrf())
                        .param("email", actor.email())
                        .param("password", TenantFixture.PASSWORD))
                .andReturn();
        Cookie after = result.getResponse().getCookie("session");
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getAttribute("SameSite")).isEqualTo("Lax");
        browser.perform(get("/account").cookie(after)).andExpect(status().isOk());
        browser.perform(get("/account").cookie(before)).andExpect(redirectedUrl("/sign-in?lost"));
    }

    @Test
    void anIconThatTheBrowserLooksForIsNotWhereAPersonWantedToGo() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Cookie session = browser.perform(get("/billing/agreement").header("Accept", "text/html"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        browser.perform(get("/apple-touch-icon.png").header("Accept", "*/*").cookie(session));
        browser.perform(post("/sign-in")
                        .cookie(session)
                        .with(csrf())
                        .param("email", actor.email())
                        .param("password", TenantFixture.PASSWORD))
                .andExpect(redirectedUrl("http://localhost/billing/agreement"));
    }

    @Test
    void requestsOfOneSessionAtTheSameMomentDoNotFail() throws Exception {
        for (int round = 0; round < 20; round++) {
            Cookie session =
                    browser.perform(get("/sign-in")).andReturn().getResponse().getCookie("session");
            var together = Executors.newFixedThreadPool(8);
            try {
                Callable<Integer> follow =
                        () -> browser.perform(get("/i/some-link").cookie(session))
                                .andReturn()
                                .getResponse()
                                .getStatus();
                for (Future<Integer> answer : together.invokeAll(Collections.nCopies(8, follow))) {
                    assertThat(answer.get()).isEqualTo(303);
                }
            } finally {
                together.shutdownNow();
            }
        }
    }

    @Test
    void aSessionEndsAfterEightHoursWhateverItsUse() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Instant now = Instant.now();
        browser.perform(get("/account")
                        .with(SignedIn.since(
                                actor, now.minus(Duration.ofHours(8)).plusSeconds(60))))
                .andExpect(status().isOk());
        browser.perform(get("/account").with(SignedIn.since(actor, now.minus(Duration.ofHours(8)))))
                .andExpect(redirectedUrl("/sign-in?ended"));
    }

    @Test
    void ownSessionsAreListedAndTheOthersCanBeEnded() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Cookie first =
                signIn(actor.email(), TenantFixture.PASSWORD, "").getResponse().getCookie("session");
        Cookie second =
                signIn(actor.email(), TenantFixture.PASSWORD, "").getResponse().getCookie("session");
        browser.perform(post("/account/end-sessions").cookie(second).with(csrf()))
                .andExpect(redirectedUrl("/account"));
        browser.perform(get("/account").cookie(first)).andExpect(redirectedUrl("/sign-in?lost"));
        browser.perform(get("/account").cookie(second)).andExpect(status().isOk());
    }

    @Test
    void ownSessionsAreKnownByTheirBrowsers() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Cookie session = browser.perform(post("/sign-in")
                        .with(csrf())
                        .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/145.0 " + "<b>".repeat(200))
                        .param("email", actor.email())
                        .param("password", TenantFixture.PASSWORD))
                .andReturn()
                .getResponse()
                .getCookie("session");
        signIn(actor.email(), TenantFixture.PASSWORD, "");
        browser.perform(get("/account").cookie(session))
                .andExpect(content().string(containsString("Firefox on Windows")))
                .andExpect(content().string(containsString("Unknown browser")));
        browser.perform(get("/account").cookie(session, new Cookie("language", "ja")))
                .andExpect(content().string(containsString("Windows の Firefox")));
    }

    @Test
    void timeZonesAreGroupedByRegionInTheReadersLanguage() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        String page = browser.perform(get("/account").with(SignedIn.as(actor)).cookie(new Cookie("language", "ja")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("<optgroup label=\"アジア\">", "<option value=\"Asia/Tokyo\">東京 (日本時間)</option>")
                .containsOnlyOnce("selected=\"selected\">ロンドン")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"UTC, UTC (", "Z, UTC (", "Japan, Japan"})
    void aTimeZoneOutsideOfTheRegionsIsShownAsChosenToo(String zone, String shown) throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        browser.perform(post("/account")
                        .with(SignedIn.as(actor))
                        .with(csrf())
                        .param("language", "en")
                        .param("zone", zone)
                        .param("theme", "SYSTEM"))
                .andExpect(redirectedUrl("/account"));
        browser.perform(get("/account").with(SignedIn.as(actor)))
                .andExpect(content().string(containsString("selected=\"selected\">" + shown)));
    }

    @Test
    void languageZoneAndLookAreKeptWithTheAccount() throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        browser.perform(post("/account")
                        .with(SignedIn.as(actor))
                        .with(csrf())
                        .param("language", "ja")
                        .param("zone", "Asia/Tokyo")
                        .param("theme", "DARK"))
                .andExpect(redirectedUrl("/account"));
        String page = browser.perform(get("/account").with(SignedIn.as(actor)).cookie(new Cookie("language", "ja")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("lang=\"ja\"", "data-bs-theme=\"dark\"", "タイム ゾーン");
        browser.perform(post("/account")
                        .with(SignedIn.as(actor))
                        .with(csrf())
                        .param("language", "xx")
                        .param("zone", "Moon/Crater")
                        .param("theme", "DARK"))
                .andExpect(status().isNotFound());
    }

    /** What stands behind the sign-in's own form cuts off all that cannot be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"%s\0", "\0%s", "%s\u0001"})
    void anAddressWithSignsThatCannotBeSeenIsUnknown(String form) throws Exception {
        Actor actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        assertThat(signIn(form.formatted(actor.email()), TenantFixture.PASSWORD, "/account")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?error&continue=/account");
        assertThat(signIn(" " + actor.email() + "\t", TenantFixture.PASSWORD, "/account")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/account");
    }
}
