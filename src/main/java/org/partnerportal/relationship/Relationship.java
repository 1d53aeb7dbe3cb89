package org.partnerportal.relationship;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;

/** One partner, one customer, one partner type, with terms. */
@Entity
class Relationship {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String reference;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private TenantId partner;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    @Enumerated(EnumType.STRING)
    private PartnerType type;

    private String name;

    @Enumerated(EnumType.STRING)
    private RelationshipStatus status;

    private @Nullable Integer durationDays;
    private boolean autoExtend;
    private Instant startedAt;
    private @Nullable Instant endsAt;
    private @Nullable Instant endedAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "relationship_id", insertable = false, updatable = false)
    private List<DelegatedRole> roles = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Relationship() {}

    Relationship(NewRelationship terms, TenantId customer, Instant now) {
        this.id = terms.id();
        this.reference = terms.reference();
        this.partner = terms.partner();
        this.customer = customer;
        this.type = terms.type();
        this.name = terms.name();
        this.status = RelationshipStatus.ACTIVE;
        this.durationDays = terms.durationDays();
        this.autoExtend = terms.autoExtend();
        this.startedAt = now;
        // days of 24 hours, as the Graph API counts them: no zone, no daylight saving
        this.endsAt = terms.durationDays() == null ? null : now.plus(Duration.ofDays(terms.durationDays()));
        for (String role : new TreeSet<>(terms.roles())) {
            roles.add(new DelegatedRole(id, role, now));
        }
    }

    /** Takes all roles away; the relationship itself stays. */
    Set<String> removeRoles(Actor actor, Instant now) {
        RelationshipRules.removeRoles(state(), actor, now).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        Set<String> removed = heldRoles();
        roles.stream().filter(DelegatedRole::isHeld).forEach(role -> role.remove(actor.name(), now));
        return removed;
    }

    boolean hasLostRoles() {
        return roles.stream().anyMatch(role -> !role.isHeld());
    }

    GrantedTerms granted() {
        Set<String> all = roles.stream().map(DelegatedRole::roleId).collect(Collectors.toSet());
        return new GrantedTerms(all, durationDays, endsAt);
    }

    RelationshipState state() {
        return new RelationshipState(type, status, endsAt, heldRoles().size());
    }

    Set<String> heldRoles() {
        return roles.stream()
                .filter(DelegatedRole::isHeld)
                .map(DelegatedRole::roleId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    UUID id() {
        return id;
    }

    String reference() {
        return reference;
    }

    TenantId partner() {
        return partner;
    }

    TenantId customer() {
        return customer;
    }

    String name() {
        return name;
    }

    PartnerType type() {
        return type;
    }

    RelationshipView view(Instant now) {
        return new RelationshipView(
                id,
                reference,
                partner,
                type,
                name,
                RelationshipRules.statusAt(state(), now),
                durationDays,
                autoExtend,
                startedAt,
                endsAt,
                endedAt,
                heldRoles(),
                state());
    }
}
