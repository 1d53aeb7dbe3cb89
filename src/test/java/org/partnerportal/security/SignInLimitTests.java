package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.shared.Limited;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten wrong passwords in a quarter of an hour, from one network, and no more. */
@PortalTest
class SignInLimitTests {

    private static final String HERE = "198.51.100.7";
    private static final String ELSEWHERE = "198.51.100.8";
    private static final int TOO_MANY = 429;

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private Limits limits;

    @Autowired
    private TransactionTemplate transaction;

    private Actor person;

    @BeforeEach
    void somebody() {
        person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private MvcResult signIn(String email, String password, String from) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        })
                        .param("email", email)
                        .param("continue", "/account")
                        .param("password", password))
                .andReturn();
    }

    private int status(String email, String password, String from) throws Exception {
        return signIn(email, password, from).getResponse().getStatus();
    }

    private void fail(String email, int times) throws Exception {
        for (int count = 0; count < times; count++) {
            assertThat(status(email, "wrong", HERE)).isEqualTo(302);
        }
    }

    @Test
    void afterTenFailuresNoPasswordIsLookedAtUntilTheFirstIsAQuarterOfAnHourOld() throws Exception {
        fail(person.email(), 10);
        MvcResult refused = signIn(person.email(), TenantFixture.PASSWORD, HERE);
        assertThat(refused.getResponse().getStatus()).isEqualTo(TOO_MANY);
        assertThat(refused.getResponse().getHeader("Retry-After")).matches("8\\d\\d|900");
        assertThat(refused.getRequest().getSession().getAttribute("SPRING_SECURITY_CONTEXT"))
                .isNull();
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(person.email(), TenantFixture.PASSWORD, HERE)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/account");
    }

    @Test
    void anotherWayToWriteTheAddressIsNoWayAround() throws Exception {
        fail(person.email(), 10);
        assertThat(browser.perform(post(URI.create("/%73ign-in"))
                                .with(csrf())
                                .with(request -> {
                                    request.setRemoteAddr(HERE);
                                    return request;
                                })
                                .param("email", person.email())
                                .param("password", TenantFixture.PASSWORD))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(TOO_MANY);
    }

    @Test
    void strangersLockNobodyOut() throws Exception {
        fail(person.email(), 10);
        assertThat(signIn(person.email(), TenantFixture.PASSWORD, ELSEWHERE)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/account");
        assertThat(status(person.email(), TenantFixture.PASSWORD, HERE))
                .as("a success elsewhere frees nobody here")
                .isEqualTo(TOO_MANY);
    }

    @Test
    void whoSucceedsBeginsAnew() throws Exception {
        fail(person.email(), 9);
        assertThat(status(person.email(), TenantFixture.PASSWORD, HERE)).isEqualTo(302);
        fail(" " + person.email().toUpperCase(java.util.Locale.ROOT), 10);
        assertThat(status(person.email(), TenantFixture.PASSWORD, HERE))
                .as("however the address is typed")
                .isEqualTo(TOO_MANY);
    }

    @Test
    void aNetworkThatTriesManyAddressesGetsNoFurther() throws Exception {
        String from = "198.51.100.9";
        transaction.executeWithoutResult(status -> {
            for (int failure = 1; failure < 300; failure++) {
                limits.use(Limit.NETWORK_FAILURES, from, clock.instant());
            }
        });
        assertThat(status(person.email(), TenantFixture.PASSWORD, from))
                .as("a success is no failure")
                .isEqualTo(302);
        assertThat(status(UUID.randomUUID() + "@nowhere.example", "wrong", from))
                .isEqualTo(302);
        assertThat(status(person.email(), TenantFixture.PASSWORD, from)).isEqualTo(TOO_MANY);
        assertThat(status(person.email(), TenantFixture.PASSWORD, ELSEWHERE)).isEqualTo(302);
        clock.advance(Duration.ofMinutes(15));
        assertThat(status(person.email(), TenantFixture.PASSWORD, from)).isEqualTo(302);
    }

    @Test
    void whetherThereIsSuchAnAccountIsNotTold() throws Exception {
        String nobody = UUID.randomUUID() + "@nowhere.example";
        fail(nobody, 10);
        assertThat(status(nobody, "wrong", HERE)).isEqualTo(TOO_MANY);
    }

    @Test
    void manyAtTheSameMomentAreNoMoreThanTheLimit() throws Exception {
        var together = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> guess = () -> status(person.email(), "wrong", HERE);
            int looked = 0;
            for (Future<Integer> answer : together.invokeAll(Collections.nCopies(24, guess))) {
                looked += answer.get() == TOO_MANY ? 0 : 1;
            }
            assertThat(looked).isEqualTo(10);
        } finally {
            together.shutdownNow();
        }
    }

    @Test
    void thePageSaysWhyAndFromWhenInBothLanguagesAndLeadsBack() throws Exception {
        fail(person.email(), 10);
        MvcResult refused = signIn(person.email(), "wrong", HERE);
        Object limited = refused.getRequest().getAttribute(Limited.ATTRIBUTE);
        for (List<String> shown : List.of(
                List.of("en", "failed 10 times within 15 minutes", "(UTC)"),
                List.of("ja", "15 分間に 10 回失敗しました", "再び実行できる時刻"))) {
            browser.perform(get("/error")
                            .accept("text/html")
                            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, TOO_MANY)
                            .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/sign-in")
                            .requestAttr(Limited.ATTRIBUTE, limited)
                            .requestAttr("back", refused.getRequest().getAttribute("back"))
                            .cookie(new Cookie("language", shown.get(0))))
                    .andExpect(content().string(containsString(shown.get(1))))
                    .andExpect(content().string(containsString(shown.get(2))))
                    .andExpect(content().string(containsString("href=\"/sign-in?continue=/account\"")));
        }
    }
}
