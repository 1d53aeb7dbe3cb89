package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;
import static org.partnerportal.invitation.InvitationStatus.ACCEPTED;
import static org.partnerportal.invitation.InvitationStatus.CHANGES_REQUESTED;
import static org.partnerportal.invitation.InvitationStatus.DECLINED;
import static org.partnerportal.invitation.InvitationStatus.LAPSED;
import static org.partnerportal.invitation.InvitationStatus.PENDING;
import static org.partnerportal.invitation.InvitationStatus.WITHDRAWN;
import static org.partnerportal.invitation.Invitations.AGREEMENT_OPEN;
import static org.partnerportal.invitation.Invitations.ALDER;
import static org.partnerportal.invitation.Invitations.BEN;
import static org.partnerportal.invitation.Invitations.BEN_WITHOUT_ROLES;
import static org.partnerportal.invitation.Invitations.BRIGHTWATER;
import static org.partnerportal.invitation.Invitations.EXPIRY;
import static org.partnerportal.invitation.Invitations.FIRST_LINK;
import static org.partnerportal.invitation.Invitations.LENA;
import static org.partnerportal.invitation.Invitations.LICENSE;
import static org.partnerportal.invitation.Invitations.MICROSECOND_BEFORE_EXPIRY;
import static org.partnerportal.invitation.Invitations.NOW;
import static org.partnerportal.invitation.Invitations.OFFERED_DAYS;
import static org.partnerportal.invitation.Invitations.OFFERED_ROLES;
import static org.partnerportal.invitation.Invitations.OLIVIA;
import static org.partnerportal.invitation.Invitations.PARTNER_SWITCHED_OFF;
import static org.partnerportal.invitation.Invitations.ROLE_NOT_OFFERED;
import static org.partnerportal.invitation.Invitations.SAM;
import static org.partnerportal.invitation.Invitations.SENT;
import static org.partnerportal.invitation.Invitations.everything;
import static org.partnerportal.invitation.Invitations.granting;
import static org.partnerportal.invitation.Invitations.grantingDays;
import static org.partnerportal.invitation.Invitations.nothingToChoose;
import static org.partnerportal.invitation.Invitations.ofTerms;
import static org.partnerportal.invitation.Invitations.pending;
import static org.partnerportal.invitation.Invitations.stored;
import static org.partnerportal.invitation.Invitations.withBoxUnticked;
import static org.partnerportal.invitation.OfferBuilder.offer;
import static org.partnerportal.relationship.PartnerType.ADVISOR;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.RESELLER;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerportal.relationship.NewRelationship;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.springframework.test.util.ReflectionTestUtils;

/** An invitation does what its rules allow, and a refusal leaves no trace on it. */
class InvitationTests {

    private static final Link SECOND_LINK = new Link("second");
    private static final Actor BEN_WITHOUT_ROLES = Actors.person("ben@alder.example");

    /** Where an invitation in each status may move, as section 4 of the rulebook draws its life. */
    private static final Map<InvitationStatus, Set<InvitationStatus>> MOVES = Map.of(
            PENDING, Set.of(ACCEPTED, DECLINED, WITHDRAWN, LAPSED, CHANGES_REQUESTED),
            CHANGES_REQUESTED, Set.of(PENDING, DECLINED, WITHDRAWN, LAPSED),
            LAPSED, Set.of(PENDING),
            ACCEPTED, Set.of(),
            DECLINED, Set.of(),
            WITHDRAWN, Set.of());

    /** The status as stored, whatever the clock says. */
    private static InvitationView asStored(Invitation invitation) {
        return invitation.view(Instant.MIN);
    }

    private static void assertRefused(Invitation invitation, InvitationRefusal refusal, Consumer<Invitation> verb) {
        InvitationView before = asStored(invitation);
        String linkBefore = invitation.linkSha256();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> verb.accept(invitation))
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);

        assertThat(asStored(invitation)).isEqualTo(before);
        assertThat(invitation.linkSha256()).isEqualTo(linkBefore);
    }

    // sending

    @Test
    void waitsForItsAddresseeFromTheStart() {
        Invitation invitation = pending();

        assertThat(invitation.status()).isEqualTo(PENDING);
        assertThat(invitation.partner()).isEqualTo(BRIGHTWATER);
        assertThat(invitation.senderId()).isEqualTo(SAM.account());
        assertThat(invitation.email()).isEqualTo("ben@alder.example");
        assertThat(invitation.customer()).isNull();
        assertThat(invitation.roles()).isEqualTo(OFFERED_ROLES);
        assertThat(invitation.durationDays()).isEqualTo(OFFERED_DAYS);
        assertThat(invitation.termsVersion()).isEqualTo(1);
        assertThat(invitation.expiresAt()).isEqualTo(EXPIRY);
    }

    @Test
    void storesOnlyTheHashOfItsLink() {
        Invitation invitation = pending();

        assertThat(invitation.linkSha256()).isEqualTo(FIRST_LINK.sha256()).isNotEqualTo(FIRST_LINK.token());
    }

    @Test
    void livesAsManyDaysOf24HoursAsTheOfferSays() {
        assertThat(offer(GDAP).lifeDays(1).sent().expiresAt()).isEqualTo(SENT.plus(Duration.ofHours(24)));
        assertThat(offer(GDAP).lifeDays(90).sent().expiresAt()).isEqualTo(SENT.plus(Duration.ofHours(90 * 24)));
    }

    @Test
    void isNamedByItsReferenceWhereTheOfferNamesNothing() {
        InvitationView unnamed = asStored(pending());

        assertThat(unnamed.name()).isEqualTo(unnamed.reference());
        assertThat(asStored(offer(GDAP).name("Support").sent()).name()).isEqualTo("Support");
    }

    @Test
    void offersTheRolesThatItsTypeBrings() {
        assertThat(pending(ADVISOR).roles()).containsExactlyInAnyOrder(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR);
        assertThat(pending(RESELLER).roles()).isEmpty();
    }

    // resending

    @Test
    void renewsItsLinkAndItsLifeWhenItIsResent() {
        Invitation invitation = offer(GDAP).lifeDays(7).sent();

        invitation.resend(SAM, SECOND_LINK, NOW);

        assertThat(invitation.linkSha256()).isEqualTo(SECOND_LINK.sha256());
        assertThat(invitation.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(asStored(invitation).sentAt()).isEqualTo(NOW);
        assertThat(invitation.status()).isEqualTo(PENDING);
    }

    @Test
    void livesAsLongAsTheFirstTimeEachTimeItIsResent() {
        Invitation invitation = pending();

        invitation.resend(SAM, SECOND_LINK, NOW);
        invitation.resend(SAM, new Link("third"), NOW.plus(Duration.ofDays(3)));

        assertThat(invitation.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(33)));
        assertThat(invitation.linkSha256()).isEqualTo(new Link("third").sha256());
    }

    @Test
    void keepsItsTermsButMakesOpenPagesStaleWhenItIsResent() {
        Invitation invitation = pending();
        InvitationView before = asStored(invitation);

        invitation.resend(SAM, SECOND_LINK, NOW);

        assertThat(asStored(invitation))
                .usingRecursiveComparison()
                .ignoringFields("sentAt", "expiresAt", "termsVersion")
                .isEqualTo(before);
        assertThat(invitation.termsVersion()).isEqualTo(before.termsVersion() + 1);
    }

    @Test
    void livesAgainWhenItIsResentAfterItLapsed() {
        Invitation invitation = pending();
        invitation.lapse(EXPIRY);

        invitation.resend(SAM, SECOND_LINK, EXPIRY.plusSeconds(60));

        assertThat(invitation.status()).isEqualTo(PENDING);
        assertThat(InvitationRules.waiting(invitation, EXPIRY.plusSeconds(60))).isEmpty();
    }

    @Test
    void livesAgainWhenItIsResentBeforeAnyJobMarkedItAsLapsed() {
        Invitation invitation = pending();

        invitation.resend(SAM, SECOND_LINK, EXPIRY);

        assertThat(InvitationRules.waiting(invitation, EXPIRY)).isEmpty();
    }

    @Test
    void refusesToBeResentByTheWrongPerson() {
        assertRefused(pending(), InvitationRefusal.NEEDS_AGENT, it -> it.resend(BEN, SECOND_LINK, NOW));
        assertRefused(pending(), InvitationRefusal.NEEDS_ADMIN_AGENT, it -> it.resend(LENA, SECOND_LINK, NOW));
    }

    @Test
    void refusesToBeResentOnceItIsAnswered() {
        assertRefused(stored(ACCEPTED), InvitationRefusal.ALREADY_ACCEPTED, it -> it.resend(SAM, SECOND_LINK, NOW));
    }

    // withdrawing and lapsing

    @Test
    void isWithdrawnAtOnce() {
        Invitation invitation = pending();

        invitation.withdraw(SAM, NOW);

        assertThat(invitation.status()).isEqualTo(WITHDRAWN);
        assertRefused(
                invitation,
                InvitationRefusal.ALREADY_WITHDRAWN,
                it -> it.accept(everything(), BEN, AGREEMENT_OPEN, NOW));
    }

    @Test
    void refusesToBeWithdrawnByTheWrongPerson() {
        assertRefused(pending(), InvitationRefusal.NEEDS_AGENT, it -> it.withdraw(BEN, NOW));
        assertRefused(pending(), InvitationRefusal.NEEDS_ADMIN_AGENT, it -> it.withdraw(LENA, NOW));
    }

    @Test
    void refusesToBeWithdrawnOnceItIsAnswered() {
        assertRefused(stored(DECLINED), InvitationRefusal.ALREADY_DECLINED, it -> it.withdraw(SAM, NOW));
    }

    @Test
    void lapsesAtItsExpiry() {
        Invitation invitation = pending();

        invitation.lapse(EXPIRY);

        assertThat(invitation.status()).isEqualTo(LAPSED);
    }

    @Test
    void refusesToLapseBeforeItsExpiry() {
        assertRefused(pending(), InvitationRefusal.NOT_LAPSED_YET, it -> it.lapse(MICROSECOND_BEFORE_EXPIRY));
    }

    @Test
    void refusesToLapseOnceItIsAnswered() {
        assertRefused(stored(ACCEPTED), InvitationRefusal.ALREADY_ACCEPTED, it -> it.lapse(EXPIRY));
    }

    // the first look

    @Test
    void isLookedAtFirstByItsAddressee() {
        assertThat(pending().isFirstLook(BEN, NOW)).isTrue();
        assertThat(pending().isFirstLook(BEN_WITHOUT_ROLES, NOW)).isTrue();
        assertThat(pending().isFirstLook(OLIVIA, NOW)).isFalse();
    }

    @Test
    void isLookedAtFirstOnce() {
        Invitation invitation = pending();
        ReflectionTestUtils.setField(invitation, "openedAt", SENT); // as the repository notes it

        assertThat(invitation.isFirstLook(BEN, NOW)).isFalse();
    }

    @Test
    void isNotLookedAtFirstWhenItIsOver() {
        assertThat(pending().isFirstLook(BEN, EXPIRY)).isFalse();
        assertThat(stored(WITHDRAWN).isFirstLook(BEN, NOW)).isFalse();
    }

    // accepting

    @Test
    void beginsTheRelationshipThatWasGranted() {
        Invitation invitation = pending();
        InvitationView offered = asStored(invitation);

        NewRelationship terms = invitation.accept(
                new Acceptance(1, Set.of(LICENSE), 30, AGREEMENT_OPEN.agreement(), "en", true),
                BEN,
                AGREEMENT_OPEN,
                NOW);

        assertThat(terms)
                .isEqualTo(new NewRelationship(
                        offered.relationshipId(),
                        offered.reference(),
                        BRIGHTWATER,
                        GDAP,
                        offered.name(),
                        Set.of(LICENSE),
                        30,
                        false,
                        true,
                        null));
    }

    @Test
    void fewerDaysAreNotExtendedByThemselves() {
        NewRelationship all = offer(GDAP).autoExtend().sent().accept(everything(), BEN, AGREEMENT_OPEN, NOW);
        NewRelationship fewer =
                offer(GDAP).autoExtend().sent().accept(grantingDays(OFFERED_DAYS - 1), BEN, AGREEMENT_OPEN, NOW);

        assertThat(all.autoExtend()).isTrue();
        assertThat(all.customerCut()).isFalse();
        assertThat(fewer.autoExtend()).isFalse();
        assertThat(fewer.customerCut()).isTrue();
    }

    @Test
    void keepsWhatWasAskedForBesideWhatWasGranted() {
        Invitation invitation = pending();

        invitation.accept(granting(Set.of(LICENSE)), BEN, AGREEMENT_OPEN, NOW);

        assertThat(invitation.roles()).isEqualTo(OFFERED_ROLES);
        assertThat(invitation.durationDays()).isEqualTo(OFFERED_DAYS);
    }

    @Test
    void grantsTheRolesThatItsTypeBrings() {
        NewRelationship terms = pending(ADVISOR).accept(nothingToChoose(), BEN, AGREEMENT_OPEN, NOW);

        assertThat(terms.roles()).containsExactlyInAnyOrder(GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR);
        assertThat(terms.durationDays()).isNull();
    }

    @Test
    void handsAutoExtendOn() {
        NewRelationship terms = offer(GDAP).autoExtend().sent().accept(everything(), BEN, AGREEMENT_OPEN, NOW);

        assertThat(terms.autoExtend()).isTrue();
    }

    @Test
    void notesWhoAcceptedAndWhenAndForWhichOrganisation() {
        Invitation invitation = pending();

        invitation.accept(everything(), BEN, AGREEMENT_OPEN, NOW);

        InvitationView view = asStored(invitation);
        assertThat(view.status()).isEqualTo(ACCEPTED);
        assertThat(view.customer()).isEqualTo(ALDER);
        assertThat(view.answeredAt()).isEqualTo(NOW);
        assertThat(view.answeredById()).isEqualTo(BEN.account());
        assertThat(view.answeredByName()).isEqualTo(BEN.name());
    }

    @Test
    void knowsWhoseAnswerItHas() {
        Invitation invitation = pending();
        assertThat(invitation.wasAnswered(ACCEPTED, BEN)).isFalse();

        invitation.accept(everything(), BEN, AGREEMENT_OPEN, NOW);

        assertThat(invitation.wasAnswered(ACCEPTED, BEN)).isTrue();
        assertThat(invitation.wasAnswered(DECLINED, BEN)).isFalse();
        assertThat(invitation.wasAnswered(ACCEPTED, OLIVIA)).isFalse();
    }

    @Test
    void refusesASecondAnswer() {
        Invitation invitation = pending();
        invitation.accept(everything(), BEN, AGREEMENT_OPEN, NOW);

        assertRefused(
                invitation,
                InvitationRefusal.ALREADY_ACCEPTED,
                it -> it.accept(everything(), OLIVIA, AGREEMENT_OPEN, NOW));
        assertRefused(
                invitation, InvitationRefusal.ALREADY_ACCEPTED, it -> it.decline("", OLIVIA, AGREEMENT_OPEN, NOW));
        assertRefused(invitation, InvitationRefusal.ALREADY_ACCEPTED, it -> it.withdraw(SAM, NOW));
    }

    /** Acceptances that are refused, each with its refusal. */
    static Stream<Arguments> refusedAcceptances() {
        return Stream.of(
                Arguments.of(InvitationRefusal.TERMS_STALE, ofTerms(2)),
                Arguments.of(InvitationRefusal.ROLES_NOT_OFFERED, granting(Set.of(ROLE_NOT_OFFERED))),
                Arguments.of(InvitationRefusal.NO_ROLE_LEFT, granting(Set.of())),
                Arguments.of(InvitationRefusal.DURATION_NOT_OFFERED, Invitations.grantingDays(91)),
                Arguments.of(InvitationRefusal.AGREEMENT_STALE, Invitations.ofAgreement(null)),
                Arguments.of(InvitationRefusal.AGREEMENT_NOT_READ, withBoxUnticked()));
    }

    @ParameterizedTest
    @MethodSource("refusedAcceptances")
    void refusesToBeAcceptedOtherwiseThanOffered(InvitationRefusal refusal, Acceptance acceptance) {
        assertRefused(pending(), refusal, it -> it.accept(acceptance, BEN, AGREEMENT_OPEN, NOW));
    }

    @Test
    void refusesToBeAcceptedByAPersonWithoutTheRole() {
        assertRefused(
                pending(),
                InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR,
                it -> it.accept(everything(), BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW));
    }

    @Test
    void refusesToBeAcceptedFromItsExpiryOn() {
        assertRefused(
                pending(),
                InvitationRefusal.ALREADY_LAPSED,
                it -> it.accept(everything(), BEN, AGREEMENT_OPEN, EXPIRY));
    }

    @Test
    void refusesToBeAcceptedOfASwitchedOffPartner() {
        assertRefused(
                pending(),
                InvitationRefusal.PARTNER_DISABLED,
                it -> it.accept(everything(), BEN, PARTNER_SWITCHED_OFF, NOW));
    }

    // declining

    @Test
    void notesWhoDeclinedAndWhy() {
        Invitation invitation = pending();

        invitation.decline("We have a partner", BEN, AGREEMENT_OPEN, NOW);

        InvitationView view = asStored(invitation);
        assertThat(view.status()).isEqualTo(DECLINED);
        assertThat(view.declineReason()).isEqualTo("We have a partner");
        assertThat(view.customer()).isEqualTo(ALDER);
        assertThat(view.answeredAt()).isEqualTo(NOW);
        assertThat(view.answeredByName()).isEqualTo(BEN.name());
        assertThat(invitation.wasAnswered(DECLINED, BEN)).isTrue();
    }

    @Test
    void refusesToBeDeclinedWithAReasonOf501Characters() {
        assertRefused(
                pending(),
                InvitationRefusal.REASON_TOO_LONG,
                it -> it.decline("r".repeat(501), BEN, AGREEMENT_OPEN, NOW));
    }

    @Test
    void refusesToBeDeclinedByAPersonWithoutTheRole() {
        assertRefused(
                pending(),
                InvitationRefusal.NEEDS_BILLING_ADMINISTRATOR,
                it -> it.decline("", BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW));
    }

    // asking

    @Test
    void isSharedWithColleaguesWhenItsAddresseeAsksThem() {
        Invitation invitation = pending();
        assertThat(InvitationRules.maySee(invitation, OLIVIA)).isFalse();

        invitation.askColleagues(BEN_WITHOUT_ROLES, AGREEMENT_OPEN, NOW);

        assertThat(invitation.customer()).isEqualTo(ALDER);
        assertThat(invitation.status()).isEqualTo(PENDING);
        assertThat(InvitationRules.maySee(invitation, OLIVIA)).isTrue();
    }

    @Test
    void refusesToBeSharedBySomebodyWhoCanAnswerAlone() {
        assertRefused(pending(), InvitationRefusal.CAN_ANSWER_ALONE, it -> it.askColleagues(BEN, AGREEMENT_OPEN, NOW));
    }

    @Test
    void refusesToBeSharedFromItsExpiryOn() {
        assertRefused(
                pending(),
                InvitationRefusal.ALREADY_LAPSED,
                it -> it.askColleagues(BEN_WITHOUT_ROLES, AGREEMENT_OPEN, EXPIRY));
    }

    @Test
    void isAskedForAgainOnce() {
        Invitation invitation = pending();

        assertThat(invitation.askAgain(BEN, EXPIRY)).isTrue();
        assertThat(invitation.askAgain(BEN, EXPIRY.plusSeconds(60))).isFalse();
        assertThat(asStored(invitation).askedAgainAt()).isEqualTo(EXPIRY);
    }

    @Test
    void isAskedForAgainOnceMoreAfterItWasResent() {
        Invitation invitation = pending();
        invitation.askAgain(BEN, EXPIRY);

        invitation.resend(SAM, SECOND_LINK, EXPIRY);

        assertThat(asStored(invitation).askedAgainAt()).isNull();
        assertThat(invitation.askAgain(BEN, EXPIRY.plus(Duration.ofDays(30)))).isTrue();
    }

    @Test
    void refusesToBeAskedForAgainWhileItWaits() {
        assertRefused(pending(), InvitationRefusal.NOT_LAPSED_YET, it -> it.askAgain(BEN, MICROSECOND_BEFORE_EXPIRY));
    }

    // status

    /** Every status with every status. */
    static Stream<Arguments> pairs() {
        return Arrays.stream(InvitationStatus.values())
                .flatMap(from -> Arrays.stream(InvitationStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void movesOnlyWhereItsLifeLeads(InvitationStatus from, InvitationStatus to) {
        assertThat(from.canBecome(to)).isEqualTo(MOVES.get(from).contains(to));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN"})
    void showsItsAnswerAfterItsExpiry(InvitationStatus answer) {
        assertThat(stored(answer).view(EXPIRY).status()).isEqualTo(answer);
    }

    @Test
    void showsThatItLapsedAtItsExpiryWhateverJobsHaveRun() {
        assertThat(pending().view(MICROSECOND_BEFORE_EXPIRY).status()).isEqualTo(PENDING);
        assertThat(pending().view(EXPIRY).status()).isEqualTo(LAPSED);
    }
}
