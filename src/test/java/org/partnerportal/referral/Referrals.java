package org.partnerportal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerportal.PortalTestConfiguration.Statements;
import org.partnerportal.TestClock;
import org.partnerportal.invitation.InvitationFixture;
import org.partnerportal.relationship.FirstRequests;
import org.partnerportal.security.SignedIn;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Requests from the inbox to the relationship: what is found, what time does, who is told, and how invitations decide. */
abstract class Referrals {

    @Autowired
    private ReferralSteps time;

    @Autowired
    private SentReferrals requests;

    @Autowired
    private ReferralInbox inbox;

    @Autowired
    private ReferralService referrals;

    @Autowired
    private ReferralFixture fixture;

    @Autowired
    private InvitationFixture invitations;

    @Autowired
    private FirstRequests beginnings;

    @Autowired
    private TenantFixture tenants;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MockMvc browser;

    private Actor partner;
    private Actor customer;

    @BeforeEach
    void people() {
        partner = fixture.partner();
        customer = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private List<String> mails(String recipient) {
        return database.queryForList(
                "select kind from mail where recipient = ? and kind not like 'Listing%' order by id",
                String.class, recipient);
    }

    private List<String> trail(UUID id) {
        return database.queryForList("select kind from trail_entry where subject_id = ? order by id", String.class, id);
    }

    private List<StepKind> steps(UUID id) {
        return inbox.receivedOne(partner, id).steps().stream()
                .map(StepView::kind)
                .toList();
    }

    private ReferralView view(UUID id) {
        return inbox.receivedOne(partner, id).referral();
    }

    private static void assertRefused(Runnable verb, ReferralRefusal refusal) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    // the inbox

    @Test
    void theInboxTakesThreeStatementsForAnyNumberOfRows() throws Exception {
        fixture.send(partner, customer);
        for (int number : List.of(1, 60)) {
            while (inbox.received(partner, ReferralFilter.of("open", "", null)).count() < number) {
                fixture.send(partner, tenants.customer());
            }
            for (String page : List.of("/partner/referrals", "/partner/referrals?q=fjord&show=mine")) {
                statements.countAndReset();
                browser.perform(get(page).with(SignedIn.as(partner))).andExpect(status().isOk());
                assertThat(statements.countAndReset()).as(page).isBetween(1, 3);
            }
        }
    }

    @Test
    void pagesShowEveryRequestOnceNewestFirst() {
        List<UUID> sent = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            sent.add(0, fixture.send(partner, tenants.customer()));
        }
        List<UUID> seen = new ArrayList<>();
        UUID before = null;
        do {
            ReferralList page = inbox.received(partner, new ReferralFilter(ReferralFilter.Show.OPEN, "", before));
            assertThat(page.count()).isEqualTo(60);
            page.lines().forEach(line -> seen.add(line.row().id()));
            before = page.next();
        } while (before != null);
        assertThat(seen).isEqualTo(sent);
    }

    private List<UUID> found(Actor actor, ReferralFilter.Show show, String q) {
        return inbox.received(actor, new ReferralFilter(show, q, null)).lines().stream()
                .map(line -> line.row().id())
                .toList();
    }

    @Test
    void theInboxFindsWhatTheChipsAndTheWordsSay() {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        UUID fresh = fixture.send(partner, customer);
        UUID mine = fixture.send(partner, tenants.customer());
        fixture.take(partner, mine);
        UUID hers = fixture.send(partner, tenants.customer());
        fixture.take(sales, hers);
        UUID declined = fixture.send(partner, tenants.customer());
        inbox.close(partner, declined, ReferralOutcome.DECLINED, "");
        fixture.sendUnconfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        fixture.send(fixture.partner(), customer);

        assertThat(found(partner, ReferralFilter.Show.OPEN, "")).containsExactly(hers, mine, fresh);
        assertThat(found(partner, ReferralFilter.Show.NEW, "")).containsExactly(fresh);
        assertThat(found(partner, ReferralFilter.Show.ACTIVE, "")).containsExactly(hers, mine);
        assertThat(found(partner, ReferralFilter.Show.MINE, "")).containsExactly(mine);
        assertThat(found(partner, ReferralFilter.Show.CLOSED, "")).containsExactly(declined);
        assertThat(found(partner, ReferralFilter.Show.OPEN, customer.email().toUpperCase()))
                .containsExactly(fresh);
        assertThat(found(partner, ReferralFilter.Show.OPEN, view(mine).reference()))
                .containsExactly(mine);
        assertThat(found(partner, ReferralFilter.Show.OPEN, "FJORD sch")).containsExactly(hers, mine, fresh);
        assertThat(found(partner, ReferralFilter.Show.OPEN, "100%")).isEmpty();
        assertThat(inbox.countNew(partner)).isEqualTo(1);
        assertThat(inbox.countNew(tenants.colleague(partner, AdminRole.HELPDESK_AGENT)))
                .isZero();
    }

    @Test
    void whatTimeHasEndedIsFoundAsClosedBeforeAnyJob() {
        UUID id = fixture.send(partner, customer);
        clock.advance(Duration.ofDays(30));
        assertThat(found(partner, ReferralFilter.Show.OPEN, "")).isEmpty();
        assertThat(found(partner, ReferralFilter.Show.CLOSED, "")).containsExactly(id);
        assertThat(inbox.countNew(partner)).isZero();
        assertThat(requests.countOpen(customer)).isZero();
        assertThat(requests.sentOne(customer, id).referral().outcome()).isEqualTo(ReferralOutcome.EXPIRED);
    }

    // what time does

    private void runJobFor(UUID id) {
        if (time.due(new Due(new UUID(0, 0), clock.instant().minus(Duration.ofDays(400))), 100_000).stream()
                .anyMatch(due -> due.id().equals(id))) {
            time.takeSteps(List.of(id));
        }
    }

    @Test
    void thePartnerIsRemindedOnceAndTheSenderToldAtTheEnd() {
        UUID id = fixture.send(partner, customer);
        runJobFor(id);
        assertThat(steps(id)).containsExactly(StepKind.SENT);
        clock.advance(Duration.ofDays(14));
        runJobFor(id);
        runJobFor(id);
        assertThat(mails(partner.email())).containsExactly("ReferralReceived", "ReferralReminded");
        clock.advance(Duration.ofDays(16));
        runJobFor(id);
        runJobFor(id);
        assertThat(steps(id)).containsExactly(StepKind.SENT, StepKind.REMINDED, StepKind.EXPIRED);
        assertThat(mails(customer.email())).containsExactly("ReferralCopy", "ReferralExpired");
        assertThat(trail(id)).containsExactly("ReferralReceived", "ReferralReminded", "ReferralExpired");
        assertThat(database.queryForObject(
                        "select plain from mail where recipient = ? and kind = 'ReferralExpired'",
                        String.class,
                        customer.email()))
                .contains("/directory");
    }

    @Test
    void afterADowntimeOverBothOnlyTheEndIsTold() {
        UUID id = fixture.send(partner, customer);
        clock.advance(Duration.ofDays(40));
        runJobFor(id);
        assertThat(steps(id)).containsExactly(StepKind.SENT, StepKind.EXPIRED);
        assertThat(mails(partner.email())).containsExactly("ReferralReceived");
    }

    @Test
    void theInboxIsInTheOrderInWhichRequestsCameIn() {
        String token = fixture.sendUnconfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        clock.advance(Duration.ofMinutes(5));
        UUID second = fixture.send(partner, customer);
        clock.advance(Duration.ofMinutes(5));
        referrals.confirm(token);
        List<UUID> order = inbox.received(partner, ReferralFilter.of("open", "", null)).lines().stream()
                .map(line -> line.row().id())
                .toList();
        assertThat(order).hasSize(2).last().isEqualTo(second);
        assertThat(inbox.received(partner, new ReferralFilter(ReferralFilter.Show.OPEN, "", order.get(0)))
                        .lines())
                .extracting(line -> line.row().id())
                .containsExactly(second);
    }

    @Test
    void whatSomebodyTookNeverExpires() {
        UUID id = fixture.send(partner, customer);
        fixture.take(partner, id);
        clock.advance(Duration.ofDays(400));
        runJobFor(id);
        assertThat(view(id).status()).isEqualTo(ReferralStatus.ACTIVE);
    }

    @Test
    void whatNobodyProvesIsDeletedAfter30Days() {
        String email = "ann-" + UUID.randomUUID() + "@school.example";
        fixture.sendUnconfirmed(partner, email);
        UUID id = database.queryForObject("select id from referral where email = ?", UUID.class, email);
        clock.advance(Duration.ofDays(30).minusMinutes(5));
        runJobFor(id);
        assertThat(count("referral where email = '" + email + "'")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        runJobFor(id);
        assertThat(count("referral where email = '" + email + "'")).isZero();
        assertThat(mails(partner.email())).isEmpty();
    }

    private long count(String question) {
        return database.queryForObject("select count(*) from " + question, Long.class);
    }

    // who does what, and who is told

    @Test
    void everyChangeThatConcernsTheSenderIsToldAndNotesAreNot() {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        UUID id = fixture.send(partner, customer);
        fixture.take(partner, id);
        inbox.assign(partner, id, sales.account(), partner.account());
        inbox.note(partner, id, UUID.randomUUID(), "Calls back only on Mondays.");
        inbox.close(sales, id, ReferralOutcome.LOST, "We are fully booked.");
        assertThat(mails(customer.email()))
                .containsExactly("ReferralCopy", "ReferralTaken", "ReferralPassedOn", "ReferralLost");
        assertThat(mails(sales.email())).containsExactly("ReferralReceived", "ReferralAssigned");
        assertThat(steps(id))
                .containsExactly(StepKind.SENT, StepKind.TAKEN, StepKind.ASSIGNED, StepKind.NOTED, StepKind.LOST);
        assertThat(requests.sentOne(customer, id).steps().stream().map(StepView::kind))
                .containsExactly(StepKind.SENT, StepKind.TAKEN, StepKind.ASSIGNED, StepKind.LOST);
        assertThat(database.queryForObject(
                        "select plain from mail where recipient = ? and kind = 'ReferralLost'",
                        String.class,
                        customer.email()))
                .contains("We are fully booked.");
        assertThat(trail(id)).containsExactly("ReferralReceived", "ReferralTaken", "ReferralAssigned", "ReferralLost");
        assertThat(count("trail_entry where subject_id = '" + id
                        + "' and (details like '%move our mail%' or details like '%Mondays%')"))
                .isZero();
    }

    @Test
    void withdrawingIsToldToAllWhereWhoeverHadItIsGone() {
        Actor sales = tenants.colleague(partner, AdminRole.SALES_AGENT);
        UUID kept = fixture.send(partner, customer);
        fixture.take(sales, kept);
        requests.withdraw(customer, kept);
        assertThat(mails(sales.email())).contains("ReferralWithdrawn");
        assertThat(mails(partner.email())).doesNotContain("ReferralWithdrawn");
        UUID orphan = fixture.send(partner, customer);
        fixture.take(sales, orphan);
        tenants.disableAccount(sales.account());
        requests.withdraw(customer, orphan);
        assertThat(mails(partner.email())).contains("ReferralWithdrawn");
    }

    @Test
    void anExpiredOneCantBeTaken() {
        UUID id = fixture.send(partner, customer);
        clock.advance(Duration.ofDays(30));
        assertRefused(() -> fixture.take(partner, id), ReferralRefusal.ALREADY_EXPIRED);
    }

    @Test
    void helpdeskAgentsAndStrangersGetNothing() {
        Actor helpdesk = tenants.colleague(partner, AdminRole.HELPDESK_AGENT);
        UUID id = fixture.send(partner, customer);
        assertRefused(() -> inbox.receivedOne(helpdesk, id), ReferralRefusal.NEEDS_SALES_AGENT);
        assertRefused(() -> inbox.assign(partner, id, helpdesk.account(), null), ReferralRefusal.ASSIGNEE_UNKNOWN);
        assertRefused(
                () -> inbox.assign(partner, id, tenants.partner().account(), null), ReferralRefusal.ASSIGNEE_UNKNOWN);
    }

    // invitations

    @Test
    void invitingTakesItAndAcceptingWinsIt() {
        UUID id = fixture.send(partner, customer);
        UUID invitation = invitations.answer(partner, customer.email(), customer.tenant(), id);
        assertThat(view(id).status()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(requests.sentOne(customer, id).invitation()).isEqualTo(invitation);
        assertRefused(() -> invitations.answer(partner, customer.email(), null, id), ReferralRefusal.INVITATION_WAITS);
        assertRefused(() -> inbox.close(partner, id, ReferralOutcome.LOST, ""), ReferralRefusal.INVITATION_WAITS);
        assertRefused(() -> requests.withdraw(customer, id), ReferralRefusal.INVITATION_WAITS);

        invitations.accept(customer, invitation);
        assertThat(view(id).outcome()).isEqualTo(ReferralOutcome.WON);
        assertThat(steps(id)).containsExactly(StepKind.SENT, StepKind.TAKEN, StepKind.INVITED, StepKind.ACCEPTED);
        assertThat(mails(customer.email())).doesNotContain("ReferralWon").contains("InvitationAcceptedByYou");
        assertThat(beginnings.toPartner(customer, partner.tenant()))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/requests/" + id));
        assertThat(beginnings.fromCustomer(partner, customer.tenant()))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).isEqualTo("/partner/referrals/" + id));
    }

    @Test
    void anInvitationThatEndsLetsAnotherFollow() {
        UUID id = fixture.send(partner, customer);
        UUID first = invitations.answer(partner, customer.email(), customer.tenant(), id);
        invitations.decline(customer, first);
        UUID second = invitations.answer(partner, customer.email(), customer.tenant(), id);
        invitations.withdraw(partner, second);
        UUID third = invitations.answer(partner, customer.email(), customer.tenant(), id);
        invitations.lapse(third);
        assertThat(view(id).status()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(steps(id))
                .containsSubsequence(
                        StepKind.INVITATION_DECLINED,
                        StepKind.INVITED,
                        StepKind.INVITATION_WITHDRAWN,
                        StepKind.INVITED,
                        StepKind.INVITATION_LAPSED);
        UUID fourth = invitations.answer(partner, customer.email(), customer.tenant(), id);
        assertRefused(() -> invitations.resend(partner, third), ReferralRefusal.INVITATION_WAITS);
        invitations.withdraw(partner, fourth);
        invitations.resend(partner, third);
        assertThat(view(id).openInvitation()).isEqualTo(third);
    }

    @Test
    void anInvitationWhoseTimeIsOverIsInNobodysWayBeforeAnyJob() {
        UUID id = fixture.send(partner, customer);
        UUID first = invitations.answer(partner, customer.email(), null, id);
        clock.advance(Duration.ofDays(31));
        assertThat(inbox.receivedOne(partner, id).inviteRefusal()).isNull();
        UUID second = invitations.answer(partner, customer.email(), null, id);
        assertThat(view(id).openInvitation()).isEqualTo(second).isNotEqualTo(first);
        clock.advance(Duration.ofDays(31));
        inbox.close(partner, id, ReferralOutcome.LOST, "");
        assertThat(steps(id)).endsWith(StepKind.INVITATION_LAPSED, StepKind.LOST);
    }

    @Test
    void aNameThatNobodyHasProvenActsNowhereInTheTrail() {
        UUID id = fixture.sendConfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where subject_id = ? and kind = 'ReferralReceived'"
                                + " and person_name = '' and person_id is null and details like '%Ann Berg%'",
                        Long.class, id))
                .isEqualTo(1);
    }

    @Test
    void acceptingConnectsWhoAskedWithoutAnAccount() {
        Actor later = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        UUID id = fixture.sendConfirmed(partner, later.email());
        assertThat(view(id).customer()).isNull();
        assertThat(mails(later.email())).containsExactly("ReferralConfirmationAsked", "ReferralCopy");
        UUID invitation = invitations.answer(partner, later.email(), null, id);
        invitations.accept(later, invitation);
        assertThat(view(id).customer()).isEqualTo(later.tenant());
        assertThat(beginnings.toPartner(later, partner.tenant())).hasSize(1);
    }

    @Test
    void whatOneOrganisationWroteIsNotShownToAnotherThatIsInvitedInstead() {
        UUID id = fixture.sendConfirmed(partner, "ann-" + UUID.randomUUID() + "@school.example");
        UUID invitation = invitations.answer(partner, customer.email(), null, id);
        invitations.accept(customer, invitation);
        assertThat(view(id).outcome()).isEqualTo(ReferralOutcome.WON);
        assertThat(view(id).customer()).isNull();
        assertThat(requests.sent(customer, null).lines()).isEmpty();
        assertThat(beginnings.toPartner(customer, partner.tenant())).isEmpty();
    }

    @Test
    void aSenderLearnsNothingOfOthersWhoAreInvitedInstead() {
        Actor bob = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor colleague = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        UUID id = fixture.send(partner, customer);
        UUID invitation = invitations.answer(partner, bob.email(), null, id);
        assertThat(requests.sentOne(customer, id).referral().openInvitation()).isNull();
        assertThat(requests.sent(customer, null).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.turn()).isNull());
        assertThat(requests.sentOne(customer, id).withdrawRefusal()).isNull();
        invitations.accept(bob, invitation);

        assertThat(view(id).outcome()).isEqualTo(ReferralOutcome.WON);
        assertThat(view(id).relationship()).isNull();
        assertThat(inbox.receivedOne(partner, id).steps())
                .extracting(StepView::kind)
                .contains(StepKind.INVITED, StepKind.ACCEPTED);
        assertThat(inbox.receivedOne(partner, id).steps())
                .filteredOn(step -> step.kind() == StepKind.ACCEPTED)
                .extracting(StepView::person)
                .as("without the name")
                .containsExactly("");
        for (Actor who : List.of(customer, colleague)) {
            assertThat(requests.sentOne(who, id).referral().outcome()).isEqualTo(ReferralOutcome.LOST);
            assertThat(requests.sentOne(who, id).steps())
                    .extracting(StepView::kind)
                    .containsExactly(StepKind.SENT, StepKind.TAKEN, StepKind.LOST);
            assertThat(requests.sent(who, null).lines())
                    .extracting(SentReferrals.SentLine::outcome)
                    .containsExactly(ReferralOutcome.LOST);
        }
        assertThat(mails(customer.email())).containsExactly("ReferralCopy", "ReferralTaken", "ReferralLost");
        assertThat(database.queryForList(
                        "select kind from trail_entry where subject_id = ? and customer_id = ? order by id",
                        String.class,
                        id,
                        customer.tenant().value()))
                .containsExactly("ReferralReceived", "ReferralTaken");
        assertThat(database.queryForObject(
                        "select count(*) from trail_entry where subject_id = ? and kind = 'ReferralWon'"
                                + " and person_id is null",
                        Long.class,
                        id))
                .isEqualTo(1);
    }

    @Test
    void aColleagueOfTheSenderCanBeInvitedInstead() {
        Actor colleague = tenants.colleague(customer, AdminRole.BILLING_ADMINISTRATOR);
        UUID id = fixture.send(partner, customer);
        UUID invitation = invitations.answer(partner, colleague.email(), null, id);
        invitations.accept(colleague, invitation);
        assertThat(requests.sentOne(customer, id).referral().outcome()).isEqualTo(ReferralOutcome.WON);
        assertThat(view(id).relationship()).isNotNull();
        assertThat(requests.sentOne(customer, id).steps())
                .extracting(StepView::kind)
                .containsExactly(StepKind.SENT, StepKind.TAKEN, StepKind.INVITED, StepKind.ACCEPTED);
    }

    private void assertTurn(UUID id, InvitationTurn turn, String partnersText, String sendersText) throws Exception {
        assertThat(inbox.receivedOne(partner, id).turn()).isEqualTo(turn);
        assertThat(requests.sentOne(customer, id).turn()).isEqualTo(turn);
        assertThat(requests.sent(customer, null).lines())
                .extracting(SentReferrals.SentLine::turn)
                .containsExactly(turn);
        browser.perform(get("/partner/referrals/" + id).with(SignedIn.as(partner)))
                .andExpect(content().string(containsString(partnersText)));
        browser.perform(get("/requests/" + id).with(SignedIn.as(customer)))
                .andExpect(content().string(containsString(sendersText)));
        browser.perform(get("/requests").with(SignedIn.as(customer))).andExpect(status().isOk());
    }

    @Test
    void thePagesSayWhoActsNextOnAnInvitation() throws Exception {
        UUID id = fixture.send(partner, customer);
        UUID invitation = invitations.answer(partner, customer.email(), customer.tenant(), id);
        assertTurn(id, InvitationTurn.CUSTOMER, "An invitation waits for its answer", "has sent you an invitation");
        invitations.requestChanges(customer, invitation, Set.of(), null, "Could you start in May?");
        assertTurn(id, InvitationTurn.PARTNER, "You act next: revise the offer", "was asked for changes");
        clock.advance(Duration.ofDays(31));
        assertThat(inbox.receivedOne(partner, id).turn()).isEqualTo(InvitationTurn.RUN_OUT);
        assertThat(requests.sentOne(customer, id).turn()).isEqualTo(InvitationTurn.RUN_OUT);
    }

    @Test
    void strangersReachNoInvitation() {
        UUID id = fixture.send(partner, customer);
        invitations.answer(partner, customer.email(), customer.tenant(), id);
        clock.advance(Duration.ofDays(31));
        Actor stranger = tenants.customer(AdminRole.BILLING_ADMINISTRATOR);
        Actor other = fixture.partner();
        statements.countAndReset();
        assertThatThrownBy(() -> requests.withdraw(stranger, id)).isInstanceOf(NotFoundException.class);
        assertThat(statements.countAndReset()).as("looked for, and locked").isEqualTo(2);
        assertThatThrownBy(() -> inbox.close(other, id, ReferralOutcome.LOST, ""))
                .isInstanceOf(NotFoundException.class);
        assertThat(statements.countAndReset()).isEqualTo(2);
        inbox.close(partner, id, ReferralOutcome.LOST, "");
        assertThat(steps(id)).endsWith(StepKind.INVITATION_LAPSED, StepKind.LOST);
    }

    @Test
    void anotherPartnersRequestCantBeAnswered() {
        UUID id = fixture.send(fixture.partner(), customer);
        assertThatThrownBy(() -> invitations.answer(partner, customer.email(), null, id))
                .isInstanceOf(NotFoundException.class);
    }
}
