package org.partnerportal.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.assignment.AssignmentRefusal;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.onbehalf.AdminCenter;
import org.partnerportal.onbehalf.AdminCenterFixture;
import org.partnerportal.onbehalf.CenterPerson;
import org.partnerportal.onbehalf.OnBehalfRefusal;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;

/** Who sees which request, who does what with it, and who acts next. */
class SupportRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Actor PUPIL = Actors.person("pupil@school.example");
    private static final Actor OTHER_PUPIL = Actors.person("other@school.example");
    private static final Actor GLOBAL = Actors.globalAdministrator("ann@school.example");
    private static final Actor HELPDESK = Actors.person("hal@school.example", AdminRole.HELPDESK_ADMINISTRATOR);
    private static final Actor READER = Actors.globalReader("rea@school.example");
    private static final Actor BILLING = Actors.billingAdministrator("bill@school.example");
    private static final Actor AGENT = Actors.adminAgent("sam@partner.example");
    private static final Actor COLLEAGUE = Actors.helpdeskAgent("noah@partner.example");

    private static AdminCenter own(Actor actor) {
        return AdminCenterFixture.own(actor);
    }

    private static AdminCenter behalf(Actor agent, String... roles) {
        return AdminCenterFixture.onBehalf(agent, GLOBAL, Set.of(roles));
    }

    private static final AdminCenter ADVISOR = behalf(AGENT, EntraRole.HELPDESK_ADMINISTRATOR);

    private static NewRequest content(String subject, String description) {
        return new NewRequest(subject, ServiceArea.MAIL, Urgency.ONE_PERSON, description, "en");
    }

    private static ServiceRequest by(AdminCenter center) {
        return new ServiceRequest(Ids.next(), center, content("No mail", "It does not come."), NOW);
    }

    private static CenterPerson person(AdminCenter of) {
        Actor actor = of.actor();
        var contact = new Contact(actor.account(), actor.name(), actor.email(), Locale.ENGLISH, ZoneOffset.UTC, true);
        return new CenterPerson(
                contact,
                of.onBehalf() ? actor.tenant() : null,
                of.onBehalf() ? actor.tenantName() : null,
                actor.employer());
    }

    private static ServiceRequest with(ServiceRequest request, AdminCenter assignee) {
        request.assign(own(GLOBAL), person(assignee), request.assignee(), NOW);
        return request;
    }

    private static ServiceRequest closed(ServiceRequest request) {
        request.close(own(GLOBAL), "A switch was off.", request.steps(), NOW);
        return request;
    }

    // who sees what

    @Test
    void everybodySeesTheOwnRequestsAndHelpdeskAndReadersAll() {
        ServiceRequest request = by(own(PUPIL));
        for (Actor seeing : new Actor[] {PUPIL, GLOBAL, HELPDESK, READER}) {
            assertThat(SupportRules.see(own(seeing))).isEmpty();
            assertThat(SupportRules.maySee(request, own(seeing)))
                    .as(seeing.name())
                    .isTrue();
        }
        for (Actor blind : new Actor[] {OTHER_PUPIL, BILLING}) {
            assertThat(SupportRules.maySee(request, own(blind)))
                    .as(blind.name())
                    .isFalse();
        }
    }

    @Test
    void partnersSeeByTheirRoles() {
        assertThat(SupportRules.see(ADVISOR)).isEmpty();
        assertThat(SupportRules.see(behalf(AGENT, EntraRole.GLOBAL_READER))).isEmpty();
        assertThat(SupportRules.see(behalf(AGENT, "fe930be7-5e62-47db-91af-98c3a49a38b1")))
                .contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void salesAgentsHaveNoListOfCustomersRequests() {
        assertThat(SupportRules.workOnBehalf(AGENT)).isEmpty();
        assertThat(SupportRules.workOnBehalf(Actors.salesAgent("lena@partner.example")))
                .contains(AssignmentRefusal.NEEDS_AGENT);
        assertThat(SupportRules.workOnBehalf(GLOBAL)).contains(AssignmentRefusal.NEEDS_AGENT);
    }

    // opening

    @Test
    void everybodyOpensForTheOwnOrganisationAndFewOnBehalf() {
        assertThat(SupportRules.open(own(PUPIL))).isEmpty();
        assertThat(SupportRules.open(ADVISOR)).isEmpty();
        AdminCenter reader = behalf(AGENT, EntraRole.GLOBAL_READER);
        assertThat(SupportRules.open(reader)).contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
        assertThatThrownBy(() -> by(reader)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aWholeRequestLacksNothing() {
        assertThat(SupportRules.content(content("あ".repeat(150), "x".repeat(4000))))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        assertThat(SupportRules.content(new NewRequest("", null, null, "", "fr")))
                .containsExactly(
                        SupportRefusal.SUBJECT_MALFORMED,
                        SupportRefusal.AREA_MISSING,
                        SupportRefusal.URGENCY_MISSING,
                        SupportRefusal.DESCRIPTION_MISSING,
                        SupportRefusal.LANGUAGE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "back\u202Ewards", "\u0000", "-"})
    void aSubjectIsOneLineThatShowsItselfAsItIs(String subject) {
        assertThat(SupportRules.content(content(subject, "x"))).containsExactly(SupportRefusal.SUBJECT_MALFORMED);
    }

    @Test
    void textIsNoLongerThanItsField() {
        assertThat(SupportRules.content(content("x".repeat(151), "x".repeat(4001))))
                .containsExactly(SupportRefusal.SUBJECT_MALFORMED, SupportRefusal.DESCRIPTION_MALFORMED);
        assertThat(SupportRules.answer(by(own(PUPIL)), own(PUPIL), "x".repeat(4001), false, NOW))
                .contains(SupportRefusal.MESSAGE_MALFORMED);
        assertThat(SupportRules.answer(by(own(PUPIL)), own(PUPIL), "", false, NOW))
                .contains(SupportRefusal.MESSAGE_MALFORMED);
        assertThat(SupportRules.close(by(own(PUPIL)), own(PUPIL), "", 1)).contains(SupportRefusal.SOLUTION_MALFORMED);
    }

    // taking part

    @Test
    void theOpenerAndThoseWhoHandleRequestsWriteAndClose() {
        ServiceRequest request = by(own(PUPIL));
        for (AdminCenter may : new AdminCenter[] {own(PUPIL), own(GLOBAL), own(HELPDESK), ADVISOR}) {
            assertThat(SupportRules.takePart(request, may)).isEmpty();
        }
        assertThat(SupportRules.takePart(request, own(READER))).contains(OnBehalfRefusal.ROLE_MISSING);
        assertThat(SupportRules.takePart(request, own(OTHER_PUPIL))).contains(OnBehalfRefusal.ROLE_MISSING);
        assertThat(SupportRules.takePart(request, behalf(AGENT, EntraRole.GLOBAL_READER)))
                .contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void whoeverOpenedItOnBehalfNeedsTheRoleStill() {
        ServiceRequest request = by(ADVISOR);
        assertThat(SupportRules.takePart(request, ADVISOR)).isEmpty();
        assertThat(SupportRules.takePart(request, behalf(AGENT, EntraRole.GLOBAL_READER)))
                .contains(OnBehalfRefusal.DELEGATED_ROLE_MISSING);
    }

    @Test
    void onlyThoseWhoHandleRequestsAssign() {
        ServiceRequest request = by(own(PUPIL));
        assertThat(SupportRules.assign(request, own(HELPDESK), true, false)).isEmpty();
        assertThat(SupportRules.assign(request, own(PUPIL), true, false)).contains(OnBehalfRefusal.ROLE_MISSING);
        assertThat(SupportRules.assign(request, own(HELPDESK), false, false)).contains(SupportRefusal.ASSIGNEE_UNKNOWN);
        assertThat(SupportRules.assign(request, own(HELPDESK), true, true)).contains(SupportRefusal.ASSIGNED_MEANWHILE);
        assertThat(SupportRules.assign(closed(request), own(HELPDESK), true, false))
                .contains(SupportRefusal.ALREADY_CLOSED);
    }

    // the end, and after it

    @Test
    void nobodyClosesWhatWasNeverRead() {
        ServiceRequest request = by(own(PUPIL));
        assertThat(SupportRules.close(request, own(HELPDESK), "Done", 1)).isEmpty();
        request.answer(own(PUPIL), "It is worse now.", false, NOW);
        assertThat(SupportRules.close(request, own(HELPDESK), "Done", 1)).contains(SupportRefusal.ANSWERED_MEANWHILE);
        assertThat(SupportRules.close(closed(request), own(HELPDESK), "Done", 3))
                .contains(SupportRefusal.ALREADY_CLOSED);
    }

    @Test
    void aMessageToWhatWasClosedMeanwhileIsNotSent() {
        ServiceRequest request = closed(by(own(PUPIL)));
        assertThat(SupportRules.answer(request, own(PUPIL), "Still?", false, NOW))
                .contains(SupportRefusal.CLOSED_MEANWHILE);
        assertThat(SupportRules.answer(request, own(PUPIL), "Still?", true, NOW))
                .isEmpty();
    }

    @Test
    void aMessageOpensAgainUntilTheTimeIsOver() {
        ServiceRequest request = closed(by(own(PUPIL)));
        Instant end = NOW.plus(SupportRules.REOPENED_WITHIN);
        assertThat(SupportRules.mayAnswer(request, own(PUPIL), end.minusNanos(1)))
                .isEmpty();
        assertThat(SupportRules.mayAnswer(request, own(PUPIL), end)).contains(SupportRefusal.CLOSED_LONG_AGO);
        request.answer(own(PUPIL), "Still broken", true, end.minusNanos(1));
        assertThat(request.status()).isEqualTo(SupportStatus.OPEN);
        assertThat(request.closedAt()).isNull();
    }

    @Test
    void aThreadEndsSomewhere() {
        ServiceRequest request = by(own(PUPIL));
        for (int step = 1; step < SupportRules.MOST_STEPS; step++) {
            request.answer(own(PUPIL), "And more", false, NOW);
        }
        assertThat(SupportRules.mayAnswer(request, own(PUPIL), NOW)).contains(SupportRefusal.TOO_MANY_MESSAGES);
        assertThat(SupportRules.mayClose(request, own(GLOBAL))).isEmpty();
    }

    // who acts next

    @Test
    void anAnswerOfSomebodyWhoHandlesRequestsTakesIt() {
        ServiceRequest request = by(own(PUPIL));
        assertThat(request.status()).isEqualTo(SupportStatus.OPEN);
        assertThat(request.answer(ADVISOR, "Is it on?", false, NOW)).isTrue();
        assertThat(request.assignee()).isEqualTo(AGENT.account());
        assertThat(request.assigneePartner()).isEqualTo(AGENT.tenant());
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_CUSTOMER);
    }

    @Test
    void theOtherSideActsNext() {
        ServiceRequest request = with(by(own(PUPIL)), ADVISOR);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_HANDLER);
        request.answer(ADVISOR, "Is it on?", false, NOW);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_CUSTOMER);
        assertThat(request.answer(own(PUPIL), "Yes.", false, NOW)).isFalse();
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_HANDLER);
        request.answer(behalf(COLLEAGUE, EntraRole.HELPDESK_ADMINISTRATOR), "Really?", false, NOW);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_CUSTOMER);
    }

    @Test
    void whatNobodyTookWaitsToBeTakenWhoeverWritesForTheCustomer() {
        ServiceRequest request = by(own(GLOBAL));
        assertThat(request.answer(own(GLOBAL), "It is worse now.", false, NOW)).isFalse();
        assertThat(request.status()).isEqualTo(SupportStatus.OPEN);
        ServiceRequest opened = by(ADVISOR);
        assertThat(opened.answer(own(GLOBAL), "I was there when it began.", false, NOW))
                .as("the customer's own people speak for the customer where a partner opened it")
                .isFalse();
        assertThat(opened.status()).isEqualTo(SupportStatus.OPEN);
    }

    @Test
    void aPartnerThatOpenedAndTookItWaitsForTheCustomersPeople() {
        ServiceRequest request = with(by(ADVISOR), ADVISOR);
        request.answer(ADVISOR, "When may we restart it?", false, NOW);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_CUSTOMER);
        request.answer(own(GLOBAL), "At noon.", false, NOW);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_HANDLER);
    }

    @Test
    void whoeverLooksAfterTheOwnProblemGoesOnAlone() {
        ServiceRequest request = with(by(own(HELPDESK)), own(HELPDESK));
        request.answer(own(HELPDESK), "I ordered a new one.", false, NOW);
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_HANDLER);
    }

    @Test
    void givingItToSomebodyElseLeavesWhoActsNext() {
        ServiceRequest request = with(by(own(PUPIL)), ADVISOR);
        request.answer(ADVISOR, "Is it on?", false, NOW);
        with(request, own(HELPDESK));
        assertThat(request.status()).isEqualTo(SupportStatus.WITH_CUSTOMER);
        assertThat(request.assignee()).isEqualTo(HELPDESK.account());
        assertThat(request.assigneePartner()).isNull();
    }

    @Test
    void whatNobodyLooksAfterAnyMoreWaitsToBeTakenOrForTheRequester() {
        for (SupportStatus status : SupportStatus.values()) {
            assertThat(SupportRules.isLeft(status, true)).isEqualTo(status != SupportStatus.CLOSED);
            assertThat(SupportRules.isLeft(status, false)).isFalse();
            assertThat(SupportRules.standing(status, false)).isEqualTo(status);
        }
        assertThat(SupportRules.standing(SupportStatus.WITH_HANDLER, true)).isEqualTo(SupportStatus.OPEN);
        assertThat(SupportRules.standing(SupportStatus.WITH_CUSTOMER, true))
                .as("the requester was asked, and answers; then somebody is to take it")
                .isEqualTo(SupportStatus.WITH_CUSTOMER);
    }

    @ParameterizedTest
    @EnumSource
    void itIsTheTurnOfOnePersonAtMost(SupportStatus status) {
        boolean openers = SupportRules.isTurnOf(PUPIL.account(), status, PUPIL.account(), HELPDESK.account());
        boolean handlers = SupportRules.isTurnOf(HELPDESK.account(), status, PUPIL.account(), HELPDESK.account());
        assertThat(openers).isEqualTo(status == SupportStatus.WITH_CUSTOMER);
        assertThat(handlers).isEqualTo(status == SupportStatus.WITH_HANDLER);
        assertThat(SupportRules.isTurnOf(PUPIL.account(), status, PUPIL.account(), PUPIL.account()))
                .isEqualTo(status == SupportStatus.WITH_HANDLER);
    }

    @Test
    void whatIsOpenNeverBecomesUntakenAgainAndWhatIsClosedIsOpenedOnly() {
        assertThat(SupportStatus.WITH_HANDLER.canBecome(SupportStatus.OPEN)).isFalse();
        assertThat(SupportStatus.WITH_CUSTOMER.canBecome(SupportStatus.OPEN)).isFalse();
        assertThat(SupportStatus.CLOSED.canBecome(SupportStatus.CLOSED)).isFalse();
        assertThat(SupportStatus.CLOSED.canBecome(SupportStatus.OPEN)).isTrue();
    }
}
