package org.partnerportal.mpsa;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** That a customer lets two of its MPSA partners see each other's purchases, for the relationships that they have then. */
@Entity
class MpsaConsent {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "first_partner_id"))
    private TenantId firstPartner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "second_partner_id"))
    private TenantId secondPartner;

    @Column(name = "first_relationship_id")
    private UUID firstRelationship;

    @Column(name = "second_relationship_id")
    private UUID secondRelationship;

    private Instant allowedAt;
    private String allowedBy;
    private @Nullable Instant takenBackAt;

    @SuppressWarnings("NullAway.Init")
    protected MpsaConsent() {}

    /** Given for the first time. */
    MpsaConsent(Actor actor, MpsaPair pair, List<RelationshipView> inForce, Instant now) {
        this.id = Ids.next();
        this.customer = actor.tenant();
        this.firstPartner = pair.first();
        this.secondPartner = pair.second();
        give(actor, inForce, now);
    }

    /**
     * Given again.
     *
     * @return whether it did not count any more
     */
    boolean allow(Actor actor, List<RelationshipView> inForce, Instant now) {
        refuse(MpsaRules.allow(actor, pair(), inForce));
        if (MpsaRules.counts(state(), inForce)) {
            return false; // the second click of two, or of two people
        }
        give(actor, inForce, now);
        return true;
    }

    private void give(Actor actor, List<RelationshipView> inForce, Instant now) {
        refuse(MpsaRules.allow(actor, pair(), inForce));
        firstRelationship = MpsaRules.relationship(firstPartner, inForce).orElseThrow();
        secondRelationship = MpsaRules.relationship(secondPartner, inForce).orElseThrow();
        allowedAt = now;
        allowedBy = actor.name();
        takenBackAt = null;
    }

    /**
     * Takes it back, whether or not it still counts.
     *
     * @return whether nobody had done so
     */
    boolean takeBack(Actor actor, Instant now) {
        refuse(MpsaRules.manage(actor));
        if (takenBackAt != null) {
            return false;
        }
        takenBackAt = now;
        return true;
    }

    UUID id() {
        return id;
    }

    MpsaPair pair() {
        return new MpsaPair(firstPartner, secondPartner);
    }

    MpsaState state() {
        return new MpsaState(firstRelationship, secondRelationship, takenBackAt);
    }

    MpsaFacts facts(String firstName, String secondName) {
        return new MpsaFacts(id, customer, firstPartner, firstName, secondPartner, secondName);
    }

    /** As the customer's pages show it, with what the two are called. */
    MpsaView view(String firstName, String secondName) {
        return new MpsaView(id, firstPartner, firstName, secondPartner, secondName, allowedAt, allowedBy);
    }

    private static void refuse(Optional<MpsaRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }
}
