package org.partnerportal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.partnerportal.tenant.TenantService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A person's own password: changed by whoever knows it, and before anything else when it is temporary. */
@PortalTest
class PasswordPageTests {

    private static final String NEW_PASSWORD = "three quiet words by the sea";
    private static final String NETWORK = "198.51.100.30";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TenantService service;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private ResultActions change(Actor person, String current, String password) throws Exception {
        return change(person, shown(person), current, password);
    }

    /** For which password a page would be shown now. */
    private String shown(Actor person) {
        return database.queryForObject(
                        "select password_chosen_at from account where id = ?", OffsetDateTime.class, person.account())
                .toInstant()
                .toString();
    }

    private ResultActions change(Actor person, String shown, String current, String password) throws Exception {
        return browser.perform(post("/account/password")
                .with(SignedIn.as(person))
                .param("shown", shown)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(NETWORK);
                    return request;
                })
                .param("current", current)
                .param("password", password));
    }

    private String signIn(Actor person, String password) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", person.email())
                        .param("password", password)
                        .param("continue", "/account"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private Actor temporary() {
        Actor person = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        database.update("update account set password_temporary = true where id = ?", person.account());
        return person;
    }

    @Test
    void whoeverKnowsThePasswordReplacesIt() throws Exception {
        Actor person = tenants.customer();
        change(person, TenantFixture.PASSWORD, NEW_PASSWORD).andExpect(redirectedUrl("/account"));
        assertThat(signIn(person, NEW_PASSWORD)).isEqualTo("/account");
        assertThat(signIn(person, TenantFixture.PASSWORD)).contains("error");
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where kind = 'SignInPasswordChanged' and subject_id = ?",
                        Long.class,
                        person.account()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "guessed it,three quiet words by the sea,not your present password",
        "correct horse battery,short,at least 8",
        "correct horse battery,password1,first that anybody",
        "correct horse battery,correct horse battery,your present password. Choose",
        "'','',not your present password"
    })
    void aWrongOrWeakOneChangesNothing(String current, String password, String why) throws Exception {
        Actor person = tenants.customer();
        change(person, current, password)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString(why)))
                .andExpect(content().string(not(containsString(NEW_PASSWORD))));
        assertThat(signIn(person, TenantFixture.PASSWORD)).isEqualTo("/account");
    }

    @Test
    void thePresentOneAsTheNewOneIsNoSecondClick() throws Exception {
        Actor person = tenants.customer();
        change(person, "guessed it", TenantFixture.PASSWORD)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("not your present password")));
    }

    @Test
    void theSecondClickSeesTheFirstOnesResult() throws Exception {
        Actor person = tenants.customer();
        String shown = shown(person);
        change(person, shown, TenantFixture.PASSWORD, NEW_PASSWORD).andExpect(redirectedUrl("/account"));
        change(person, shown, TenantFixture.PASSWORD, NEW_PASSWORD).andExpect(redirectedUrl("/account"));
    }

    @Test
    void whoeverKnewTheOldOneReplacesNoneThatWasResetMeanwhile() {
        Actor person = tenants.customer();
        String proven = service.credentials(person.email()).orElseThrow().passwordHash();
        service.resetPassword(
                service.person(person.tenant(), person.account()).orElseThrow(), "reset", clock.instant());
        assertThat(service.replacePassword(person.account(), proven, "intruder"))
                .isFalse();
        assertThat(service.actor(person.account()).orElseThrow().passwordTemporary())
                .isTrue();
    }

    @Test
    void guessingThePresentOneIsFailingToSignIn() throws Exception {
        Actor person = tenants.customer();
        for (int guess = 0; guess < 10; guess++) {
            change(person, "guess " + guess, NEW_PASSWORD).andExpect(status().is(422));
        }
        change(person, TenantFixture.PASSWORD, NEW_PASSWORD).andExpect(status().is(429));
        assertThat(signIn(person, TenantFixture.PASSWORD)).isEqualTo("/account"); // from elsewhere
    }

    @Test
    void aTemporaryOneIsReplacedBeforeAnythingElse() throws Exception {
        Actor person = temporary();
        for (String page : new String[] {"/", "/account", "/settings/partner-relationships", "/billing/agreement"}) {
            browser.perform(get(page).with(SignedIn.as(person))).andExpect(redirectedUrl("/account/password"));
        }
        browser.perform(post("/billing/agreement").with(SignedIn.as(person)).with(csrf()))
                .andExpect(redirectedUrl("/account/password"));
        browser.perform(get("/account/password").with(SignedIn.as(person)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your password is temporary")));
        change(person, TenantFixture.PASSWORD, TenantFixture.PASSWORD).andExpect(status().is(422));
        change(person, TenantFixture.PASSWORD, NEW_PASSWORD).andExpect(redirectedUrl("/"));
        browser.perform(get("/account").with(SignedIn.as(person))).andExpect(status().isOk());
    }
}
