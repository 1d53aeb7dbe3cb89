package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;
import static org.partnerportal.invitation.Invitations.AGREEMENT_ACCEPTED;
import static org.partnerportal.invitation.Invitations.AGREEMENT_OPEN;
import static org.partnerportal.invitation.Invitations.ALDER;
import static org.partnerportal.invitation.Invitations.BEN;
import static org.partnerportal.invitation.Invitations.BEN_WITHOUT_ROLES;
import static org.partnerportal.invitation.Invitations.EXPIRY;
import static org.partnerportal.invitation.Invitations.LENA;
import static org.partnerportal.invitation.Invitations.LICENSE;
import static org.partnerportal.invitation.Invitations.MICROSECOND_BEFORE_EXPIRY;
import static org.partnerportal.invitation.Invitations.NEEDS_GLOBAL_ADMINISTRATOR;
import static org.partnerportal.invitation.Invitations.NOAH;
import static org.partnerportal.invitation.Invitations.NOW;
import static org.partnerportal.invitation.Invitations.OFFERED_DAYS;
import static org.partnerportal.invitation.Invitations.OFFERED_ROLES;
import static org.partnerportal.invitation.Invitations.OLIVIA;
import static org.partnerportal.invitation.Invitations.PARTNER_SWITCHED_OFF;
import static org.partnerportal.invitation.Invitations.ROLE_NOT_OFFERED;
import static org.partnerportal.invitation.Invitations.RUTH;
import static org.partnerportal.invitation.Invitations.SAM;
import static org.partnerportal.invitation.Invitations.SENT;
import static org.partnerportal.invitation.Invitations.SERVICE_SUPPORT;
import static org.partnerportal.invitation.Invitations.everything;
import static org.partnerportal.invitation.Invitations.fewer;
import static org.partnerportal.invitation.Invitations.forAlder;
import static org.partnerportal.invitation.Invitations.pending;
import static org.partnerportal.invitation.Invitations.stored;
import static org.partnerportal.invitation.Invitations.withChangesRequested;
import static org.partnerportal.invitation.OfferBuilder.offer;
import static org.partnerportal.relationship.PartnerType.ADVISOR;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.PARTNER;
import static org.partnerportal.relationship.PartnerType.RESELLER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who may ask for which changes, who may revise to what, and to whom an offer may be handed; and what the verbs do. */
class RequestChangesRulesTests {

    private static final Link SECOND_LINK = new Link("second");
    private static final Predicate<String> REQUESTABLE =
            Set.of(SERVICE_SUPPORT, LICENSE, HELPDESK_ADMINISTRATOR, GLOBAL_ADMINISTRATOR)::contains;
    private static final String UNKNOWN_ROLE = "00000000-0000-0000-0000-000000000000";

    private static Terms terms(Set<String> roles, @Nullable Integer days, boolean autoExtend, String note) {
        return new Terms(1, roles, days, autoExtend, note);
    }

    private static Terms onlyANote(String note) {
        return terms(Set.of(), null, false, note);
    }

    /** Who may propose, and what. */
    @Nested
    class RequestChanges {

        private static List<InvitationRefusal> refusals(Invitation invitation, Terms proposed, Actor actor) {
            return InvitationRules.requestChanges(invitation, proposed, actor, AGREEMENT_OPEN, REQUESTABLE, NOW)
                    .toList();
        }

        private static List<InvitationRefusal> refusals(Terms proposed) {
            return refusals(pending(), proposed, BEN);
        }

        @ParameterizedTest
        @EnumSource
        void isForWhoeverMayAnswer(AdminRole role) {
            Actor actor = Actors.partnersPerson("ben@alder.example", role);
            boolean mayAnswer = InvitationRules.answer(pending(), actor, AGREEMENT_OPEN, NOW)
                    .isEmpty();

            assertThat(refusals(pending(), fewer(), actor).isEmpty()).isEqualTo(mayAnswer);
        }

        @Test
        void isForADelegatedAdminRelationshipAdministratorOnlyWithGdap() {
            assertThat(refusals(forAlder(GDAP), fewer(), RUTH)).isEmpty();
            assertThat(refusals(forAlder(RESELLER), onlyANote("Later"), RUTH))
                    .containsExactly(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
        }

        @Test
        void isForABillingAdministratorWhoCannotAcceptPrivilegedRoles() {
            assertThat(InvitationRules.requestChanges(
                            pending(), fewer(), BEN, NEEDS_GLOBAL_ADMINISTRATOR, REQUESTABLE, NOW))
                    .isEmpty();
        }

        @Test
        void isNotForAColleagueWhileNoOrganisationIsNamed() {
            assertThat(refusals(pending(), fewer(), OLIVIA)).containsExactly(InvitationRefusal.NOT_FOR_YOU);
            assertThat(refusals(forAlder(GDAP), fewer(), OLIVIA)).isEmpty();
        }

        @Test
        void isNotMadeToASwitchedOffPartner() {
            assertThat(InvitationRules.requestChanges(pending(), fewer(), BEN, PARTNER_SWITCHED_OFF, REQUESTABLE, NOW))
                    .containsExactly(InvitationRefusal.PARTNER_DISABLED);
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
        void isMadeOnceAndOnlyWhileTheInvitationWaits(InvitationStatus status) {
            assertThat(refusals(stored(status), fewer(), BEN))
                    .containsExactly(
                            InvitationRules.waiting(stored(status), NOW).orElseThrow());
        }

        @Test
        void isInTimeUntilTheMicrosecondBeforeTheExpiry() {
            assertThat(InvitationRules.requestChanges(
                            pending(), fewer(), BEN, AGREEMENT_OPEN, REQUESTABLE, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.requestChanges(pending(), fewer(), BEN, AGREEMENT_OPEN, REQUESTABLE, EXPIRY))
                    .containsExactly(InvitationRefusal.ALREADY_LAPSED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 2})
        void refusesTermsThatAreNotTheOnesShownAndNothingElse(int version) {
            assertThat(refusals(new Terms(version, Set.of(UNKNOWN_ROLE), 0, false, "")))
                    .containsExactly(InvitationRefusal.TERMS_STALE);
        }

        @Test
        void takesFewerRolesOtherRolesAndOtherDays() {
            assertThat(refusals(terms(Set.of(LICENSE), OFFERED_DAYS, false, "")))
                    .isEmpty();
            assertThat(refusals(terms(Set.of(ROLE_NOT_OFFERED), OFFERED_DAYS, false, "")))
                    .isEmpty();
            assertThat(refusals(terms(OFFERED_ROLES, 730, false, ""))).isEmpty();
            assertThat(refusals(terms(OFFERED_ROLES, 1, false, ""))).isEmpty();
            assertThat(refusals(terms(OFFERED_ROLES, OFFERED_DAYS, true, ""))).isEmpty();
        }

        @Test
        void takesANoteAlone() {
            assertThat(refusals(terms(OFFERED_ROLES, OFFERED_DAYS, false, "From June, please")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\u3000"})
        void refusesAProposalOfWhatIsOffered(String note) {
            assertThat(refusals(terms(OFFERED_ROLES, OFFERED_DAYS, false, note)))
                    .containsExactly(InvitationRefusal.NOTHING_PROPOSED);
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"GDAP", "PARTNER"})
        void needsANoteWhereNothingCanBeChosen(PartnerType type) {
            assertThat(refusals(pending(type), onlyANote("Not before June"), BEN))
                    .isEmpty();
            assertThat(refusals(pending(type), onlyANote(""), BEN)).containsExactly(InvitationRefusal.NOTHING_PROPOSED);
            assertThat(refusals(pending(type), terms(Set.of(LICENSE), null, false, "n"), BEN))
                    .containsExactly(InvitationRefusal.ROLES_NOT_TAKEN);
        }

        @Test
        void takesNoDaysOfATypeWithoutATimeLimit() {
            assertThat(refusals(pending(PARTNER), terms(Set.of(LICENSE), null, false, ""), BEN))
                    .isEmpty();
            assertThat(refusals(pending(PARTNER), terms(Set.of(LICENSE), 30, false, ""), BEN))
                    .containsExactly(InvitationRefusal.DURATION_NOT_TAKEN);
        }

        @Test
        void namesEverythingThatIsWrongAtOnce() {
            assertThat(refusals(terms(Set.of(), 731, false, "one\ntwo")))
                    .containsExactlyInAnyOrder(
                            InvitationRefusal.ROLES_MISSING,
                            InvitationRefusal.DURATION_OUT_OF_RANGE,
                            InvitationRefusal.NOTE_MALFORMED);
        }

        @Test
        void takesANoteOfUpTo500Characters() {
            assertThat(refusals(terms(OFFERED_ROLES, OFFERED_DAYS, false, "理".repeat(500))))
                    .isEmpty();
            assertThat(refusals(terms(OFFERED_ROLES, OFFERED_DAYS, false, "理".repeat(501))))
                    .containsExactly(InvitationRefusal.NOTE_TOO_LONG);
        }

        @Test
        void refusesARoleThatCannotBeAskedFor() {
            assertThat(refusals(terms(Set.of(LICENSE, UNKNOWN_ROLE), OFFERED_DAYS, false, "")))
                    .containsExactly(InvitationRefusal.ROLE_UNKNOWN);
        }

        @Test
        void letsARoleStayThatWasOfferedAndHasGoneFromTheCatalogue() {
            assertThat(InvitationRules.requestChanges(pending(), fewer(), BEN, AGREEMENT_OPEN, role -> false, NOW))
                    .isEmpty();
        }

        @Test
        void refusesToExtendGlobalAdministratorAutomatically() {
            assertThat(refusals(terms(Set.of(GLOBAL_ADMINISTRATOR), OFFERED_DAYS, true, "")))
                    .containsExactly(InvitationRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
        }

        // the verb

        @Test
        void waitsForThePartnerAndBelongsToTheOrganisationFromThenOn() {
            Invitation invitation = pending();

            Terms proposed = invitation.requestChanges(fewer(), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW);

            assertThat(proposed).isEqualTo(fewer());
            assertThat(invitation.status()).isEqualTo(InvitationStatus.CHANGES_REQUESTED);
            assertThat(invitation.customer()).isEqualTo(ALDER);
            assertThat(invitation.roles()).isEqualTo(OFFERED_ROLES);
            assertThat(invitation.hasRequestedChanges(BEN)).isTrue();
            assertThat(invitation.hasRequestedChanges(OLIVIA)).isFalse();
            assertThat(invitation.waitsForPartner()).isEqualTo(BEN.account());
        }

        @Test
        void isMadeAgainOnlyWithTheSameTerms() {
            Invitation invitation = withChangesRequested();

            assertThat(InvitationRules.proposeAgain(invitation, fewer(), fewer()))
                    .isEmpty();
            for (Terms other : List.of(
                    terms(OFFERED_ROLES, 30, false, ""),
                    terms(Set.of(LICENSE), 31, false, ""),
                    terms(Set.of(LICENSE), 30, true, ""),
                    terms(Set.of(LICENSE), 30, false, "Words"),
                    new Terms(2, Set.of(LICENSE), 30, false, ""))) {
                assertThat(InvitationRules.proposeAgain(invitation, other, fewer()))
                        .contains(InvitationRefusal.PROPOSED_OTHERWISE);
            }
        }

        @Test
        void keepsTheRolesOfATypeThatLeavesNoChoice() {
            Terms proposed = pending(ADVISOR).requestChanges(onlyANote("Later"), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW);

            assertThat(proposed.roles()).isEqualTo(ADVISOR.fixedRoles());
        }

        @Test
        void refusalLeavesNoTrace() {
            Invitation invitation = pending();

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> invitation.requestChanges(
                            terms(OFFERED_ROLES, OFFERED_DAYS, false, ""), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW))
                    .extracting(RefusedException::refusal)
                    .isEqualTo(InvitationRefusal.NOTHING_PROPOSED);
            assertThat(invitation.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(invitation.customer()).isNull();
        }

        @Test
        void canBeDeclinedWhileThePartnerThinks() {
            Invitation invitation = withChangesRequested();

            invitation.decline("We found somebody else", OLIVIA, AGREEMENT_OPEN, NOW);

            assertThat(invitation.status()).isEqualTo(InvitationStatus.DECLINED);
            assertThat(invitation.hasRequestedChanges(BEN)).isFalse();
        }

        @Test
        void cannotBeAcceptedWhileThePartnerThinks() {
            assertThat(InvitationRules.accept(withChangesRequested(), everything(), BEN, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.CHANGES_WERE_REQUESTED);
        }
    }

    /** Who may revise, when, and to what. */
    @Nested
    class Revise {

        private static List<InvitationRefusal> refusals(Invitation invitation, Terms revised, Actor actor) {
            return InvitationRules.revise(invitation, revised, actor, REQUESTABLE, NOW)
                    .toList();
        }

        @Test
        void isForTheAgentsWhoMayManageTheType() {
            assertThat(refusals(withChangesRequested(), fewer(), SAM)).isEmpty();
            assertThat(refusals(withChangesRequested(), fewer(), LENA))
                    .containsExactly(InvitationRefusal.NEEDS_ADMIN_AGENT);
            assertThat(refusals(withChangesRequested(), fewer(), NOAH)).containsExactly(InvitationRefusal.NEEDS_AGENT);
            assertThat(refusals(withChangesRequested(), fewer(), BEN)).containsExactly(InvitationRefusal.NEEDS_AGENT);
        }

        @Test
        void isForASalesAgentWhereTheTypeHoldsNoRoles() {
            Invitation reseller = pending(RESELLER);
            reseller.requestChanges(onlyANote("Later"), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW);

            assertThat(refusals(reseller, onlyANote("From June then"), LENA)).isEmpty();
        }

        @Test
        void answersARequestForChangesAndNothingElse() {
            assertThat(refusals(pending(), fewer(), SAM)).containsExactly(InvitationRefusal.NO_CHANGES_REQUESTED);
        }

        @ParameterizedTest
        @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"})
        void comesTooLateOnceItIsOver(InvitationStatus status) {
            assertThat(refusals(stored(status), fewer(), SAM))
                    .containsExactly(
                            InvitationRules.waiting(stored(status), NOW).orElseThrow());
        }

        @Test
        void comesTooLateExactlyAtTheExpiry() {
            assertThat(InvitationRules.mayRevise(withChangesRequested(), SAM, MICROSECOND_BEFORE_EXPIRY))
                    .isEmpty();
            assertThat(InvitationRules.mayRevise(withChangesRequested(), SAM, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 2})
        void refusesAPageThatShowedOtherTermsAndNothingElse(int version) {
            assertThat(refusals(withChangesRequested(), new Terms(version, Set.of(), 0, false, ""), SAM))
                    .containsExactly(InvitationRefusal.REVISION_STALE);
        }

        @Test
        void keepsTheRulesOfMakingAnOffer() {
            assertThat(refusals(withChangesRequested(), terms(Set.of(), 731, false, "one\ntwo"), SAM))
                    .containsExactlyInAnyOrder(
                            InvitationRefusal.ROLES_MISSING,
                            InvitationRefusal.DURATION_OUT_OF_RANGE,
                            InvitationRefusal.NOTE_MALFORMED);
            assertThat(refusals(
                            withChangesRequested(), terms(Set.of(GLOBAL_ADMINISTRATOR), OFFERED_DAYS, true, ""), SAM))
                    .containsExactly(InvitationRefusal.AUTO_EXTEND_WITH_GLOBAL_ADMINISTRATOR);
            assertThat(refusals(withChangesRequested(), terms(Set.of(UNKNOWN_ROLE), OFFERED_DAYS, false, ""), SAM))
                    .containsExactly(InvitationRefusal.ROLE_UNKNOWN);
        }

        @Test
        void mayStandByTheOffer() {
            assertThat(refusals(withChangesRequested(), terms(OFFERED_ROLES, OFFERED_DAYS, false, ""), SAM))
                    .isEmpty();
        }

        // the verb

        @Test
        void offersTheNewTermsByANewLinkForAsLongAsTheFirstTime() {
            Invitation invitation = offer(GDAP).lifeDays(7).sent();
            Instant asked = SENT.plus(Duration.ofDays(5));
            invitation.requestChanges(fewer(), BEN, AGREEMENT_OPEN, REQUESTABLE, asked);
            Instant later = asked.plus(Duration.ofDays(1));

            invitation.revise(terms(Set.of(LICENSE), 45, true, "Agreed"), SAM, SECOND_LINK, REQUESTABLE, later);

            assertThat(invitation.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(invitation.terms()).isEqualTo(new Terms(2, Set.of(LICENSE), 45, true, "Agreed"));
            assertThat(invitation.linkSha256()).isEqualTo(SECOND_LINK.sha256());
            assertThat(invitation.sentAt()).isEqualTo(later);
            assertThat(invitation.expiresAt()).isEqualTo(later.plus(Duration.ofDays(7)));
            assertThat(invitation.waitsForPartner()).isNull();
        }

        @Test
        void makesEveryOpenPageStale() {
            Invitation invitation = withChangesRequested();

            invitation.revise(fewer(), SAM, SECOND_LINK, REQUESTABLE, NOW);

            assertThat(InvitationRules.accept(invitation, everything(), BEN, AGREEMENT_OPEN, NOW))
                    .contains(InvitationRefusal.TERMS_STALE);
            assertThat(InvitationRules.requestChanges(invitation, fewer(), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW))
                    .containsExactly(InvitationRefusal.TERMS_STALE);
        }

        @Test
        void keepsTheRolesOfATypeThatLeavesNoChoice() {
            Invitation advisor = pending(ADVISOR);
            advisor.requestChanges(onlyANote("Later"), BEN, AGREEMENT_OPEN, REQUESTABLE, NOW);

            advisor.revise(onlyANote("From June"), SAM, SECOND_LINK, REQUESTABLE, NOW);

            assertThat(advisor.roles()).isEqualTo(ADVISOR.fixedRoles());
            assertThat(advisor.note()).isEqualTo("From June");
        }

        @Test
        void isMadeAgainOnlyWithTheSameTerms() {
            Invitation invitation = withChangesRequested();
            invitation.revise(fewer(), SAM, SECOND_LINK, REQUESTABLE, NOW);

            assertThat(InvitationRules.reviseAgain(invitation, fewer())).isEmpty();
            for (Terms other : List.of(
                    terms(OFFERED_ROLES, 30, false, ""),
                    terms(Set.of(LICENSE), 31, false, ""),
                    terms(Set.of(LICENSE), 30, true, ""),
                    terms(Set.of(LICENSE), 30, false, "Words"))) {
                assertThat(InvitationRules.reviseAgain(invitation, other))
                        .contains(InvitationRefusal.REVISED_OTHERWISE);
            }
        }

        @Test
        void knowsTheSecondClickOfTwo() {
            Invitation invitation = withChangesRequested();
            assertThat(invitation.hasRevised(SAM, 1)).isFalse();

            invitation.revise(fewer(), SAM, SECOND_LINK, REQUESTABLE, NOW);

            assertThat(invitation.hasRevised(SAM, 1)).isTrue();
            assertThat(invitation.hasRevised(LENA, 1)).isFalse();
            assertThat(invitation.hasRevised(SAM, 2)).isFalse();
            assertThat(invitation.hasRevised(SAM, 0)).isFalse();
        }

        @Test
        void leavesNoTraceWhenItIsRefused() {
            Invitation invitation = withChangesRequested();
            InvitationView before = invitation.view(NOW);

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(
                            () -> invitation.revise(terms(Set.of(), 1, false, ""), SAM, SECOND_LINK, REQUESTABLE, NOW))
                    .extracting(RefusedException::refusal)
                    .isEqualTo(InvitationRefusal.ROLES_MISSING);
            assertThat(invitation.view(NOW)).isEqualTo(before);
        }
    }

    /** Who hands an offer to which Global Administrator. */
    @Nested
    class AskApprover {

        @Test
        void isForWhoeverOnlyThePrivilegedRolesKeepFromAccepting() {
            assertThat(InvitationRules.askApprover(pending(), OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isEmpty();
            assertThat(InvitationRules.askApprover(forAlder(GDAP), OLIVIA, RUTH, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isEmpty();
        }

        @Test
        void isNotForSomebodyWhoCanAcceptAlone() {
            assertThat(InvitationRules.askApprover(pending(), OLIVIA, BEN, AGREEMENT_ACCEPTED, NOW))
                    .contains(InvitationRefusal.CAN_ANSWER_ALONE);
            assertThat(InvitationRules.askApprover(forAlder(GDAP), OLIVIA, OLIVIA, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.CAN_ANSWER_ALONE);
        }

        @Test
        void isNotForSomebodyWithoutTheRightToAnswer() {
            assertThat(InvitationRules.askApprover(
                            pending(), OLIVIA, BEN_WITHOUT_ROLES, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR);
            assertThat(InvitationRules.askApprover(pending(), OLIVIA, OLIVIA, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NOT_FOR_YOU);
        }

        @Test
        void isNoHelpAgainstWhatNoApproverCouldChange() {
            assertThat(InvitationRules.askApprover(pending(), OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, EXPIRY))
                    .contains(InvitationRefusal.ALREADY_LAPSED);
            assertThat(InvitationRules.askApprover(
                            withChangesRequested(), OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.CHANGES_WERE_REQUESTED);
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GLOBAL_ADMINISTRATOR")
        void takesNobodyButAGlobalAdministrator(AdminRole role) {
            Actor approver = Actors.partnersPerson("cleo@alder.example", role);

            assertThat(InvitationRules.askApprover(pending(), approver, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NOT_AN_APPROVER);
        }

        @Test
        void takesNobodyOfAnotherOrganisation() {
            Actor stranger = Actors.globalAdministrator("olivia@birch.example");

            assertThat(InvitationRules.askApprover(pending(), stranger, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .contains(InvitationRefusal.NOT_AN_APPROVER);
        }

        // the verb

        @Test
        void namesTheOrganisationAndKeepsWhoWasAskedWhenAndByWhom() {
            Invitation invitation = pending();
            assertThat(InvitationRules.maySee(invitation, OLIVIA)).isFalse();

            assertThat(invitation.askApprover(OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isTrue();

            assertThat(invitation.customer()).isEqualTo(ALDER);
            assertThat(invitation.status()).isEqualTo(InvitationStatus.PENDING);
            assertThat(InvitationRules.maySee(invitation, OLIVIA)).isTrue();
            assertThat(invitation.approvers())
                    .containsExactly(new Invitation.AskedApprover(OLIVIA.account(), OLIVIA.name(), BEN.name(), NOW));
        }

        @Test
        void asksEachApproverOnceAndAnotherOneToo() {
            Actor oscar = Actors.globalAdministrator("oscar@alder.example");
            Invitation invitation = pending();
            invitation.askApprover(OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW);

            assertThat(invitation.askApprover(OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW.plusSeconds(60)))
                    .isFalse();
            assertThat(invitation.askApprover(oscar, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW.plusSeconds(120)))
                    .isTrue();
            assertThat(invitation.approvers()).hasSize(2);
        }

        @Test
        void asksAnewAboutARevisedOffer() {
            Invitation invitation = pending();
            invitation.askApprover(OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW);
            invitation.requestChanges(fewer(), BEN, NEEDS_GLOBAL_ADMINISTRATOR, REQUESTABLE, NOW);
            invitation.revise(fewer(), SAM, SECOND_LINK, REQUESTABLE, NOW);

            assertThat(invitation.approvers()).isEmpty();
            assertThat(invitation.askApprover(OLIVIA, BEN, NEEDS_GLOBAL_ADMINISTRATOR, NOW))
                    .isTrue();
        }
    }

    /** How two terms differ. */
    @Nested
    class Difference {

        private static final Terms ASKED = terms(OFFERED_ROLES, 90, false, "Good day");

        @Test
        void namesWhatGoesWhatComesAndEverythingTogether() {
            Terms proposed = terms(Set.of(LICENSE, ROLE_NOT_OFFERED), 90, false, "");

            assertThat(ASKED.rolesBeyond(proposed)).containsExactly(SERVICE_SUPPORT);
            assertThat(proposed.rolesBeyond(ASKED)).containsExactly(ROLE_NOT_OFFERED);
            assertThat(ASKED.rolesWith(proposed)).containsExactlyInAnyOrder(LICENSE, SERVICE_SUPPORT, ROLE_NOT_OFFERED);
        }

        @Test
        void isNotMadeByANote() {
            assertThat(ASKED.givesTheSameAs(terms(OFFERED_ROLES, 90, false, "Other words")))
                    .isTrue();
            assertThat(ASKED.givesTheSameAs(terms(Set.of(LICENSE), 90, false, "Good day")))
                    .isFalse();
            assertThat(ASKED.givesTheSameAs(terms(OFFERED_ROLES, 91, false, "Good day")))
                    .isFalse();
            assertThat(ASKED.givesTheSameAs(terms(OFFERED_ROLES, 90, true, "Good day")))
                    .isFalse();
        }
    }
}
