package org.partnerportal.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerportal.PortalTestConfiguration;
import org.partnerportal.TestClock;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A portal that begins without demo data: nothing but the setup page, once; its last test sets it up. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:setup;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            "portal.demo.data=false",
            "spring.mail.host=127.0.0.1",
            "db-scheduler.polling-interval=1h"
        })
@AutoConfigureMockMvc
@Import(PortalTestConfiguration.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class SetupPageTests {

    private static final Pattern CODE = Pattern.compile("Open http://localhost:8080/setup .* code ([0-9A-Z-]{34})");

    @Autowired
    private MockMvc browser;

    @Autowired
    private SetupService setups;

    @Autowired
    private TenantService tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static String codeFrom(CapturedOutput log) {
        Matcher code = CODE.matcher(log.getAll());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static MockHttpServletRequestBuilder form(String code) {
        return post("/setup")
                .with(csrf())
                .param("code", code)
                .param("organisation", "Portal Office")
                .param("country", "GB")
                .param("domain", "office.example")
                .param("name", "Robin Ellis")
                .param("email", "robin@office.example")
                .param("language", "ja")
                .param("password", "correct horse battery")
                .param("zone", "Asia/Tokyo");
    }

    @Test
    @Order(1)
    void everyOtherAddressLeadsToTheSetupPage() throws Exception {
        List<String> elsewhere = new ArrayList<>();
        for (var route : mapping.getHandlerMethods().entrySet()) {
            for (String pattern : route.getKey().getPatternValues()) {
                for (var method : route.getKey().getMethodsCondition().getMethods()) {
                    String address =
                            pattern.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                    MockHttpServletResponse response = browser.perform(
                                    request(HttpMethod.valueOf(method.name()), address)
                                            .with(csrf()))
                            .andReturn()
                            .getResponse();
                    if (response.getStatus() != 303 || !"/setup".equals(response.getHeader("Location"))) {
                        elsewhere.add(method + " " + pattern);
                    }
                }
            }
        }
        assertThat(elsewhere).containsExactlyInAnyOrder("GET /setup", "POST /setup", "POST /appearance");
        browser.perform(head("/")).andExpect(status().isSeeOther());
        browser.perform(post("/sign-in").with(csrf())).andExpect(status().isSeeOther());
        browser.perform(get("/no/such/page")).andExpect(redirectedUrl("/setup"));
        browser.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        browser.perform(get("/assets/portal.css")).andExpect(status().isOk());
    }

    @Test
    @Order(1)
    void thePageSpeaksBothLanguagesAndLeadsNowhereElse() throws Exception {
        browser.perform(get("/setup").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Set up the portal")))
                .andExpect(content().string(not(containsString("href=\"/sign-in\""))));
        browser.perform(get("/setup").header("Accept-Language", "ja"))
                .andExpect(content().string(containsString("ポータルをセットアップする")));
    }

    @Test
    @Order(1)
    void onlyTheHashOfACodeIsKept(CapturedOutput log) {
        String code = codeFrom(log);
        assertThat(database.queryForList("select sha256 from setup_code", String.class))
                .contains(SetupCode.sha256(code))
                .doesNotContain(code);
    }

    @Test
    @Order(1)
    void aWrongCodeIsRefusedAndNothingElseIsToldOrMade() throws Exception {
        browser.perform(form("0000-0000").param("domain", "no domain"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#code\"")))
                .andExpect(content().string(not(containsString("href=\"#domain\""))))
                .andExpect(content().string(not(containsString("correct horse battery"))));
        assertThat(setups.isDone()).isFalse();
    }

    @Test
    @Order(1)
    void aCodeIsGoodForADay(CapturedOutput log) throws Exception {
        clock.advance(Duration.ofHours(24));
        browser.perform(form(codeFrom(log))).andExpect(status().isUnprocessableContent());
        assertThat(setups.isDone()).isFalse();
    }

    @Test
    @Order(1)
    void aFormWithErrorsNamesThem(CapturedOutput log) throws Exception {
        browser.perform(post("/setup").with(csrf()).param("code", codeFrom(log)).param("password", "password"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#organisation\"")))
                .andExpect(content().string(containsString("href=\"#email\"")))
                .andExpect(content().string(containsString("href=\"#password\"")));
    }

    @Test
    @Order(2)
    void whoeverReadsTheLogBecomesTheOperatorOnce(CapturedOutput log) throws Exception {
        String ofAnotherNode = setups.makeCode();
        Cookie session = browser.perform(form(codeFrom(log)))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        Actor operator = tenants.withEmail("robin@office.example").orElseThrow();
        assertThat(operator.roles()).containsExactly(AdminRole.OPERATOR);
        assertThat(operator.zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(database.queryForList("select kind from trail_entry", String.class))
                .containsExactlyInAnyOrder("OperatorAppointed", "SignInSucceeded");

        browser.perform(get("/").cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Robin Ellis")));
        browser.perform(form(ofAnotherNode).cookie(session)).andExpect(redirectedUrl("/")); // a second click
        browser.perform(form(ofAnotherNode)).andExpect(status().isNotFound());
        browser.perform(get("/setup")).andExpect(status().isNotFound());
        browser.perform(get("/sign-in")).andExpect(status().isOk()).andExpect(header().doesNotExist("Location"));
        assertThat(database.queryForObject("select count(*) from setup_code", Long.class))
                .isZero();
        assertThat(database.queryForObject("select count(*) from account", Long.class))
                .isEqualTo(1);
    }
}
