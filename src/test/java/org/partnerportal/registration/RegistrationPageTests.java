package org.partnerportal.registration;

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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** How an organisation registers, and how a stranger does not learn who is here. */
@PortalTest
class RegistrationPageTests {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TenantService service;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static String newDomain() {
        return "d" + UUID.randomUUID() + ".example";
    }

    /** Sends the form; gives the session that waits for the code. */
    private Cookie register(String email, String domain) throws Exception {
        return register(Ids.next(), email, domain, "a long enough password");
    }

    private Cookie register(UUID id, String email, String domain, String password) throws Exception {
        Cookie first = browser.perform(get("/register?continue=/invitation"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        MvcResult result = browser.perform(post("/register")
                        .cookie(first)
                        .with(csrf())
                        .param("id", id.toString())
                        .param("organisation", "New school")
                        .param("country", "JP")
                        .param("domain", domain)
                        .param("name", "Aki")
                        .param("email", email)
                        .param("language", "ja")
                        .param("password", password)
                        .param("zone", "Asia/Tokyo"))
                .andExpect(redirectedUrl("/register/confirm"))
                .andReturn();
        Cookie next = result.getResponse().getCookie("session");
        return next == null ? first : next;
    }

    private String mailTo(String email) {
        return database.queryForObject(
                "select plain from mail where recipient = ? order by id desc fetch first 1 row only",
                String.class,
                email);
    }

    private String codeFor(String email) {
        Matcher code = CODE.matcher(mailTo(email));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void theFirstPersonBecomesGlobalAdministratorAndComesBack() throws Exception {
        String domain = newDomain();
        Cookie session = register("aki@" + domain, domain);
        browser.perform(post("/register/confirm").cookie(session).with(csrf()).param("code", codeFor("aki@" + domain)))
                .andExpect(redirectedUrl("/invitation"));
        Actor actor = service.actor(
                        service.credentials("AKI@" + domain).orElseThrow().account())
                .orElseThrow();
        assertThat(actor.roles()).containsExactly(AdminRole.GLOBAL_ADMINISTRATOR);
        assertThat(actor.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(actor.locale().getLanguage()).isEqualTo("ja");
    }

    @Test
    void whoeverComesNextFromTheSameDomainJoinsWithoutRoles() throws Exception {
        Actor first = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        String domain = service.tenant(first.tenant()).domain();
        Cookie session = register("aki@" + domain, domain);
        browser.perform(post("/register/confirm").cookie(session).with(csrf()).param("code", codeFor("aki@" + domain)))
                .andExpect(redirectedUrl("/invitation"));
        Actor second = service.actor(
                        service.credentials("aki@" + domain).orElseThrow().account())
                .orElseThrow();
        assertThat(second.tenant()).isEqualTo(first.tenant());
        assertThat(second.roles()).isEmpty();
    }

    private long codesFor(String email) {
        return database.queryForObject("select count(*) from mail where recipient = ?", Long.class, email);
    }

    @Test
    void aFormThatWasCorrectedOrWhoseCodeIsDeadGetsANewCode() throws Exception {
        String domain = newDomain();
        UUID id = Ids.next();
        register(id, "aki@" + domain, domain, "a long enough password");
        register(id, "aoki@" + domain, domain, "a long enough password");
        assertThat(codesFor("aoki@" + domain)).isEqualTo(1);
        register(id, "aki@" + domain, domain, "another long password");
        assertThat(codesFor("aki@" + domain)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(10));
        Cookie session = register(id, "aki@" + domain, domain, "a long enough password");
        assertThat(codesFor("aki@" + domain)).isEqualTo(3);
        browser.perform(post("/register/confirm").cookie(session).with(csrf()).param("code", codeFor("aki@" + domain)))
                .andExpect(redirectedUrl("/invitation"));
    }

    @Test
    void aCodeIsGoodForFiveTries() throws Exception {
        String domain = newDomain();
        Cookie session = register("aki@" + domain, domain);
        String code = codeFor("aki@" + domain);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int number = 0; number < 5; number++) {
            browser.perform(post("/register/confirm")
                            .cookie(session)
                            .with(csrf())
                            .param("code", wrong))
                    .andExpect(status().isUnprocessableContent());
        }
        browser.perform(post("/register/confirm").cookie(session).with(csrf()).param("code", code))
                .andExpect(status().isConflict());
        assertThat(service.credentials("aki@" + domain)).isEmpty();
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws Exception {
        String domain = newDomain();
        Cookie session = register("aki@" + domain, domain);
        String code = codeFor("aki@" + domain);
        clock.advance(Duration.ofMinutes(10));
        browser.perform(post("/register/confirm").cookie(session).with(csrf()).param("code", code))
                .andExpect(status().isConflict());
        assertThat(service.credentials("aki@" + domain)).isEmpty();
    }

    @Test
    void anAddressThatHasAnAccountLooksTheSameAndOnlyItsOwnerIsTold() throws Exception {
        Actor known = tenants.customer(AdminRole.GLOBAL_ADMINISTRATOR);
        String domain = service.tenant(known.tenant()).domain();
        Cookie session = register(known.email(), domain);
        browser.perform(get("/register/confirm").cookie(session))
                .andExpect(content().string(containsString(known.email())));
        assertThat(mailTo(known.email())).contains("すでにアカウントがあります").doesNotContainPattern(CODE);
    }

    @Test
    void aFormWithErrorsNamesThemAndKeepsWhatWasTyped() throws Exception {
        browser.perform(post("/register")
                        .with(csrf())
                        .param("organisation", "<script>alert(1)</script>")
                        .param("country", "XX")
                        .param("domain", "not a domain")
                        .param("email", "a@b.example\r\nBcc: c@d.example")
                        .param("language", "xx")
                        .param("password", "password"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("&lt;script&gt;")))
                .andExpect(content().string(containsString("href=\"#country\"")))
                .andExpect(content().string(containsString("href=\"#email\"")))
                .andExpect(content().string(containsString("href=\"#name\"")))
                .andExpect(content().string(containsString("href=\"#password\"")));
    }
}
