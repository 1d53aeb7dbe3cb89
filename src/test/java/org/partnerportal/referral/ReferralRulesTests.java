package org.partnerportal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.Contact;

/** Ben of Alder asks Brightwater, where Sam and Lena answer, to be contacted. */
class ReferralRulesTests {

    private static final Instant SENT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = SENT.plus(Duration.ofDays(3));
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);
    private static final TenantId BRIGHTWATER = Actors.tenant("brightwater.example");
    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final Actor LENA = Actors.salesAgent("lena@brightwater.example");
    private static final Actor NOAH = Actors.helpdeskAgent("noah@brightwater.example");
    private static final Actor BEN = Actors.person("ben@alder.example");
    private static final Set<PartnerType> OFFERED = Set.of(PartnerType.RESELLER);
    private static final UUID INVITATION = Ids.next();

    private static Referral received() {
        return new Referral(Ids.next(), BRIGHTWATER, ReferralFixture.request(BEN.email()), BEN, SENT);
    }

    private static Referral unconfirmed() {
        return new Referral(Ids.next(), BRIGHTWATER, ReferralFixture.request(BEN.email()), "sha256", SENT);
    }

    private static Contact contact(Actor actor) {
        return new Contact(actor.account(), actor.name(), actor.email(), actor.locale(), actor.zone(), true);
    }

    private static Referral taken() {
        Referral referral = received();
        referral.assign(LENA, contact(LENA), null, NOW);
        return referral;
    }

    private static Referral invited() {
        Referral referral = taken();
        referral.invite(LENA, INVITATION, NOW);
        return referral;
    }

    private static Referral closed() {
        Referral referral = taken();
        referral.close(LENA, ReferralOutcome.LOST, "", NOW);
        return referral;
    }

    private static void assertRefused(Runnable verb, ReferralRefusal refusal) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    // what a request must hold

    private static List<ReferralRefusal> check(ContactRequest request) {
        return ReferralRules.request(request, ReferralFixture.AGREED, OFFERED).toList();
    }

    private static ContactRequest with(String phone, String needs, @Nullable PartnerType type, boolean known) {
        ContactRequest fine = ReferralFixture.request(BEN.email());
        return new ContactRequest(
                fine.name(),
                fine.email(),
                phone,
                fine.organisation(),
                fine.country(),
                fine.place(),
                fine.size(),
                fine.industry(),
                needs,
                type,
                known,
                fine.language());
    }

    private static ContactRequest needing(String needs) {
        return with("", needs, null, true);
    }

    @Test
    void aWholeRequestIsFine() {
        assertThat(check(ReferralFixture.request(BEN.email()))).isEmpty();
        assertThat(check(with("", "Mail", null, true))).isEmpty();
    }

    @Test
    void anEmptyOneIsRefusedAtEveryField() {
        var nothing = new ContactRequest("", "", "x", "", "", "", null, null, "", null, false, "");
        assertThat(ReferralRules.request(nothing, new Consent(false, false), OFFERED))
                .containsExactly(
                        ReferralRefusal.NEEDS_MISSING,
                        ReferralRefusal.TYPE_NOT_OFFERED,
                        ReferralRefusal.ORGANISATION_MALFORMED,
                        ReferralRefusal.COUNTRY_UNKNOWN,
                        ReferralRefusal.PLACE_MALFORMED,
                        ReferralRefusal.SIZE_MISSING,
                        ReferralRefusal.INDUSTRY_MISSING,
                        ReferralRefusal.NAME_MALFORMED,
                        ReferralRefusal.EMAIL_MALFORMED,
                        ReferralRefusal.PHONE_MALFORMED,
                        ReferralRefusal.LANGUAGE_UNKNOWN,
                        ReferralRefusal.CONTACT_NOT_AGREED,
                        ReferralRefusal.SHARING_NOT_AGREED);
    }

    @Test
    void needsHaveUpTo4000Characters() {
        assertThat(check(needing("x".repeat(4_000)))).isEmpty();
        assertThat(check(needing("x".repeat(4_001)))).containsExactly(ReferralRefusal.NEEDS_TOO_LONG);
    }

    @Test
    void needsAreReadableText() {
        assertThat(check(needing("first\r\nsecond"))).isEmpty();
        assertThat(check(needing("turned \u202E around"))).containsExactly(ReferralRefusal.NEEDS_MALFORMED);
        assertThat(check(needing("\u200B"))).containsExactly(ReferralRefusal.NEEDS_MALFORMED);
    }

    @Test
    void linesHaveUpTo120Characters() {
        for (int length : List.of(120, 121)) {
            String line = "x".repeat(length);
            var request = new ContactRequest(
                    line,
                    BEN.email(),
                    "",
                    line,
                    "NO",
                    line,
                    ReferralFixture.request("").size(),
                    ReferralFixture.request("").industry(),
                    "Mail",
                    null,
                    true,
                    "en");
            assertThat(check(request)).hasSize(length == 120 ? 0 : 3);
        }
    }

    @Test
    void aTypeThatThePartnerDoesNotOfferIsRefused() {
        assertThat(check(with("", "Mail", PartnerType.GDAP, true))).containsExactly(ReferralRefusal.TYPE_NOT_OFFERED);
        assertThat(check(with("", "Mail", null, false))).containsExactly(ReferralRefusal.TYPE_NOT_OFFERED);
    }

    @Test
    void thePartnersOwnPeopleDoNotAsk() {
        assertThat(ReferralRules.send(BRIGHTWATER, SAM)).contains(ReferralRefusal.OWN_ORGANISATION);
        assertThat(ReferralRules.send(BRIGHTWATER, BEN)).isEmpty();
        assertThat(ReferralRules.send(BRIGHTWATER, null)).isEmpty();
    }

    // proving the address

    @Test
    void aLinkIsGoodFor48Hours() {
        Instant end = SENT.plus(Duration.ofHours(48));
        Referral referral = unconfirmed();
        assertRefused(() -> referral.confirm(true, end), ReferralRefusal.LINK_RUN_OUT);
        assertRefused(() -> referral.confirm(false, SENT), ReferralRefusal.NO_LONGER_LISTED);
        referral.confirm(true, end.minus(MICROSECOND));
        assertThat(referral.status()).isEqualTo(ReferralStatus.NEW);
        assertThat(referral.receivedAt()).isEqualTo(end.minus(MICROSECOND));
    }

    @Test
    void beforeThatNobodySeesIt() {
        assertThat(ReferralRules.maySee(unconfirmed(), BEN)).isFalse();
        assertRefused(() -> unconfirmed().assign(SAM, contact(SAM), null, NOW), ReferralRefusal.ALREADY_CLOSED);
    }

    // the partner's side

    @Test
    void adminAgentsAndSalesAgentsWorkWithRequests() {
        assertThat(ReferralRules.work(SAM)).isEmpty();
        assertThat(ReferralRules.work(LENA)).isEmpty();
        for (Actor other : List.of(NOAH, BEN, Actors.globalAdministrator("olivia@brightwater.example"))) {
            assertThat(ReferralRules.work(other)).contains(ReferralRefusal.NEEDS_SALES_AGENT);
        }
    }

    @Test
    void noVerbOfThePartnersIsForOthers() {
        Referral referral = taken();
        assertRefused(
                () -> referral.assign(NOAH, contact(SAM), LENA.account(), NOW), ReferralRefusal.NEEDS_SALES_AGENT);
        assertRefused(() -> referral.invite(NOAH, INVITATION, NOW), ReferralRefusal.NEEDS_SALES_AGENT);
        assertRefused(() -> referral.close(NOAH, ReferralOutcome.LOST, "", NOW), ReferralRefusal.NEEDS_SALES_AGENT);
        assertThat(ReferralRules.note(NOAH, "Note")).contains(ReferralRefusal.NEEDS_SALES_AGENT);
    }

    @Test
    void takingMakesItActiveAndAssigningKeepsItSo() {
        Referral referral = received();
        assertThat(referral.assign(LENA, contact(LENA), null, NOW)).isTrue();
        assertThat(referral.status()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(referral.assign(LENA, contact(SAM), LENA.account(), NOW)).isFalse();
        assertThat(referral.assignee()).isEqualTo(SAM.account());
        assertThat(referral.dueAt()).isNull();
    }

    @Test
    void whoeverIsNoAgentGetsNone() {
        assertRefused(() -> received().assign(LENA, null, null, NOW), ReferralRefusal.ASSIGNEE_UNKNOWN);
    }

    @Test
    void aPageThatShowedAnotherIsStale() {
        assertRefused(() -> taken().assign(SAM, contact(SAM), null, NOW), ReferralRefusal.ASSIGNED_MEANWHILE);
    }

    @Test
    void nobodyTakesItFromThe30thDayOn() {
        Instant end = SENT.plus(Duration.ofDays(30));
        Referral referral = received();
        assertRefused(() -> referral.assign(LENA, contact(LENA), null, end), ReferralRefusal.ALREADY_EXPIRED);
        assertRefused(() -> referral.invite(LENA, INVITATION, end), ReferralRefusal.ALREADY_EXPIRED);
        assertRefused(() -> referral.close(LENA, ReferralOutcome.DECLINED, "", end), ReferralRefusal.ALREADY_EXPIRED);
        assertRefused(() -> referral.withdraw(BEN, false, end), ReferralRefusal.ALREADY_EXPIRED);
        assertThat(referral.view(end).outcome()).isEqualTo(ReferralOutcome.EXPIRED);
        referral.assign(LENA, contact(LENA), null, end.minus(MICROSECOND));
        assertThat(referral.view(end).status()).isEqualTo(ReferralStatus.ACTIVE);
    }

    @Test
    void whatTimeHasEndedStaysSo() {
        Referral referral = received();
        Instant end = SENT.plus(Duration.ofDays(30));
        referral.expire(end);
        assertRefused(() -> referral.assign(LENA, contact(LENA), null, end), ReferralRefusal.ALREADY_EXPIRED);
    }

    @Test
    void oneInvitationWaitsAtATime() {
        Referral referral = invited();
        assertRefused(() -> referral.invite(LENA, Ids.next(), NOW), ReferralRefusal.INVITATION_WAITS);
        assertRefused(() -> referral.resume(Ids.next()), ReferralRefusal.INVITATION_WAITS);
        referral.invitationEnded();
        referral.invite(LENA, Ids.next(), NOW);
        assertThat(referral.status()).isEqualTo(ReferralStatus.ACTIVE);
    }

    @Test
    void anInvitationThatWaitsDecides() {
        Referral referral = invited();
        assertRefused(() -> referral.close(LENA, ReferralOutcome.LOST, "", NOW), ReferralRefusal.INVITATION_WAITS);
        assertRefused(() -> referral.withdraw(BEN, true, NOW), ReferralRefusal.INVITATION_WAITS);
    }

    @Test
    void acceptingItIsWonAndNamesTheCustomerOnlyWhereItAsked() {
        UUID relationship = Ids.next();
        Referral referral = invited();
        referral.accepted(relationship, Actors.tenant("other.example"), NOW);
        assertThat(referral.outcome()).isEqualTo(ReferralOutcome.WON);
        assertThat(referral.relationship()).isEqualTo(relationship);
        assertThat(referral.customer()).isEqualTo(BEN.tenant());

        Referral late = closed();
        late.accepted(relationship, null, NOW);
        assertThat(late.outcome()).as("whatever somebody thought").isEqualTo(ReferralOutcome.WON);
    }

    @Test
    void whatNobodyTookCanOnlyBeDeclined() {
        for (ReferralOutcome how : List.of(ReferralOutcome.WON, ReferralOutcome.LOST)) {
            assertRefused(() -> received().close(LENA, how, "", NOW), ReferralRefusal.NOT_TAKEN);
        }
        Referral referral = received();
        referral.close(LENA, ReferralOutcome.DECLINED, "Not in Norway.\nSorry.", NOW);
        assertThat(referral.status()).isEqualTo(ReferralStatus.CLOSED);
        assertThat(referral.dueAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralOutcome.class,
            names = {"WON", "LOST", "DECLINED"})
    void whatSomebodyTookEndsInThreeWays(ReferralOutcome how) {
        Referral referral = taken();
        referral.close(LENA, how, "", NOW);
        assertThat(referral.view(NOW).outcome()).isEqualTo(how);
        assertThat(referral.wasClosedBy(LENA, how)).isTrue();
        assertThat(referral.wasClosedBy(SAM, how)).isFalse();
    }

    @Test
    void howItEndedIsSaidAndIsNoneOfTheClocks() {
        assertRefused(() -> taken().close(LENA, null, "", NOW), ReferralRefusal.OUTCOME_MISSING);
        assertRefused(() -> taken().close(LENA, ReferralOutcome.EXPIRED, "", NOW), ReferralRefusal.OUTCOME_MISSING);
    }

    @Test
    void aMessageHasUpTo1000Characters() {
        taken().close(LENA, ReferralOutcome.LOST, "x".repeat(1_000), NOW);
        for (String bad : List.of("x".repeat(1_001), "turned \u202E around")) {
            assertRefused(() -> taken().close(LENA, ReferralOutcome.LOST, bad, NOW), ReferralRefusal.MESSAGE_MALFORMED);
        }
    }

    @Test
    void aNoteHasUpTo1000Characters() {
        assertThat(ReferralRules.note(LENA, "x".repeat(1_000))).isEmpty();
        for (String bad : List.of("", "x".repeat(1_001), "turned \u202E around")) {
            assertThat(ReferralRules.note(LENA, bad)).contains(ReferralRefusal.NOTE_MALFORMED);
        }
    }

    @Test
    void whatIsOverIsOver() {
        assertRefused(() -> closed().assign(LENA, contact(SAM), LENA.account(), NOW), ReferralRefusal.ALREADY_CLOSED);
        assertRefused(() -> closed().invite(LENA, INVITATION, NOW), ReferralRefusal.ALREADY_CLOSED);
        assertRefused(() -> closed().close(SAM, ReferralOutcome.WON, "", NOW), ReferralRefusal.ALREADY_CLOSED);
        assertRefused(() -> closed().withdraw(BEN, false, NOW), ReferralRefusal.ALREADY_CLOSED);
    }

    @Test
    void aStatusMovesOnlyForward() {
        for (ReferralStatus from : ReferralStatus.values()) {
            Set<ReferralStatus> next = switch (from) {
                case UNCONFIRMED -> Set.of(ReferralStatus.NEW);
                case NEW -> Set.of(ReferralStatus.ACTIVE, ReferralStatus.CLOSED);
                case ACTIVE -> Set.of(ReferralStatus.CLOSED);
                case CLOSED -> Set.of();
            };
            assertThat(Arrays.stream(ReferralStatus.values()).filter(from::canBecome))
                    .containsExactlyInAnyOrderElementsOf(next);
        }
    }

    // the customer's side

    @Test
    void theSenderAndThoseWhoSeeRelationshipsSeeIt() {
        assertThat(ReferralRules.maySee(received(), BEN)).isTrue();
        assertThat(ReferralRules.maySee(received(), Actors.globalReader("rob@alder.example")))
                .isTrue();
        assertThat(ReferralRules.maySee(received(), Actors.billingAdministrator("olivia@alder.example")))
                .isTrue();
        assertThat(ReferralRules.maySee(received(), Actors.person("mia@alder.example")))
                .isFalse();
        assertThat(ReferralRules.maySee(received(), Actors.globalAdministrator("eve@other.example")))
                .isFalse();
        assertThat(ReferralRules.maySee(received(), SAM)).isFalse();
    }

    @Test
    void theSenderAndBillingAdministratorsTakeItBack() {
        assertRefused(
                () -> received().withdraw(Actors.globalReader("rob@alder.example"), false, NOW),
                ReferralRefusal.NOT_THE_SENDER);
        received().withdraw(Actors.billingAdministrator("olivia@alder.example"), false, NOW);
        Referral referral = taken();
        referral.withdraw(BEN, false, NOW);
        assertThat(referral.view(NOW).isWithdrawn()).isTrue();
        assertThat(referral.view(NOW).closedBy()).isEqualTo(Side.CUSTOMER);
    }

    // what time does

    @Test
    void timeRemindsAfter14DaysAndEndsAfter30() {
        Referral referral = received();
        assertThat(referral.dueAt()).isEqualTo(SENT.plus(Duration.ofDays(14)));
        referral.remind();
        assertThat(referral.dueAt()).isEqualTo(SENT.plus(Duration.ofDays(30)));
        referral.expire(NOW);
        assertThat(referral.dueAt()).isNull();
    }

    @Test
    void whatNobodyProvesIsKeptFor30Days() {
        assertThat(unconfirmed().dueAt()).isEqualTo(SENT.plus(Duration.ofDays(30)));
        Referral referral = unconfirmed();
        referral.confirm(true, SENT.plus(Duration.ofHours(1)));
        assertThat(referral.dueAt()).isEqualTo(SENT.plus(Duration.ofHours(1)).plus(Duration.ofDays(14)));
    }

    @Test
    void dueIsWhatTheStatusSays() {
        assertThat(ReferralRules.dueAt(ReferralStatus.ACTIVE, SENT, SENT, false))
                .isEqualTo(Optional.empty());
        assertThat(ReferralRules.dueAt(ReferralStatus.CLOSED, SENT, SENT, false))
                .isEqualTo(Optional.empty());
    }
}
