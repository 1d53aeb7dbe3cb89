package org.partnerportal.mpsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipState;
import org.partnerportal.relationship.RelationshipStatus;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actors;
import org.partnerportal.tenant.AdminRole;

/** Who allows which pairs, and as long as what a consent counts. */
class MpsaRulesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Actor BILLING = Actors.billingAdministrator("ben@school.example");
    private static final TenantId ONE = new TenantId(Ids.next());
    private static final TenantId OTHER = new TenantId(Ids.next());
    private static final RelationshipView OF_ONE = relationship(ONE);
    private static final RelationshipView OF_OTHER = relationship(OTHER);
    private static final MpsaPair PAIR = MpsaPair.of(ONE, OTHER);

    private static RelationshipView relationship(TenantId partner) {
        var state = new RelationshipState(PartnerType.MPSA, RelationshipStatus.ACTIVE, null, false, false, Set.of());
        return new RelationshipView(
                Ids.next(),
                Ids.reference(),
                partner,
                BILLING.tenant(),
                PartnerType.MPSA,
                "Volume",
                RelationshipStatus.ACTIVE,
                null,
                false,
                NOW,
                null,
                null,
                null,
                Set.of(),
                List.of(),
                state,
                null);
    }

    private static Optional<MpsaRefusal> allow(RelationshipView... inForce) {
        return MpsaRules.allow(BILLING, PAIR, List.of(inForce));
    }

    @Test
    void aPairHasNoOrder() {
        assertThat(MpsaPair.of(OTHER, ONE)).isEqualTo(PAIR);
        var low = new TenantId(UUID.fromString("10000000-0000-4000-8000-000000000000"));
        var high = new TenantId(UUID.fromString("f0000000-0000-4000-8000-000000000000"));
        assertThat(MpsaPair.of(high, low).first()).as("as databases order ids").isEqualTo(low);
    }

    @Test
    void twoPartnersOfNowCanBeAllowed() {
        assertThat(allow(OF_ONE, OF_OTHER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AdminRole.class, names = "(GLOBAL|BILLING)_ADMINISTRATOR", mode = EnumSource.Mode.MATCH_NONE)
    void itTakesAtLeastABillingAdministrator(AdminRole role) {
        Actor actor = Actors.person("ann@school.example", role);
        assertThat(MpsaRules.allow(actor, PAIR, List.of(OF_ONE, OF_OTHER)))
                .contains(MpsaRefusal.NEEDS_BILLING_ADMINISTRATOR);
        assertThat(MpsaRules.manage(actor)).contains(MpsaRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    @Test
    void readersSeeThePairs() {
        assertThat(MpsaRules.see(Actors.globalReader("rita@school.example"))).isEmpty();
        assertThat(MpsaRules.see(Actors.person("ann@school.example"))).contains(MpsaRefusal.NEEDS_READER);
    }

    @Test
    void onePartnerIsNoPair() {
        assertThat(MpsaRules.allow(BILLING, MpsaPair.of(ONE, ONE), List.of(OF_ONE)))
                .contains(MpsaRefusal.SAME_PARTNER);
        assertThat(MpsaRules.choose(Optional.of(ONE), Optional.of(ONE), List.of(OF_ONE)))
                .containsExactly(MpsaRefusal.SAME_PARTNER);
    }

    @Test
    void bothMustBeMpsaPartnersNow() {
        assertThat(allow(OF_ONE)).contains(MpsaRefusal.RELATIONSHIP_OVER);
        assertThat(allow(OF_OTHER)).contains(MpsaRefusal.RELATIONSHIP_OVER);
    }

    @Test
    void theFormSaysWhichOneIsMissing() {
        assertThat(MpsaRules.choose(Optional.empty(), Optional.of(OTHER), List.of(OF_ONE)))
                .containsExactly(MpsaRefusal.FIRST_NOT_CHOSEN, MpsaRefusal.SECOND_NOT_CHOSEN);
        assertThat(MpsaRules.choose(Optional.of(ONE), Optional.empty(), List.of(OF_ONE)))
                .containsExactly(MpsaRefusal.SECOND_NOT_CHOSEN);
        assertThat(MpsaRules.choose(Optional.of(ONE), Optional.of(OTHER), List.of(OF_ONE, OF_OTHER)))
                .isEmpty();
    }

    @Test
    void itCountsWhileBothRelationshipsAreInForce() {
        var consent = new MpsaState(OF_ONE.id(), OF_OTHER.id(), null);
        assertThat(MpsaRules.counts(consent, List.of(OF_ONE, OF_OTHER))).isTrue();
        assertThat(MpsaRules.counts(consent, List.of(OF_ONE))).isFalse();
        assertThat(MpsaRules.counts(consent, List.of(OF_OTHER))).isFalse();
    }

    @Test
    void aNewRelationshipDoesNotBringItBack() {
        var consent = new MpsaState(OF_ONE.id(), OF_OTHER.id(), null);
        assertThat(MpsaRules.counts(consent, List.of(OF_ONE, relationship(OTHER))))
                .isFalse();
    }

    @Test
    void takenBackIsTakenBack() {
        var consent = new MpsaState(OF_ONE.id(), OF_OTHER.id(), NOW);
        assertThat(MpsaRules.counts(consent, List.of(OF_ONE, OF_OTHER))).isFalse();
    }

    @Test
    void theVerbsAskTheirRules() {
        List<RelationshipView> inForce = List.of(OF_ONE, OF_OTHER);
        Actor reader = Actors.globalReader("rita@school.example");
        assertThatThrownBy(() -> new MpsaConsent(reader, PAIR, inForce, NOW)).isInstanceOf(RefusedException.class);
        var consent = new MpsaConsent(BILLING, PAIR, inForce, NOW);
        assertThat(consent.allow(BILLING, inForce, NOW)).as("it counts already").isFalse();
        assertThatThrownBy(() -> consent.takeBack(reader, NOW)).isInstanceOf(RefusedException.class);
        assertThat(consent.takeBack(BILLING, NOW)).isTrue();
        assertThat(consent.takeBack(BILLING, NOW)).isFalse();
        assertThatThrownBy(() -> consent.allow(BILLING, List.of(OF_ONE), NOW)).isInstanceOf(RefusedException.class);
        assertThat(consent.allow(BILLING, inForce, NOW)).isTrue();
        assertThat(MpsaRules.counts(consent.state(), inForce)).isTrue();
    }

    @Test
    void adminAndSalesAgentsSeePurchases() {
        assertThat(MpsaRules.seePurchases(Actors.adminAgent("sam@partner.example")))
                .isEmpty();
        assertThat(MpsaRules.seePurchases(Actors.salesAgent("sue@partner.example")))
                .isEmpty();
        assertThat(MpsaRules.seePurchases(Actors.helpdeskAgent("hal@partner.example")))
                .contains(MpsaRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
        assertThat(MpsaRules.seePurchases(BILLING)).contains(MpsaRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }
}
