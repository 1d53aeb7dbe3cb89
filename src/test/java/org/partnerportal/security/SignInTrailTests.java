package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the trail keeps of the door. */
@PortalTest
class SignInTrailTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private SignInTrail trail;

    @Autowired
    private JdbcTemplate database;

    private Actor person;

    @BeforeEach
    void person() {
        person = tenants.customer(AdminRole.GLOBAL_READER);
    }

    private MvcResult signIn(String password) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr("192.0.2.9");
                            return request;
                        })
                        .param("email", person.email())
                        .param("password", password))
                .andReturn();
    }

    private List<String> kinds() {
        return database.queryForList(
                "select kind from trail_entry where person_id = ? and customer_id = ? order by id",
                String.class,
                person.account(),
                person.tenant().value());
    }

    @Test
    void keepsWhoSignedInAndOutWhenAndFromWhere() throws Exception {
        MvcResult result = signIn(TenantFixture.PASSWORD);
        browser.perform(post("/sign-out")
                .cookie(result.getResponse().getCookie("session"))
                .with(csrf()));
        assertThat(kinds()).containsExactly("SignInSucceeded", "SignInEnded");
        Map<String, Object> row = database.queryForMap(
                "select * from trail_entry where person_id = ? and kind = 'SignInSucceeded'", person.account());
        assertThat(row)
                .containsEntry("person_name", person.name())
                .containsEntry("tenant_id", person.tenant().value())
                .containsEntry("address", "192.0.2.9")
                .containsEntry("request_id", result.getResponse().getHeader("X-Request-Id"));
    }

    @Test
    void keepsOfAFailedOneNeitherAccountNorWhatWasTyped() throws Exception {
        MvcResult result = signIn("not-the-password");
        Map<String, Object> row = database.queryForMap(
                "select * from trail_entry where request_id = ?",
                result.getResponse().getHeader("X-Request-Id"));
        assertThat(row)
                .containsEntry("kind", "SignInFailed")
                .containsEntry("address", "192.0.2.9")
                .containsEntry("person_name", "")
                .containsEntry("details", "{}")
                .containsEntry("person_id", null)
                .containsEntry("tenant_id", null)
                .containsEntry("customer_id", null)
                .containsEntry("partner_id", null);
        assertThat(row.get("subject_id")).isNotEqualTo(person.account());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aDisabledAccountFailsLikeAnyOther() throws Exception {
        tenants.disableAccount(person.account());
        MvcResult result = signIn(TenantFixture.PASSWORD);
        assertThat(database.queryForObject(
                        "select kind from trail_entry where request_id = ?",
                        String.class,
                        result.getResponse().getHeader("X-Request-Id")))
                .isEqualTo("SignInFailed");
    }

    @Test
    void aDatabaseThatIsAwayIsNoFailedSignIn() {
        long before = failed();
        trail.on(new AuthenticationFailureServiceExceptionEvent(
                UsernamePasswordAuthenticationToken.unauthenticated("a", "b"),
                new InternalAuthenticationServiceException("away")));
        assertThat(failed()).isEqualTo(before);
    }

    private long failed() {
        return database.queryForObject("select count(*) from trail_entry where kind = 'SignInFailed'", Long.class);
    }

    @Test
    void switchingTheAccountEndsASession() throws Exception {
        browser.perform(post("/switch-account").with(SignedIn.as(person)).with(csrf()));
        assertThat(kinds()).containsExactly("SignInEnded");
    }

    @Test
    void aSessionThatIsOverEndsOnItsNextRequest() throws Exception {
        MockHttpServletRequestBuilder page =
                get("/account").with(SignedIn.since(person, Instant.now().minus(Duration.ofHours(8))));
        browser.perform(page).andExpect(status().is3xxRedirection());
        assertThat(kinds()).containsExactly("SignInEnded");
    }

    @Test
    void endingTheOtherSessionsIsKeptOnceWithTheirNumber() throws Exception {
        Cookie first = signIn(TenantFixture.PASSWORD).getResponse().getCookie("session");
        signIn(TenantFixture.PASSWORD);
        signIn(TenantFixture.PASSWORD);
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/account/end-sessions").cookie(first).with(csrf()));
        }
        assertThat(database.queryForList(
                        "select details from trail_entry where person_id = ? and kind = 'SignInOthersEnded'",
                        String.class,
                        person.account()))
                .containsExactly("{\"sessions\":\"2\"}");
    }

    @Test
    void aFormWithoutItsTokenIsKeptWithItsAddressAndNothingThatItHeld() throws Exception {
        browser.perform(post("/account?secret=1").param("secret", "2").with(SignedIn.as(person)))
                .andExpect(status().isForbidden());
        assertThat(database.queryForList(
                        "select details from trail_entry where person_id = ? and kind = 'SignInDenied'",
                        String.class,
                        person.account()))
                .containsExactly("{\"route\":\"POST /account\"}");
    }
}
