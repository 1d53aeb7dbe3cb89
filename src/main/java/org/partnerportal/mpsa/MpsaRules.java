package org.partnerportal.mpsa;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** Who lets which partners see each other's purchases, and as long as what it counts. */
final class MpsaRules {

    private MpsaRules() {}

    /** Asks whether the person may see which pairs the own organisation has allowed. */
    static Optional<MpsaRefusal> see(Actor actor) {
        return unless(actor.maySeeRelationships(), MpsaRefusal.NEEDS_READER);
    }

    /** Asks whether the person may allow pairs and take that back. */
    static Optional<MpsaRefusal> manage(Actor actor) {
        return unless(actor.isAtLeastBillingAdministrator(), MpsaRefusal.NEEDS_BILLING_ADMINISTRATOR);
    }

    /**
     * Asks whether the person may allow that pair.
     *
     * @param inForce the customer's MPSA relationships that are in force now
     */
    static Optional<MpsaRefusal> allow(Actor actor, MpsaPair pair, Collection<RelationshipView> inForce) {
        return manage(actor)
                .or(() -> unless(!pair.isOneOnly(), MpsaRefusal.SAME_PARTNER))
                .or(() -> unless(
                        isPartner(pair.first(), inForce) && isPartner(pair.second(), inForce),
                        MpsaRefusal.RELATIONSHIP_OVER));
    }

    /** Everything that is wrong with the two that are chosen; empty stands for none. */
    static Stream<MpsaRefusal> choose(
            Optional<TenantId> first, Optional<TenantId> second, Collection<RelationshipView> inForce) {
        boolean firstThere = first.filter(id -> isPartner(id, inForce)).isPresent();
        boolean secondThere = second.filter(id -> isPartner(id, inForce)).isPresent();
        return Stream.of(
                        unless(firstThere, MpsaRefusal.FIRST_NOT_CHOSEN),
                        unless(secondThere, MpsaRefusal.SECOND_NOT_CHOSEN),
                        unless(!firstThere || !first.equals(second), MpsaRefusal.SAME_PARTNER))
                .flatMap(Optional::stream);
    }

    private static boolean isPartner(TenantId id, Collection<RelationshipView> inForce) {
        return relationship(id, inForce).isPresent();
    }

    /** The partner's relationship that a consent is given for: the oldest in force. */
    static Optional<UUID> relationship(TenantId partner, Collection<RelationshipView> inForce) {
        return inForce.stream()
                .filter(relationship -> relationship.partner().equals(partner))
                .map(RelationshipView::id)
                .findFirst();
    }

    /**
     * Whether each of the two sees the other's purchases now: nobody took it back, and the very relationships that it was
     * given for are in force. Another one, even with the same partner, does not bring it back.
     */
    static boolean counts(MpsaState consent, Collection<RelationshipView> inForce) {
        return consent.takenBackAt() == null
                && isInForce(consent.firstRelationship(), inForce)
                && isInForce(consent.secondRelationship(), inForce);
    }

    /**
     * Whether it counted until this relationship ended.
     *
     * @param inForce the relationships that go on
     */
    static boolean endsWith(MpsaState consent, UUID ended, Collection<RelationshipView> inForce) {
        boolean first = consent.firstRelationship().equals(ended);
        boolean second = consent.secondRelationship().equals(ended);
        return consent.takenBackAt() == null
                && first != second
                && isInForce(first ? consent.secondRelationship() : consent.firstRelationship(), inForce);
    }

    private static boolean isInForce(UUID relationship, Collection<RelationshipView> inForce) {
        return inForce.stream().anyMatch(each -> each.id().equals(relationship));
    }

    /** Asks whether the partner's person may see other partners' purchases, where the customer has allowed it. */
    static Optional<MpsaRefusal> seePurchases(Actor actor) {
        return unless(actor.maySendInvitations(), MpsaRefusal.NEEDS_ADMIN_OR_SALES_AGENT);
    }

    private static Optional<MpsaRefusal> unless(boolean fine, MpsaRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
