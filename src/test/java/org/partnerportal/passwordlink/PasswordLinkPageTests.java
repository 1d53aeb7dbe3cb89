package org.partnerportal.passwordlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.TestClock;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A mailed link to a password: once, for three days, for its owner alone; and asked for without telling who is here. */
@PortalTest
class PasswordLinkPageTests {

    private static final Pattern LINK = Pattern.compile("/p/[\\w-]{43}");
    private static final String NEW_PASSWORD = "a brand new password";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private PasswordLinkService links;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private Actor customer() {
        return tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    private String sendLink(Actor person) {
        links.send(tenants.operator().who(), Ids.next(), person.account(), PasswordLinkReason.SENT);
        return linkTo(person);
    }

    private List<String> mailsTo(Actor person) {
        return database.queryForList(
                "select plain from mail where recipient = ? order by id desc", String.class, person.email());
    }

    private String linkTo(Actor person) {
        Matcher link = LINK.matcher(mailsTo(person).get(0));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private Cookie follow(String link) throws Exception {
        return browser.perform(get(link))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/password"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn()
                .getResponse()
                .getCookie("session");
    }

    private ResultActions choose(Cookie session, String password) throws Exception {
        return browser.perform(post("/password").cookie(session).with(csrf()).param("password", password));
    }

    private MockHttpServletResponse signIn(Actor person, String password) throws Exception {
        return browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", person.email())
                        .param("password", password))
                .andReturn()
                .getResponse();
    }

    @Test
    void whoeverIsSignedInAlreadyStaysSignedIn() throws Exception {
        Actor person = customer();
        Cookie here = signIn(person, TenantFixture.PASSWORD).getCookie("session");
        browser.perform(get(sendLink(person)).cookie(here)).andExpect(status().isSeeOther());
        Cookie signedIn = choose(here, NEW_PASSWORD)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        browser.perform(get("/account").cookie(signedIn)).andExpect(content().string(containsString(person.email())));
    }

    @Test
    void neitherSessionNorLinkComesBackWithAnAccountThatWasSwitchedOff() throws Exception {
        Actor person = customer();
        Cookie session = signIn(person, TenantFixture.PASSWORD).getCookie("session");
        String link = sendLink(person);
        for (String action : List.of("disable", "enable")) {
            browser.perform(post("/operator/accounts/" + person.account() + "/" + action)
                            .with(SignedIn.as(tenants.operator()))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        browser.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in?lost"));
        choose(follow(link), NEW_PASSWORD);
        assertThat(signIn(person, NEW_PASSWORD).getRedirectedUrl()).contains("error");
        assertThat(signIn(person, TenantFixture.PASSWORD).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void noSessionComesBackWithAnOrganisationThatWasSwitchedOff() throws Exception {
        Actor person = customer();
        Cookie session = signIn(person, TenantFixture.PASSWORD).getCookie("session");
        for (String action : List.of("disable", "enable")) {
            browser.perform(post("/operator/tenants/" + person.tenant() + "/" + action)
                            .with(SignedIn.as(tenants.operator()))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        browser.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in?lost"));
    }

    @Test
    void leadsItsOwnerToANewPasswordAndSignsInAndOutElsewhere() throws Exception {
        Actor person = customer();
        Cookie elsewhere = signIn(person, TenantFixture.PASSWORD).getCookie("session");
        String link = sendLink(person);
        for (int scan = 0; scan < 5; scan++) {
            follow(link); // opening changes nothing
        }
        Cookie session = follow(link);
        browser.perform(get("/password").cookie(session))
                .andExpect(content().string(containsString(person.email())))
                .andExpect(content().string(not(containsString(link))));
        Cookie signedIn = choose(session, NEW_PASSWORD)
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        browser.perform(get("/account").cookie(signedIn)).andExpect(content().string(containsString(person.email())));
        browser.perform(get("/account").cookie(elsewhere)).andExpect(redirectedUrl("/sign-in?lost"));
        assertThat(signIn(person, TenantFixture.PASSWORD).getRedirectedUrl()).contains("error");
        assertThat(signIn(person, NEW_PASSWORD).getRedirectedUrl()).isEqualTo("/");
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? order by id",
                        String.class,
                        person.account()))
                .containsExactly(
                        "SignInSucceeded", "PasswordLinkSent", "PasswordChosen", "SignInSucceeded", "SignInSucceeded");
    }

    @Test
    void worksOnce() throws Exception {
        String link = sendLink(customer());
        Cookie first = follow(link);
        Cookie second = follow(link);
        choose(first, NEW_PASSWORD).andExpect(redirectedUrl("/"));
        choose(second, "yet another password").andExpect(status().isConflict());
        browser.perform(get("/password").cookie(follow(link)))
                .andExpect(content().string(containsString("This link can no longer be used")));
    }

    @Test
    void diesAfterThreeDays() throws Exception {
        Actor person = customer();
        Cookie session = follow(sendLink(person));
        clock.advance(Duration.ofDays(3));
        choose(session, NEW_PASSWORD).andExpect(status().isConflict());
        assertThat(links.owner(new PasswordToken(linkTo(person).substring(3)).sha256()))
                .isEmpty();
    }

    @Test
    void diesWithANewerOne() throws Exception {
        Actor person = customer();
        Cookie session = follow(sendLink(person));
        sendLink(person);
        choose(session, NEW_PASSWORD).andExpect(status().isConflict());
    }

    @Test
    void leadsNowhereOnceAccountOrOrganisationIsSwitchedOff() throws Exception {
        Actor person = customer();
        Cookie session = follow(sendLink(person));
        tenants.disableAccount(person.account());
        choose(session, NEW_PASSWORD).andExpect(status().isConflict());
        Actor other = customer();
        Cookie next = follow(sendLink(other));
        tenants.disableTenant(other);
        choose(next, NEW_PASSWORD).andExpect(status().isConflict());
    }

    @Test
    void anUnknownLinkLooksLikeADeadOne() throws Exception {
        Cookie session = follow(new PasswordToken("nobody-has-this").path());
        browser.perform(get("/password").cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This link can no longer be used")));
        browser.perform(get("/password"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This link can no longer be used")));
        choose(session, NEW_PASSWORD).andExpect(status().isConflict());
    }

    @Test
    void aPasswordThatMayNotBeChosenIsNamedAndTheLinkStaysGood() throws Exception {
        Cookie session = follow(sendLink(customer()));
        choose(session, "password1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#password\"")));
        choose(session, NEW_PASSWORD).andExpect(redirectedUrl("/"));
    }

    // forgotten

    private MockHttpServletResponse forget(UUID id, String email) throws Exception {
        return browser.perform(post("/password/forgotten")
                        .with(csrf())
                        .param("id", id.toString())
                        .param("email", email))
                .andReturn()
                .getResponse();
    }

    private long tasks(UUID id) {
        return database.queryForObject(
                "select count(*) from scheduled_tasks where task_name = 'password-forgotten' and task_instance = ?",
                Long.class,
                id.toString());
    }

    @Test
    void theAnswerNeverTellsWhetherAnAddressHasAnAccount() throws Exception {
        for (String email : List.of(customer().email(), "nobody@nowhere.example")) {
            UUID id = Ids.next();
            MockHttpServletResponse answer = forget(id, email);
            forget(id, email);
            assertThat(answer.getRedirectedUrl()).isEqualTo("/password/forgotten?sent");
            assertThat(tasks(id)).as("one task for two clicks").isEqualTo(1);
            assertThat(database.queryForObject("select count(*) from mail where recipient = ?", Long.class, email))
                    .as("looked up later")
                    .isZero();
        }
        assertThat(forget(Ids.next(), "no address").getStatus()).isEqualTo(422);
    }

    @Test
    void aNetworkAsksForSoManyLinksOnly() throws Exception {
        for (int link = 0; link < 30; link++) {
            assertThat(forgetFrom("198.51.100.20", Ids.next()).getStatus()).isEqualTo(302);
        }
        UUID refused = Ids.next();
        MockHttpServletResponse answer = forgetFrom("198.51.100.20", refused);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(tasks(refused)).isZero();
        assertThat(forgetFrom("198.51.100.21", Ids.next()).getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse forgetFrom(String network, UUID id) throws Exception {
        return browser.perform(post("/password/forgotten")
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(network);
                            return request;
                        })
                        .param("id", id.toString())
                        .param("email", "nobody@nowhere.example"))
                .andReturn()
                .getResponse();
    }

    @Test
    void whoeverHasAnAccountGetsALinkThreeTimesAnHourAtMost() throws Exception {
        Actor person = customer();
        UUID first = Ids.next();
        links.lookUp(first, " " + person.email().toUpperCase());
        links.lookUp(first, person.email()); // the task ran twice
        assertThat(mailsTo(person)).hasSize(1);
        Cookie session = follow(linkTo(person));
        for (int more = 0; more < 5; more++) {
            links.lookUp(Ids.next(), person.email());
        }
        assertThat(mailsTo(person)).hasSize(3);
        clock.advance(Duration.ofHours(1));
        links.lookUp(Ids.next(), person.email());
        assertThat(mailsTo(person)).hasSize(4);
        choose(session, NEW_PASSWORD).andExpect(redirectedUrl("/")); // a stranger's request kills no link
    }

    @Test
    void nobodyElseGetsAMail() {
        links.lookUp(Ids.next(), "nobody@nowhere.example");
        Actor off = customer();
        tenants.disableAccount(off.account());
        links.lookUp(Ids.next(), off.email());
        assertThat(mailsTo(off)).isEmpty();
        assertThat(database.queryForObject(
                        "select count(*) from mail where recipient = 'nobody@nowhere.example'", Long.class))
                .isZero();
    }
}
