package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTest;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The customer's path: follow the link, accept with control, decline, and every other end. */
@PortalTest
class InvitationPageTests {

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private RelationshipService relationships;

    @Autowired
    private AgreementService agreements;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = tenants.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private MockHttpServletRequestBuilder accepting(Actor person, UUID id) {
        return post("/invitation/" + id + "/accept")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", "1")
                .param("agreement", agreements.current(Locale.ENGLISH).id().toString())
                .param("language", "en")
                .param("read", "true")
                .param("durationDays", "100")
                .param("roles", InvitationFixture.USER_ADMINISTRATOR, InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR);
    }

    private InvitationStatus standing(UUID id) {
        return invitations.sentOne(partner, id).status();
    }

    // the link

    @Test
    void aLinkLeavesTheAddressAtOnceAndLooksTheSameWhateverItIs() throws Exception {
        String token = fixture.sendForToken(partner, customer);
        String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        statements.countAndReset();
        for (String each : new String[] {token, changed, "x", "no-such-link"}) {
            browser.perform(get("/i/" + each))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl("/invitation"))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("Cache-Control", containsString("no-store")));
        }
        assertThat(statements.countAndReset())
                .as("nothing is looked up, so nothing can be told apart by time")
                .isZero();
        browser.perform(get("/invitation"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("You followed an invitation")));
    }

    @Test
    void aHundredScannersLeaveALinkValid() throws Exception {
        String token = fixture.sendForToken(partner, customer);
        for (int scan = 0; scan < 100; scan++) {
            browser.perform(get("/i/" + token)).andExpect(status().isSeeOther());
            browser.perform(head("/i/" + token)).andExpect(status().isSeeOther());
        }
        Cookie session =
                browser.perform(get("/i/" + token)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(customer)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aLinkWithAChangedLetterLeadsNowhereAndSaysSo() throws Exception {
        String token = fixture.sendForToken(partner, customer);
        String changed = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        Cookie session =
                browser.perform(get("/i/" + changed)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is no such invitation")));
    }

    @Test
    void somebodyElseIsToldSoAndCanSwitchTheAccount() throws Exception {
        String token = fixture.sendForToken(partner, customer);
        Actor colleague = tenants.colleague(customer, AdminRole.GLOBAL_ADMINISTRATOR);
        Cookie session =
                browser.perform(get("/i/" + token)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(colleague)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("for somebody else")))
                .andExpect(content().string(not(containsString(customer.email()))))
                .andExpect(content().string(containsString("/switch-account")));
        Cookie next = browser.perform(post("/switch-account")
                        .cookie(session)
                        .with(SignedIn.as(colleague))
                        .with(csrf())
                        .param("continue", "/invitation"))
                .andExpect(redirectedUrl("/sign-in?continue=/invitation"))
                .andReturn()
                .getResponse()
                .getCookie("session");
        browser.perform(get("/invitation").cookie(next).with(SignedIn.as(customer)))
                .andExpect(status().is3xxRedirection());
    }

    // accepting

    @Test
    void acceptsWithFewerRolesAndDaysAndKeepsBoth() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(get("/invitation/" + id).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("User Administrator")))
                .andExpect(content().string(containsString("I have read the agreement")));
        browser.perform(post("/invitation/" + id + "/accept")
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("terms", "1")
                        .param(
                                "agreement",
                                agreements.current(Locale.ENGLISH).id().toString())
                        .param("read", "true")
                        .param("durationDays", "50")
                        .param("roles", InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR))
                .andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
        assertThat(relationships
                        .rolesInForce(customer.tenant(), partner.tenant())
                        .values())
                .containsExactly(Set.of(InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR));
        InvitationView asked = invitations.sentOne(partner, id);
        assertThat(asked.roles()).hasSize(2);
        assertThat(asked.durationDays()).isEqualTo(100);
        browser.perform(get("/invitation/" + id + "/confirmation").with(SignedIn.as(customer)))
                .andExpect(content().string(containsString(asked.reference())))
                .andExpect(content().string(containsString("Not granted")))
                .andExpect(content().string(containsString("50 days of 100")));
    }

    @Test
    void aMissingTickIsNamedAndNothingIsAccepted() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(post("/invitation/" + id + "/accept")
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("terms", "1")
                        .param(
                                "agreement",
                                agreements.current(Locale.ENGLISH).id().toString())
                        .param("durationDays", "70")
                        .param("roles", InvitationFixture.USER_ADMINISTRATOR))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#read\"")))
                .andExpect(content().string(containsString("value=\"70\"")));
        assertThat(standing(id)).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void theSecondClickOfTwoSeesTheFirstResult() throws Exception {
        UUID id = fixture.send(partner, customer);
        for (int click = 0; click < 2; click++) {
            browser.perform(accepting(customer, id)).andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
        }
        for (int click = 0; click < 2; click++) {
            UUID other = fixture.send(partner, customer, PartnerType.RESELLER);
            for (int again = 0; again < 2; again++) {
                browser.perform(post("/invitation/" + other + "/decline")
                                .with(SignedIn.as(customer))
                                .with(csrf()))
                        .andExpect(redirectedUrl("/invitation/" + other));
            }
        }
    }

    @Test
    void theSecondClickOnAskingTellsNobodyTwice() throws Exception {
        Actor helpdesk = tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR);
        UUID id = fixture.send(partner, helpdesk);
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/invitation/" + id + "/ask-colleagues")
                            .with(SignedIn.as(helpdesk))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/invitation/" + id));
        }
        assertThat(mails(id, "InvitationColleaguesAsked")).isEqualTo(1);
        clock.advance(Duration.ofDays(30));
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/invitation/" + id + "/ask-again")
                            .with(SignedIn.since(helpdesk, clock.instant()))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/invitation/" + id));
        }
        assertThat(mails(id, "InvitationAskedAgain")).isEqualTo(1);
    }

    @Test
    void theSecondClickOnAcceptingTheAgreementSeesTheFirstRecord() throws Exception {
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/billing/agreement")
                            .with(SignedIn.as(customer))
                            .with(csrf())
                            .param(
                                    "version",
                                    agreements.current(Locale.ENGLISH).id().toString())
                            .param("language", "en")
                            .param("read", "true"))
                    .andExpect(redirectedUrl("/settings/partner-relationships"));
        }
        assertThat(database.queryForObject(
                        "select count(*) from agreement_acceptance where customer_id = ?",
                        Long.class,
                        customer.tenant().value()))
                .isEqualTo(1);
    }

    @Test
    void theSecondClickOnResendingLeavesOneLinkThatWorks() throws Exception {
        UUID id = fixture.send(partner, customer);
        String last = "";
        for (int click = 0; click < 2; click++) {
            last = browser.perform(post("/partner/invitations/" + id + "/resend")
                            .with(SignedIn.as(partner))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/partner/invitations/" + id))
                    .andReturn()
                    .getResponse()
                    .getCookie("link")
                    .getValue();
        }
        Cookie session =
                browser.perform(get("/i/" + last)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(customer)))
                .andExpect(redirectedUrl("/invitation/" + id));
    }

    private long mails(UUID about, String kind) {
        return database.queryForObject(
                "select count(*) from mail where about = ? and kind = ?", Long.class, about, kind);
    }

    @Test
    void aPageThatIsStaleAfterAResendIsRefused() throws Exception {
        UUID id = fixture.send(partner, customer);
        invitations.resend(partner, id);
        browser.perform(accepting(customer, id))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("/invitation/" + id)));
        assertThat(standing(id)).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void aRoleThatWasNotOfferedIsRefused() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(accepting(customer, id).param("roles", "62e90394-69f5-4237-9190-012177145e10"))
                .andExpect(status().isUnprocessableContent());
        assertThat(standing(id)).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void whoHasAcceptedTheAgreementNeedsNoTick() throws Exception {
        fixture.relationship(partner, customer, PartnerType.RESELLER);
        UUID id = fixture.send(partner, customer);
        browser.perform(get("/invitation/" + id).with(SignedIn.as(customer)))
                .andExpect(content().string(not(containsString("I have read the agreement"))))
                .andExpect(content().string(containsString("Your organisation accepted version")));
        browser.perform(post("/invitation/" + id + "/accept")
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("terms", "1")
                        .param("durationDays", "100")
                        .param("roles", InvitationFixture.USER_ADMINISTRATOR))
                .andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
    }

    @Test
    void aLostSessionInTheMiddleComesBackToTheInvitation() throws Exception {
        UUID id = fixture.send(partner, customer);
        String page = "/invitation/" + id;
        browser.perform(post(page + "/accept").param("read", "true"))
                .andExpect(redirectedUrl("/sign-in?lost&continue=" + page + "/accept"));
        browser.perform(post("/sign-in")
                        .with(csrf())
                        .param("email", customer.email())
                        .param("password", TenantFixture.PASSWORD)
                        .param("continue", page + "/accept"))
                .andExpect(redirectedUrl(page + "/accept"));
        browser.perform(get(page + "/accept").with(SignedIn.as(customer))).andExpect(redirectedUrl(page));
    }

    // every other end

    @Test
    void everyEndOfALinkSaysWhatHappened() throws Exception {
        Actor colleague = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        UUID accepted = fixture.send(partner, customer);
        fixture.accept(customer, accepted);
        sees(customer, accepted, "You accepted it on");
        sees(colleague, accepted, customer.name() + " accepted it on");
        UUID declined = fixture.send(partner, customer);
        browser.perform(post("/invitation/" + declined + "/decline")
                .with(SignedIn.as(customer))
                .with(csrf())
                .param("reason", "Too much <script>"));
        sees(customer, declined, "Too much &lt;script&gt;");
        UUID withdrawn = fixture.send(partner, customer);
        fixture.withdraw(partner, withdrawn);
        sees(customer, withdrawn, "This invitation has been withdrawn");
        UUID lapsed = fixture.send(partner, customer);
        clock.advance(Duration.ofDays(30));
        sees(customer, lapsed, "This invitation has lapsed");
        browser.perform(post("/invitation/" + lapsed + "/ask-again")
                        .with(SignedIn.since(customer, clock.instant()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/invitation/" + lapsed));
        assertThat(invitations.sentOne(partner, lapsed).askedAgainAt()).isNotNull();
        sees(customer, lapsed, "was asked for a new link");
    }

    private void sees(Actor person, UUID invitation, String text) throws Exception {
        browser.perform(get("/invitation/" + invitation).with(SignedIn.since(person, clock.instant())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(text)));
    }

    @Test
    void anAddresseeWhoCannotAnswerHandsItToColleaguesWhoCan() throws Exception {
        Actor helpdesk = tenants.colleague(customer, AdminRole.HELPDESK_ADMINISTRATOR);
        UUID id = fixture.send(partner, helpdesk);
        browser.perform(get("/invitation/" + id).with(SignedIn.as(customer))).andExpect(status().isNotFound());
        browser.perform(get("/invitation/" + id).with(SignedIn.as(helpdesk)))
                .andExpect(content().string(containsString("Ask my colleagues")))
                .andExpect(content().string(containsString(customer.email())));
        browser.perform(accepting(helpdesk, id)).andExpect(status().isForbidden());
        browser.perform(post("/invitation/" + id + "/ask-colleagues")
                        .with(SignedIn.as(helpdesk))
                        .with(csrf()))
                .andExpect(redirectedUrl("/invitation/" + id));
        browser.perform(accepting(customer, id)).andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
    }

    @Test
    void nothingIsAnsweredOnceThePartnerIsSwitchedOff() throws Exception {
        UUID id = fixture.send(partner, customer);
        tenants.disableTenant(partner);
        browser.perform(accepting(customer, id)).andExpect(status().isConflict());
        sees(customer, id, "is switched off in the portal");
    }

    @Test
    void aDisabledAccountIsOutOnTheNextRequest() throws Exception {
        UUID id = fixture.send(partner, customer);
        tenants.disableAccount(customer.account());
        browser.perform(accepting(customer, id)).andExpect(redirectedUrl("/sign-in?ended"));
    }

    @Test
    void aTakenRoleWorksOnTheNextRequest() throws Exception {
        UUID id = fixture.send(partner, customer);
        tenants.assign(customer.account());
        browser.perform(accepting(customer, id)).andExpect(status().isForbidden());
    }

    @Test
    void theCustomerReadsWhatARoleRisksAndWhichSmallerOnesWouldDo() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(get("/invitation/" + id).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Can be used to get further rights")))
                .andExpect(content().string(containsString("Can change how people or apps sign in")))
                .andExpect(content().string(containsString("Smaller roles for this work (4)")))
                .andExpect(content().string(containsString("License Administrator")))
                .andExpect(content().string(containsString("Assign licenses")))
                .andExpect(content().string(containsString("ask the partner for it by “Request changes”")));
    }

    @Test
    void aSmallRoleIsShownWithoutAnyWarning() throws Exception {
        Offer offer = new Offer(
                customer.email(),
                null,
                "en",
                PartnerType.GDAP,
                "",
                Set.of(InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR),
                100,
                false,
                "",
                30);
        UUID id = invitations.send(partner, Ids.next(), offer).invitation();
        browser.perform(get("/invitation/" + id).with(SignedIn.as(customer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Service Support Administrator")))
                .andExpect(content().string(not(containsString("Privileged"))))
                .andExpect(content().string(not(containsString("Request changes”"))));
        browser.perform(get("/partner/invitations/" + id).with(SignedIn.as(partner)))
                .andExpect(content().string(not(containsString("asks for a privileged role"))));
    }
}
