package org.partnerportal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.EOFException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.PortalTest;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.NewAccount;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;

/** What people see when something is wrong. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TenantService accounts;

    @Autowired
    private ErrorAdvice advice;

    @Autowired
    private UnavailableFilter filter;

    static Stream<RuntimeException> brokenConnections() {
        var eof = new EOFException("the server closed the connection");
        return Stream.of(
                new CannotCreateTransactionException("no connection", eof),
                new TransactionSystemException("could not commit", eof),
                new DataAccessResourceFailureException("gone", eof),
                new JpaSystemException(new RuntimeException(eof)));
    }

    /** Fails as a service does whose database connection breaks. */
    @Controller
    static class Failing {

        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @GetMapping("/failing")
        String fail() {
            throw failure;
        }
    }

    @Test
    void whereNothingFailedThereIsNoErrorPage() throws Exception {
        browser.perform(get("/error")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void aBrokenDatabaseConnectionIsA503WithAPageAndNeverAnEmpty200(RuntimeException failure) throws Exception {
        MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(advice)
                .build()
                .perform(get("/failing").header("Accept-Language", "ja"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(containsString("ポータルは一時的に利用できません")));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void aDatabaseThatIsAwayBeforeThePageBeginsIsA503Too(RuntimeException failure)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/"), response, (request, answer) -> {
            throw failure;
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("The portal is away for a moment");
    }

    @Test
    void anUnknownAddressIsNotFoundInTheReadersLanguageWithARequestId() throws Exception {
        var actor = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        browser.perform(get("/partner/invitations/" + UUID.randomUUID())
                        .with(SignedIn.as(tenants.partner()))
                        .cookie(new Cookie("language", "ja")))
                .andExpect(status().isNotFound())
                .andExpect(header().exists("X-Request-Id"))
                .andExpect(content().string(containsString("ページが見つかりません")))
                .andExpect(content().string(containsString("要求番号")));
        browser.perform(get("/settings/partner-relationships/" + actor.tenant()).with(SignedIn.as(actor)))
                .andExpect(status().isNotFound());
    }

    @Test
    void anAddressThatIsNoTextIsA400WithAPage() throws Exception {
        MockMvcBuilders.standaloneSetup(new Failing(new InvalidParameterException("%FF is no text")))
                .setControllerAdvice(advice)
                .build()
                .perform(get("/failing"))
                .andExpect(status().isBadRequest())
                .andExpect(forwardedUrl("error/400"));
    }

    @Test
    void whatPeopleTypedStaysOutOfTheLogWhenAConstraintBreaks(CapturedOutput log) {
        Actor there = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        var again = new NewAccount(there.email(), "Ben", "hash", Locale.ENGLISH, ZoneOffset.UTC, Set.of());

        assertThatThrownBy(() -> accounts.join(there.tenant(), again))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining(there.email());
        assertThat(log.getAll()).doesNotContain(there.email());
    }

    @Test
    void anUnusedMethodIs405() throws Exception {
        browser.perform(delete("/settings/partner-relationships")
                        .with(SignedIn.as(tenants.customer(AdminRole.BILLING_ADMINISTRATOR)))
                        .with(csrf()))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", containsString("GET")));
    }

    @Test
    void everyPageCarriesTheSecurityHeaders() throws Exception {
        browser.perform(get("/sign-in"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                                        + " form-action 'self'; frame-ancestors 'none'"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
    }
}
