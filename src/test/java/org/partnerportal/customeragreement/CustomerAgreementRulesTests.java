package org.partnerportal.customeragreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;

/** When purchases wait for the customer's agreement, who asks for it, and whose the records are. */
class CustomerAgreementRulesTests {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant INSTANT_BEFORE = NOW.minusNanos(1_000);
    private static final Actor SAM = Actors.adminAgent("sam@brightwater.example");
    private static final Actor LENA = Actors.salesAgent("lena@brightwater.example");
    private static final Actor NOAH = Actors.helpdeskAgent("noah@brightwater.example");

    private static RelationshipView relationship(
            PartnerType type, RelationshipStatus status, @Nullable Instant endsAt, @Nullable Instant endedAt) {
        return new RelationshipView(
                new UUID(0, 1),
                "R",
                Actors.tenant("brightwater.example"),
                Actors.tenant("alder.example"),
                type,
                "Work",
                status,
                null,
                false,
                Instant.EPOCH,
                endsAt,
                endedAt,
                null,
                Set.of(),
                List.of(),
                new RelationshipState(type, status, endsAt, false, false, Set.of()),
                null);
    }

    private static List<RelationshipView> active(PartnerType type) {
        return List.of(relationship(type, RelationshipStatus.ACTIVE, null, null));
    }

    private static List<RelationshipView> ended(PartnerType type) {
        return List.of(relationship(type, RelationshipStatus.ENDED, null, NOW));
    }

    // purchases

    @ParameterizedTest
    @EnumSource(names = {"RESELLER", "INDIRECT_RESELLER"})
    void aResellerBuysOnceTheAgreementIsAccepted(PartnerType type) {
        for (Actor actor : List.of(SAM, LENA)) {
            assertThat(CustomerAgreementRules.purchase(actor, active(type), true))
                    .isEmpty();
            assertThat(CustomerAgreementRules.purchase(actor, active(type), false))
                    .contains(CustomerAgreementRefusal.AGREEMENT_NOT_ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"RESELLER", "INDIRECT_RESELLER"})
    void noOtherTypeBuys(PartnerType type) {
        assertThat(CustomerAgreementRules.purchase(SAM, active(type), true))
                .contains(CustomerAgreementRefusal.NEEDS_RESELLER);
    }

    @Test
    void anEndedRelationshipBuysNothing() {
        assertThat(CustomerAgreementRules.purchase(SAM, ended(PartnerType.RESELLER), true))
                .contains(CustomerAgreementRefusal.NEEDS_RESELLER);
    }

    @Test
    void aHelpdeskAgentBuysNothing() {
        assertThat(CustomerAgreementRules.purchase(NOAH, active(PartnerType.RESELLER), true))
                .contains(CustomerAgreementRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }

    // asking

    private static Optional<CustomerAgreementRefusal> ask(Actor actor, boolean accepted, @Nullable Instant askedAt) {
        return CustomerAgreementRules.ask(actor, active(PartnerType.GDAP), accepted, askedAt, NOW);
    }

    @Test
    void adminAndSalesAgentsAsk() {
        assertThat(ask(SAM, false, null)).isEmpty();
        assertThat(ask(LENA, false, null)).isEmpty();
        assertThat(ask(NOAH, false, null)).contains(CustomerAgreementRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }

    @Test
    void nobodyAsksForWhatIsAccepted() {
        assertThat(ask(SAM, true, null)).contains(CustomerAgreementRefusal.ALREADY_ACCEPTED);
    }

    @Test
    void nobodyAsksWithoutARelationshipInForce() {
        assertThat(CustomerAgreementRules.ask(SAM, ended(PartnerType.RESELLER), false, null, NOW))
                .contains(CustomerAgreementRefusal.NO_RELATIONSHIP);
    }

    @Test
    void thePartnerAsksAgainAfterADayAndNotAnInstantEarlier() {
        Instant dayAgo = NOW.minus(Duration.ofDays(1));

        assertThat(ask(SAM, false, dayAgo)).isEmpty();
        assertThat(ask(SAM, false, dayAgo.plusNanos(1_000))).contains(CustomerAgreementRefusal.ASKED_TODAY);
    }

    @Test
    void theSecondClickComesWithinAMinute() {
        Instant minuteAgo = NOW.minusSeconds(60);

        assertThat(CustomerAgreementRules.isSecondClick(minuteAgo.plusNanos(1_000), NOW))
                .isTrue();
        assertThat(CustomerAgreementRules.isSecondClick(minuteAgo, NOW)).isFalse();
    }

    // records

    @Test
    void aRecordIsThePartnersWhereItWorkedForTheCustomerThenOrLater() {
        assertThat(CustomerAgreementRules.reads(NOW, active(PartnerType.GDAP))).isTrue();
        assertThat(CustomerAgreementRules.reads(INSTANT_BEFORE, ended(PartnerType.GDAP)))
                .as("accepted just before the end")
                .isTrue();
        assertThat(CustomerAgreementRules.reads(NOW, ended(PartnerType.GDAP)))
                .as("accepted at the end")
                .isFalse();
    }

    @Test
    void theEndOfTheTimeIsAnEndToo() {
        var expired = List.of(relationship(PartnerType.GDAP, RelationshipStatus.EXPIRED, NOW, null));

        assertThat(CustomerAgreementRules.reads(INSTANT_BEFORE, expired)).isTrue();
        assertThat(CustomerAgreementRules.reads(NOW, expired)).isFalse();
    }

    @Test
    void anotherRelationshipThatGoesOnKeepsTheRecords() {
        var both = List.of(
                relationship(PartnerType.GDAP, RelationshipStatus.ENDED, null, INSTANT_BEFORE),
                relationship(PartnerType.RESELLER, RelationshipStatus.ACTIVE, null, null));

        assertThat(CustomerAgreementRules.reads(NOW, both)).isTrue();
    }
}
