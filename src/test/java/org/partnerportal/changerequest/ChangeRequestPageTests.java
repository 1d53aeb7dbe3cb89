package org.partnerportal.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.partnerportal.invitation.InvitationFixture.SERVICE_SUPPORT_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationFixture.USER_ADMINISTRATOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.PortalTest;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.agreement.AgreementService;
import org.partnerportal.invitation.InvitationDelivery;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.invitation.InvitationService;
import org.partnerportal.invitation.InvitationStatus;
import org.partnerportal.invitation.InvitationThread;
import org.partnerportal.invitation.InvitationView;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.security.SignedIn;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Both sides' path: propose, compare, revise with one click or otherwise, and every page that has become stale. */
@PortalTest
class ChangeRequestPageTests {

    /** Reports Reader, which the offers of the fixture do not hold. */
    private static final String REPORTS_READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";

    @Autowired
    private MockMvc browser;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private InvitationFixture fixture;

    @Autowired
    private InvitationService invitations;

    @Autowired
    private InvitationThread thread;

    @Autowired
    private InvitationDelivery delivery;

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

    private MockHttpServletRequestBuilder proposing(Actor person, UUID id, int terms) {
        return post("/invitation/" + id + "/request-changes")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", String.valueOf(terms))
                .param("durationDays", "60")
                .param("roles", SERVICE_SUPPORT_ADMINISTRATOR, REPORTS_READER)
                .param("note", "Half the time <b>please</b>");
    }

    private MockHttpServletRequestBuilder takingOver(Actor person, UUID id, int terms) {
        return post("/partner/invitations/" + id + "/revise/accept-proposal")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", String.valueOf(terms));
    }

    private MockHttpServletRequestBuilder revising(Actor person, UUID id, int terms) {
        return post("/partner/invitations/" + id + "/revise")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", String.valueOf(terms))
                .param("durationDays", "75")
                .param("roles", SERVICE_SUPPORT_ADMINISTRATOR)
                .param("note", "Let us meet in the middle");
    }

    private MockHttpServletRequestBuilder accepting(Actor person, UUID id, int terms, int days, String... roles) {
        return post("/invitation/" + id + "/accept")
                .with(SignedIn.as(person))
                .with(csrf())
                .param("terms", String.valueOf(terms))
                .param("agreement", agreements.current(Locale.ENGLISH).id().toString())
                .param("language", "en")
                .param("read", "true")
                .param("durationDays", String.valueOf(days))
                .param("roles", roles);
    }

    /** An offer that colleagues of the addressee see too. */
    private UUID sendNamingTheCustomer() {
        fixture.relationship(partner, customer, PartnerType.RESELLER);
        return fixture.sendToCustomer(partner, customer);
    }

    private InvitationView offer(UUID id) {
        return invitations.sentOne(partner, id);
    }

    private List<String> recipients(UUID about, String kind) {
        return database.queryForList(
                "select recipient from mail where about = ? and kind = ?", String.class, about, kind);
    }

    private String mail(UUID about, String kind) {
        return database.queryForObject(
                "select plain from mail where about = ? and kind = ?", String.class, about, kind);
    }

    private void sees(Actor person, String page, String... texts) throws Exception {
        var result = browser.perform(get(page).with(SignedIn.since(person, clock.instant())))
                .andExpect(status().isOk());
        for (String text : texts) {
            result.andExpect(content().string(containsString(text)));
        }
    }

    // the whole way

    @Test
    void proposesComparesRevisesWithOneClickAndAccepts() throws Exception {
        UUID id = fixture.send(partner, customer);
        sees(customer, "/invitation/" + id, "/invitation/" + id + "/request-changes");
        sees(
                customer,
                "/invitation/" + id + "/request-changes",
                "value=\"100\"",
                "User Administrator",
                "Reports Reader");
        browser.perform(proposing(customer, id, 1)).andExpect(redirectedUrl("/invitation/" + id));

        assertThat(offer(id).status()).isEqualTo(InvitationStatus.CHANGES_REQUESTED);
        assertThat(offer(id).terms().durationDays())
                .as("the offer stays as it is")
                .isEqualTo(100);
        sees(
                customer,
                "/invitation/" + id,
                "Changes have been requested",
                "Leave out",
                "Half the time &lt;b&gt;please&lt;/b&gt;",
                "/decline",
                "support@");
        assertThat(recipients(id, "InvitationChangesRequested")).containsExactly(partner.email());
        assertThat(mail(id, "InvitationChangesRequested"))
                .contains("Roles left out: User Administrator")
                .contains("Roles added: Reports Reader")
                .contains("60 instead of 100")
                .contains("Half the time")
                .contains("/partner/invitations/" + id);

        sees(
                partner,
                "/partner/invitations/" + id,
                "The customer proposes changes",
                "Keep",
                "Leave out",
                "Add",
                "60 days",
                "Half the time &lt;b&gt;please&lt;/b&gt;",
                "Revise as proposed",
                "/partner/invitations/" + id + "/revise\"",
                "/withdraw");
        sees(partner, "/partner/invitations/" + id, "<span>Changes requested</span><small class=\"d-block\"><time");
        String link = browser.perform(takingOver(partner, id, 1))
                .andExpect(redirectedUrl("/partner/invitations/" + id))
                .andReturn()
                .getResponse()
                .getCookie("link")
                .getValue();

        InvitationView revised = offer(id);
        assertThat(revised.status()).isEqualTo(InvitationStatus.PENDING);
        assertThat(revised.termsVersion()).isEqualTo(2);
        assertThat(revised.roles()).containsExactlyInAnyOrder(SERVICE_SUPPORT_ADMINISTRATOR, REPORTS_READER);
        assertThat(revised.durationDays()).isEqualTo(60);
        assertThat(revised.note()).as("the partner's own note").isEqualTo("Good day");
        assertThat(recipients(id, "InvitationRevised")).containsExactly(customer.email());
        assertThat(recipients(id, "InvitationRevisedForYou")).isEmpty();
        assertThat(mail(id, "InvitationRevised")).contains("/i/" + link).contains("Roles left out: User Administrator");

        Cookie session =
                browser.perform(get("/i/" + link)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(customer)))
                .andExpect(redirectedUrl("/invitation/" + id));
        sees(
                customer,
                "/invitation/" + id,
                "This is a revised offer",
                "Round 1: offer",
                "Round 1: changes requested",
                "Round 2: revised",
                "exactly as proposed");
        browser.perform(accepting(customer, id, 2, 60, SERVICE_SUPPORT_ADMINISTRATOR, REPORTS_READER))
                .andExpect(redirectedUrl("/invitation/" + id + "/confirmation"));
        sees(partner, "/partner/invitations/" + id, "Round 2: revised offer");
    }

    @Test
    void theOldLinkIsDeadOnceTheOfferIsRevised() throws Exception {
        String token = fixture.sendForToken(partner, customer);
        UUID id = latest();
        fixture.requestChanges(customer, id);
        fixture.revise(partner, id, 80);
        Cookie session =
                browser.perform(get("/i/" + token)).andReturn().getResponse().getCookie("session");
        browser.perform(get("/invitation").cookie(session).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString("There is no such invitation")));
    }

    private UUID latest() {
        return database.queryForObject(
                "select id from invitation where partner_id = ?",
                UUID.class,
                partner.tenant().value());
    }

    @Test
    void revisesOtherwiseAndAsksAgainRoundByRound() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(proposing(customer, id, 1));
        clock.advance(Duration.ofDays(20));
        browser.perform(get("/partner/invitations/" + id + "/revise").with(SignedIn.since(partner, clock.instant())))
                .andExpect(content().string(containsString("value=\"60\"")))
                .andExpect(content().string(containsString("value=\"Good day\"")))
                .andExpect(content().string(containsString("Half the time")));
        clock.reset();
        browser.perform(revising(partner, id, 1)).andExpect(redirectedUrl("/partner/invitations/" + id));
        assertThat(offer(id).terms().durationDays()).isEqualTo(75);
        assertThat(offer(id).note()).isEqualTo("Let us meet in the middle");
        browser.perform(proposing(customer, id, 2)).andExpect(redirectedUrl("/invitation/" + id));

        assertThat(thread.of(partner.tenant(), id))
                .extracting(InvitationThread.Step::round, InvitationThread.Step::side, InvitationThread.Step::person)
                .containsExactly(
                        tuple(1, Side.PARTNER, partner.name()),
                        tuple(1, Side.CUSTOMER, customer.name()),
                        tuple(2, Side.PARTNER, partner.name()),
                        tuple(2, Side.CUSTOMER, customer.name()));
        assertThat(thread.of(partner.tenant(), id))
                .extracting(step -> step.terms().durationDays())
                .containsExactly(100, 60, 75, 60);
        sees(partner, "/partner/invitations/" + id, "Round 2: changes requested", "60 days instead of 75");
        sees(customer, "/invitation/" + id, "Round 2: changes requested", "60 days instead of 75");
    }

    @Test
    void livesAsLongAsTheFirstTimeOnceItIsRevised() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        clock.advance(Duration.ofDays(20));
        fixture.revise(partner, id, 80);
        assertThat(Duration.between(clock.instant(), offer(id).expiresAt()))
                .isCloseTo(Duration.ofDays(30), Duration.ofMinutes(1));
    }

    @Test
    void theMailOfTheRevisedOfferIsTheOneWhosePathIsShown() {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        clock.advance(Duration.ofDays(20));
        fixture.revise(partner, id, 80);
        assertThat(delivery.latest(List.of(id)).get(id).at()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void bothHistoriesSayWhatWasBeforeAndAfter() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(proposing(customer, id, 1));
        browser.perform(takingOver(partner, id, 1));
        for (Actor reader : List.of(partner, customer)) {
            sees(
                    reader,
                    "/settings/history",
                    "<strong>Changes requested",
                    "Roles asked for: User Administrator, Service Support Administrator",
                    "Roles proposed: Reports Reader, Service Support Administrator",
                    "Days asked for: 100",
                    "Days proposed: 60",
                    "<strong>Offer revised, with a new link",
                    "Days before: 100",
                    "Days now: 60",
                    "Extension now: none");
        }
    }

    // who, and what is refused

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of("roles", "00000000-0000-0000-0000-000000000000", "not in the catalogue"),
                Arguments.of("roles", "<script>", "not in the catalogue"),
                Arguments.of("durationDays", "0", "from 1 to 730"),
                Arguments.of("durationDays", "731", "from 1 to 730"),
                Arguments.of("durationDays", "a year", "from 1 to 730"),
                Arguments.of("durationDays", "", "from 1 to 730"),
                Arguments.of("note", "x".repeat(501), "at most 500"),
                Arguments.of("note", "one\r\ntwo", "line breaks"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsNamedKeptAndNothingIsSent(String field, String value, String text) throws Exception {
        UUID id = fixture.send(partner, customer);
        for (boolean revision : new boolean[] {false, true}) {
            if (revision) {
                fixture.requestChanges(customer, id);
            }
            String page =
                    revision ? "/partner/invitations/" + id + "/revise" : "/invitation/" + id + "/request-changes";
            MockHttpServletRequestBuilder form = post(page)
                    .with(SignedIn.as(revision ? partner : customer))
                    .with(csrf())
                    .param("terms", "1");
            for (String[] good :
                    new String[][] {{"roles", USER_ADMINISTRATOR}, {"durationDays", "44"}, {"note", "Good note"}}) {
                form.param(good[0], good[0].equals(field) ? value : good[1]);
            }
            browser.perform(form)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("href=\"#" + field + "\"")))
                    .andExpect(content().string(containsString(text)))
                    .andExpect(content().string(containsString(field.equals("note") ? "value=\"44\"" : "Good note")));
            assertThat(offer(id).status())
                    .isEqualTo(revision ? InvitationStatus.CHANGES_REQUESTED : InvitationStatus.PENDING);
        }
    }

    @Test
    void aProposalOfWhatIsOfferedIsNone() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(post("/invitation/" + id + "/request-changes")
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("terms", "1")
                        .param("durationDays", "100")
                        .param("roles", USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Change something")));
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.PENDING);
        assertThat(thread.of(partner.tenant(), id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GDAP", "PARTNER"})
    void aTypeWithNothingToChooseTakesANote(PartnerType type) throws Exception {
        UUID id = fixture.send(partner, customer, type);
        sees(customer, "/invitation/" + id + "/request-changes", "no roles and no time limit");
        var form = post("/invitation/" + id + "/request-changes")
                .with(SignedIn.as(customer))
                .with(csrf())
                .param("terms", "1");
        browser.perform(form).andExpect(status().isUnprocessableContent());
        browser.perform(form.param("note", "Not before June")).andExpect(redirectedUrl("/invitation/" + id));
        browser.perform(get("/partner/invitations/" + id).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString("Not before June")))
                .andExpect(content().string(containsString("Revise otherwise")))
                .andExpect(content().string(not(containsString("Revise as proposed"))));
        browser.perform(post("/partner/invitations/" + id + "/revise")
                        .with(SignedIn.as(partner))
                        .with(csrf())
                        .param("terms", "1")
                        .param("note", "From June then"))
                .andExpect(redirectedUrl("/partner/invitations/" + id));
        assertThat(offer(id).note()).isEqualTo("From June then");
        assertThat(offer(id).roles()).isEqualTo(type.fixedRoles());
    }

    @Test
    void whoMayNotAnswerMayNotProposeAndIsToldWhy() throws Exception {
        Actor reader = tenants.colleague(customer, AdminRole.GLOBAL_READER);
        UUID id = sendNamingTheCustomer();
        browser.perform(get("/invitation/" + id + "/request-changes").with(SignedIn.as(reader)))
                .andExpect(redirectedUrl("/invitation/" + id));
        browser.perform(proposing(reader, id, 1)).andExpect(status().isForbidden());
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void onlyAgentsWhoMayManageTheTypeRevise() throws Exception {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        for (Actor person : List.of(sales, helpdesk)) {
            browser.perform(get("/partner/invitations/" + id + "/revise").with(SignedIn.as(person)))
                    .andExpect(status().isForbidden());
            browser.perform(revising(person, id, 1)).andExpect(status().isForbidden());
            browser.perform(takingOver(person, id, 1)).andExpect(status().isForbidden());
        }
        browser.perform(get("/partner/invitations/" + id).with(SignedIn.as(sales)))
                .andExpect(content().string(containsString("Leave out")))
                .andExpect(content().string(not(containsString("accept-proposal"))));
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.CHANGES_REQUESTED);
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        Actor stranger = tenants.colleague(tenants.partner(), AdminRole.GLOBAL_ADMINISTRATOR, AdminRole.ADMIN_AGENT);
        UUID id = fixture.send(partner, customer);
        for (int round = 1; round <= 2; round++) {
            browser.perform(get("/invitation/" + id + "/request-changes").with(SignedIn.as(stranger)))
                    .andExpect(status().isNotFound());
            browser.perform(proposing(stranger, id, 1)).andExpect(status().isNotFound());
            browser.perform(get("/partner/invitations/" + id + "/revise").with(SignedIn.as(stranger)))
                    .andExpect(status().isNotFound());
            browser.perform(revising(stranger, id, 1)).andExpect(status().isNotFound());
            browser.perform(takingOver(stranger, id, 1)).andExpect(status().isNotFound());
            if (round == 1) {
                fixture.requestChanges(customer, id);
            }
        }
    }

    @Test
    void theThreadIsReadByItsTwoSidesAlone() {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        assertThat(thread.of(partner.tenant(), id)).hasSize(2);
        assertThat(thread.of(customer.tenant(), id)).hasSize(2);
        assertThat(thread.of(tenants.partner().tenant(), id)).isEmpty();
    }

    @Test
    void nobodyRevisesWhatNobodyAskedToChange() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(get("/partner/invitations/" + id + "/revise").with(SignedIn.as(partner)))
                .andExpect(redirectedUrl("/partner/invitations/" + id));
        browser.perform(revising(partner, id, 1)).andExpect(status().isConflict());
        browser.perform(takingOver(partner, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nobody has asked for changes")));
        assertThat(offer(id).termsVersion()).isEqualTo(1);
    }

    // twice, and too late

    @Test
    void theSecondClickOfTwoSeesTheFirstResult() throws Exception {
        UUID id = fixture.send(partner, customer);
        for (int click = 0; click < 2; click++) {
            browser.perform(proposing(customer, id, 1)).andExpect(redirectedUrl("/invitation/" + id));
        }
        assertThat(recipients(id, "InvitationChangesRequested")).hasSize(1);
        assertThat(thread.of(partner.tenant(), id)).hasSize(2);
        for (int click = 0; click < 2; click++) {
            browser.perform(takingOver(partner, id, 1))
                    .andExpect(redirectedUrl("/partner/invitations/" + id))
                    .andExpect(click == 0 ? cookie().exists("link") : cookie().doesNotExist("link"));
        }
        assertThat(recipients(id, "InvitationRevised")).hasSize(1);
        assertThat(offer(id).termsVersion()).isEqualTo(2);
    }

    @Test
    void anotherProposalFromAnotherTabIsRefusedWithWhatStands() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(proposing(customer, id, 1));
        for (String[] other : new String[][] {{"note", "Other words"}, {"autoExtend", "true"}}) {
            browser.perform(post("/invitation/" + id + "/request-changes")
                            .with(SignedIn.as(customer))
                            .with(csrf())
                            .param("terms", "1")
                            .param("durationDays", "60")
                            .param("roles", SERVICE_SUPPORT_ADMINISTRATOR, REPORTS_READER)
                            .param("note", "Half the time <b>please</b>")
                            .with(request -> {
                                request.setParameter(other[0], other[1]);
                                return request;
                            }))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("was not sent on")))
                    .andExpect(content().string(containsString("href=\"/invitation/" + id + "/request-changes\"")));
        }
        assertThat(thread.of(partner.tenant(), id)).hasSize(2);
        assertThat(recipients(id, "InvitationChangesRequested")).hasSize(1);
        browser.perform(get("/invitation/" + id + "/request-changes").with(SignedIn.as(customer)))
                .andExpect(redirectedUrl("/invitation/" + id));
        sees(customer, "/invitation/" + id, "Half the time", "60 days");
    }

    @Test
    void aProposalForAnEarlierOfferIsNoSecondClickOfTheLatest() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(proposing(customer, id, 1));
        browser.perform(revising(partner, id, 1));
        browser.perform(proposing(customer, id, 2)).andExpect(redirectedUrl("/invitation/" + id));
        browser.perform(proposing(customer, id, 1)).andExpect(status().isConflict());
        assertThat(thread.of(partner.tenant(), id)).hasSize(4);
    }

    @Test
    void anotherRevisionFromAnotherTabIsRefusedWithWhatStands() throws Exception {
        UUID id = fixture.send(partner, customer);
        browser.perform(proposing(customer, id, 1));
        for (int click = 0; click < 2; click++) {
            browser.perform(revising(partner, id, 1)).andExpect(redirectedUrl("/partner/invitations/" + id));
        }
        browser.perform(takingOver(partner, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("was not sent on")))
                .andExpect(content().string(containsString("/partner/invitations/" + id + "/revise")));
        assertThat(offer(id).durationDays()).isEqualTo(75);
        assertThat(recipients(id, "InvitationRevised")).hasSize(1);
        sees(partner, "/partner/invitations/" + id, "75 days");
    }

    @Test
    void aRevisionOfWhatWasSentAgainSinceIsNotSaidToBeSent() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        fixture.revise(partner, id, 75);
        browser.perform(post("/partner/invitations/" + id + "/resend")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(redirectedUrl("/partner/invitations/" + id));
        browser.perform(post("/partner/invitations/" + id + "/revise")
                        .with(SignedIn.as(partner))
                        .with(csrf())
                        .param("terms", "2")
                        .param("durationDays", "75")
                        .param("roles", USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR))
                .andExpect(status().isConflict());
    }

    @ParameterizedTest
    @EnumSource(
            value = PartnerType.class,
            names = {"ADVISOR", "RESELLER"})
    void theSecondClickOfTwoSeesTheFirstResultWhereOnlyANoteIsTaken(PartnerType type) throws Exception {
        UUID id = fixture.send(partner, customer, type);
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/invitation/" + id + "/request-changes")
                            .with(SignedIn.as(customer))
                            .with(csrf())
                            .param("terms", "1")
                            .param("note", " Not before June "))
                    .andExpect(redirectedUrl("/invitation/" + id));
        }
        for (int click = 0; click < 2; click++) {
            browser.perform(post("/partner/invitations/" + id + "/revise")
                            .with(SignedIn.as(partner))
                            .with(csrf())
                            .param("terms", "1")
                            .param("note", "From June then"))
                    .andExpect(redirectedUrl("/partner/invitations/" + id));
        }
        assertThat(thread.of(partner.tenant(), id)).hasSize(3);
    }

    @Test
    void aColleagueWhoProposesSecondIsToldWhy() throws Exception {
        Actor colleague = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        UUID id = sendNamingTheCustomer();
        browser.perform(proposing(customer, id, 1));
        browser.perform(proposing(colleague, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("have been requested")));
        browser.perform(get("/invitation/" + id + "/request-changes").with(SignedIn.as(colleague)))
                .andExpect(redirectedUrl("/invitation/" + id));
        sees(colleague, "/invitation/" + id, customer.name() + " asked for changes on");
    }

    @Test
    void anAcceptPageOfTheEarlierOfferIsRefusedWithTheWayToTheFreshOne() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        var old = new String[] {USER_ADMINISTRATOR, SERVICE_SUPPORT_ADMINISTRATOR};
        browser.perform(accepting(customer, id, 1, 100, old))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has to revise it first")));
        fixture.revise(partner, id, 80);
        browser.perform(accepting(customer, id, 1, 100, old))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nothing was accepted")))
                .andExpect(content().string(containsString("href=\"/invitation/" + id + "/accept\"")));
        browser.perform(get("/invitation/" + id + "/accept").with(SignedIn.as(customer)))
                .andExpect(redirectedUrl("/invitation/" + id));
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.PENDING);
    }

    @Test
    void aStaleRequestPageIsRefusedWithTheWayToTheFreshOne() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        fixture.revise(partner, id, 80);
        browser.perform(proposing(customer, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("href=\"/invitation/" + id + "/request-changes\"")));
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.PENDING);
        sees(customer, "/invitation/" + id + "/request-changes", "value=\"80\"");
    }

    @Test
    void aStaleRevisePageIsRefusedWithTheWayToTheFreshOne() throws Exception {
        Actor agent = tenants.colleague(partner, AdminRole.ADMIN_AGENT);
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        fixture.revise(agent, id, 80);
        browser.perform(revising(partner, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("href=\"/partner/invitations/" + id + "/revise\"")));
        fixture.requestChanges(customer, id);
        browser.perform(revising(partner, id, 1))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nothing was sent")));
        browser.perform(takingOver(partner, id, 1)).andExpect(status().isConflict());
        assertThat(offer(id).terms().durationDays()).isEqualTo(80);
        browser.perform(get("/partner/invitations/" + id + "/revise/accept-proposal")
                        .with(SignedIn.as(partner)))
                .andExpect(redirectedUrl("/partner/invitations/" + id + "/revise"));
    }

    // while the partner thinks

    @Test
    void theCustomerFindsItOnTheStartPageAndMayDecline() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        sees(customer, "/", "/invitation/" + id, "Changes requested");
        sees(customer, "/settings/partner-relationships?show=pending", "/invitation/" + id, "Changes requested");
        browser.perform(post("/invitation/" + id + "/decline")
                        .with(SignedIn.as(customer))
                        .with(csrf())
                        .param("reason", "We wait no longer"))
                .andExpect(redirectedUrl("/invitation/" + id));
        assertThat(offer(id).status()).isEqualTo(InvitationStatus.DECLINED);
        browser.perform(takingOver(partner, id, 1)).andExpect(status().isConflict());
        sees(customer, "/invitation/" + id, "We wait no longer", "Round 1: changes requested");
    }

    @Test
    void whoeverAskedIsToldWhenThePartnerWithdraws() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        browser.perform(post("/partner/invitations/" + id + "/withdraw")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(redirectedUrl("/partner/invitations/" + id));
        assertThat(recipients(id, "InvitationWithdrawn")).containsExactly(customer.email());
        UUID other = fixture.send(partner, customer);
        fixture.withdraw(partner, other);
        assertThat(recipients(other, "InvitationWithdrawn")).isEmpty();
    }

    @Test
    void aColleagueWhoAskedIsMailedTheWayAndNotTheLink() throws Exception {
        Actor colleague = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        UUID id = sendNamingTheCustomer();
        fixture.requestChanges(colleague, id);
        String token = fixture.revise(partner, id, 80);
        assertThat(recipients(id, "InvitationRevised")).containsExactly(customer.email());
        assertThat(mail(id, "InvitationRevised")).contains(token);
        assertThat(recipients(id, "InvitationRevisedForYou")).containsExactly(colleague.email());
        assertThat(mail(id, "InvitationRevisedForYou"))
                .contains("/invitation/" + id)
                .contains("80 instead of 100")
                .doesNotContain(token, "/i/");
    }

    @Test
    void isNotResentWhileThePartnerOwesAnAnswer() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        browser.perform(post("/partner/invitations/" + id + "/resend")
                        .with(SignedIn.as(partner))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("has to revise it first")));
    }

    @Test
    void lapsesByTheClockAndCanBeSentAndAskedForAgain() throws Exception {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        clock.advance(Duration.ofDays(30));
        sees(customer, "/invitation/" + id, "This invitation has lapsed", "Round 1: changes requested");
        sees(partner, "/partner/invitations/" + id, "Lapsed", "Resend with a new link");
        browser.perform(post("/partner/invitations/" + id + "/resend")
                        .with(SignedIn.since(partner, clock.instant()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/partner/invitations/" + id));
        browser.perform(get("/invitation/" + id).with(SignedIn.since(customer, clock.instant())))
                .andExpect(content().string(containsString("Round 1: changes requested")))
                .andExpect(content().string(not(containsString("This is a revised offer"))));
        fixture.requestChanges(customer, id, Set.of(USER_ADMINISTRATOR), 20, "Again");
        assertThat(thread.of(partner.tenant(), id))
                .extracting(InvitationThread.Step::round)
                .containsExactly(1, 1, 2, 2);
        assertThat(thread.of(partner.tenant(), id).get(2).terms().version()).isEqualTo(2);
    }

    // what stands behind it

    @Test
    void aRoundHoldsOneOfferAndOneProposal() {
        UUID id = fixture.send(partner, customer);
        fixture.requestChanges(customer, id);
        assertThatThrownBy(() -> database.update(
                        "insert into thread_step (id, invitation_id, round, side, terms_version, person, made_at,"
                                + " auto_extend, note) select ?, invitation_id, round, side, terms_version, person,"
                                + " made_at, auto_extend, note from thread_step where invitation_id = ?"
                                + " and side = 'CUSTOMER'",
                        UUID.randomUUID(),
                        id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aThreadIsReadByOneStatementHoweverLongItIs() {
        UUID id = fixture.send(partner, customer);
        for (int round = 0; round < 5; round++) {
            fixture.requestChanges(customer, id, Set.of(USER_ADMINISTRATOR), 90 + round, "");
            fixture.revise(partner, id, 100 + round);
        }
        statements.countAndReset();
        assertThat(thread.of(partner.tenant(), id)).hasSize(11);
        assertThat(statements.countAndReset()).isEqualTo(1);
    }
}
