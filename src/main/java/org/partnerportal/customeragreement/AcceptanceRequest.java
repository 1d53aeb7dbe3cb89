package org.partnerportal.customeragreement;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** When a partner last asked a customer to accept the agreement; one row for the two. */
@Entity
class AcceptanceRequest {

    @Id
    private UUID id;

    @Version
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private Instant askedAt;
    private UUID accountId;
    private String personName;

    @SuppressWarnings("NullAway.Init")
    protected AcceptanceRequest() {}

    Instant askedAt() {
        return askedAt;
    }

    String personName() {
        return personName;
    }

    /** Whether this person asked so lately that asking again is the second click of two. */
    boolean wasAskedBy(Actor actor, Instant now) {
        return accountId.equals(actor.account()) && CustomerAgreementRules.isSecondClick(askedAt, now);
    }

    void ask(Actor actor, List<RelationshipView> relationships, boolean accepted, Instant now) {
        CustomerAgreementRules.ask(actor, relationships, accepted, askedAt, now).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        this.askedAt = now;
        this.accountId = actor.account();
        this.personName = actor.name();
    }
}
