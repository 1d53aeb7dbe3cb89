package org.partnerportal.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnerportal.entrarole.EntraRole.GLOBAL_ADMINISTRATOR;
import static org.partnerportal.entrarole.EntraRole.HELPDESK_ADMINISTRATOR;
import static org.partnerportal.invitation.Invitations.AGREEMENT_OPEN;
import static org.partnerportal.invitation.Invitations.ALDER;
import static org.partnerportal.invitation.Invitations.BEN;
import static org.partnerportal.invitation.Invitations.BRIGHTWATER;
import static org.partnerportal.invitation.Invitations.EXPIRY;
import static org.partnerportal.invitation.Invitations.LENA;
import static org.partnerportal.invitation.Invitations.LICENSE;
import static org.partnerportal.invitation.Invitations.NOAH;
import static org.partnerportal.invitation.Invitations.NOW;
import static org.partnerportal.invitation.Invitations.SAM;
import static org.partnerportal.invitation.Invitations.SERVICE_SUPPORT;
import static org.partnerportal.invitation.Invitations.everything;
import static org.partnerportal.invitation.Invitations.forAlder;
import static org.partnerportal.invitation.OfferBuilder.offer;
import static org.partnerportal.relationship.PartnerType.ADVISOR;
import static org.partnerportal.relationship.PartnerType.GDAP;
import static org.partnerportal.relationship.PartnerType.RESELLER;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipRefusal;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actors;

/** What may be renewed, by whom and how often; and that only one offer to do so is open. */
class RenewalTests {

    private static final UUID OLD = UUID.fromString("0199b0e0-0000-7000-8000-00000000000a");
    private static final Instant START = Instant.parse("2025-12-01T08:00:00Z");

    private static RelationshipView old(
            PartnerType type, @Nullable UUID renewedBy, boolean autoExtend, Set<String> held, String... granted) {
        Integer days = type == GDAP ? 120 : null;
        return new RelationshipView(
                OLD,
                "K7QD2-M4XR9",
                BRIGHTWATER,
                ALDER,
                type,
                "Support",
                RelationshipStatus.ACTIVE,
                days,
                autoExtend,
                START,
                null,
                null,
                null,
                held,
                Arrays.stream(granted)
                        .map(role -> new RelationshipView.Grant(role, START, null, null))
                        .toList(),
                new RelationshipState(type, RelationshipStatus.ACTIVE, null, autoExtend, false, held),
                renewedBy);
    }

    private static RelationshipView old() {
        return old(GDAP, null, true, Set.of(LICENSE), LICENSE, SERVICE_SUPPORT);
    }

    // who and when

    @Test
    void anAdminAgentRenews() {
        assertThat(InvitationRules.renew(old(), false, SAM)).isEmpty();
        assertThat(InvitationRules.renew(old(ADVISOR, null, false, Set.of()), false, SAM))
                .isEmpty();
    }

    @Test
    void aSalesAgentRenewsOnlyTypesWithoutRoles() {
        assertThat(InvitationRules.renew(old(), false, LENA)).contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        assertThat(InvitationRules.renew(old(ADVISOR, null, false, Set.of()), false, LENA))
                .contains(InvitationRefusal.NEEDS_ADMIN_AGENT);
        assertThat(InvitationRules.renew(old(RESELLER, null, false, Set.of()), false, LENA))
                .isEmpty();
        assertThat(InvitationRules.renew(old(RESELLER, null, false, Set.of()), false, NOAH))
                .contains(InvitationRefusal.NEEDS_AGENT);
    }

    @Test
    void whatWasRenewedIsNotRenewedAgain() {
        RelationshipView renewed = old(GDAP, UUID.randomUUID(), false, Set.of(), LICENSE);
        assertThat(InvitationRules.renew(renewed, false, SAM)).contains(RelationshipRefusal.ALREADY_RENEWED);
        assertThat(InvitationRules.renew(renewed, true, NOAH)).contains(RelationshipRefusal.ALREADY_RENEWED);
    }

    @Test
    void oneOfferIsOpenAtATime() {
        assertThat(InvitationRules.renew(old(), true, SAM)).contains(InvitationRefusal.RENEWAL_IS_OPEN);
    }

    // what

    @Test
    void theOfferNamesTheSameCustomerAndType() {
        assertThat(InvitationRules.renewal(offer(GDAP).customer(ALDER).build(), old()))
                .isEmpty();
        assertThat(InvitationRules.renewal(offer(GDAP).build(), old()))
                .containsExactly(InvitationRefusal.RENEWS_ANOTHER_CUSTOMER);
        assertThat(InvitationRules.renewal(
                        offer(GDAP).customer(Actors.tenant("birch.example")).build(), old()))
                .containsExactly(InvitationRefusal.RENEWS_ANOTHER_CUSTOMER);
        assertThat(InvitationRules.renewal(offer(RESELLER).customer(ALDER).build(), old()))
                .containsExactly(InvitationRefusal.RENEWS_ANOTHER_TYPE);
    }

    private static Offer prefilled(RelationshipView relationship) {
        return OfferForm.renewing(new InvitationService.Renewal(relationship, "ben@alder.example", "ja"))
                .offer();
    }

    @Test
    void theFormHoldsTheTermsThatAreInForce() {
        assertThat(prefilled(old()))
                .isEqualTo(new Offer(
                        "ben@alder.example", ALDER, "ja", GDAP, "Support", Set.of(LICENSE), 120, true, "", 30));
    }

    @Test
    void theFormHoldsTheRolesOfTheBeginningWhereNoneIsLeft() {
        assertThat(prefilled(old(GDAP, null, false, Set.of(), LICENSE, SERVICE_SUPPORT))
                        .roles())
                .containsExactlyInAnyOrder(LICENSE, SERVICE_SUPPORT);
    }

    @Test
    void theFormExtendsNothingThatHoldsGlobalAdministrator() {
        assertThat(prefilled(old(GDAP, null, true, Set.of(GLOBAL_ADMINISTRATOR), GLOBAL_ADMINISTRATOR))
                        .autoExtend())
                .isFalse();
    }

    @Test
    void theFormNamesNoRolesWhereTheTypeBringsThem() {
        Offer offer = prefilled(
                old(ADVISOR, null, false, ADVISOR.fixedRoles(), GLOBAL_ADMINISTRATOR, HELPDESK_ADMINISTRATOR));
        assertThat(offer.roles()).isEmpty();
        assertThat(offer.durationDays()).isNull();
        assertThat(offer.autoExtend()).isFalse();
    }

    @Test
    void anIdThatIsNoneIsNoRelationship() {
        OfferForm form = OfferForm.of(GDAP, Set.of(), Locale.ENGLISH);
        assertThat(form.renews()).isNull();
        var nonsense =
                new OfferForm(null, null, null, null, null, null, Set.of(), null, null, null, null, "1-or-1=1", null);
        assertThat(nonsense.renews()).isEqualTo(new UUID(0, 0));
    }

    // the invitation

    private static Invitation renewal() {
        Invitation invitation = forAlder(GDAP);
        invitation.renews(old(), false, SAM);
        return invitation;
    }

    @Test
    void keepsWhatItRenews() {
        Invitation invitation = renewal();

        assertThat(invitation.view(NOW).renews()).isEqualTo(OLD);
        assertThat(invitation.facts().renews()).isEqualTo("K7QD2-M4XR9");
        assertThat(new InvitationEvent.Withdrawn(NOW, SAM.who(), invitation.facts(), null).details())
                .containsEntry("renews", "K7QD2-M4XR9");
        assertThat(new InvitationEvent.Withdrawn(NOW, SAM.who(), forAlder(GDAP).facts(), null).details())
                .doesNotContainKey("renews");
        assertThat(invitation.accept(everything(), BEN, AGREEMENT_OPEN, NOW).renews())
                .isEqualTo(OLD);
    }

    @Test
    void refusesToRenewASecondTime() {
        Invitation invitation = forAlder(GDAP);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> invitation.renews(old(), true, SAM))
                .extracting(RefusedException::refusal)
                .isEqualTo(InvitationRefusal.RENEWAL_IS_OPEN);
        assertThat(invitation.openRenewalOf()).isNull();
    }

    @Test
    void isTheOpenRenewalOnlyWhileItCanBeAnswered() {
        assertThat(renewal().openRenewalOf()).isEqualTo(OLD);

        Invitation accepted = renewal();
        accepted.accept(everything(), BEN, AGREEMENT_OPEN, NOW);
        Invitation declined = renewal();
        declined.decline("", BEN, AGREEMENT_OPEN, NOW);
        Invitation withdrawn = renewal();
        withdrawn.withdraw(SAM, NOW);
        Invitation lapsed = renewal();
        lapsed.lapse(EXPIRY);

        assertThat(List.of(accepted, declined, withdrawn, lapsed))
                .allSatisfy(over ->
                        assertThat(over.openRenewalOf()).as("%s", over.status()).isNull());
        lapsed.resend(SAM, Link.random(), EXPIRY);
        assertThat(lapsed.openRenewalOf()).isEqualTo(OLD);
    }

    @Test
    void everyStatusSaysWhetherItIsOpen() {
        assertThat(Arrays.stream(InvitationStatus.values())
                        .filter(InvitationStatus::isOpen)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(InvitationStatus.PENDING, InvitationStatus.CHANGES_REQUESTED);
    }
}
