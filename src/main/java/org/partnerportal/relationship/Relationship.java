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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
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
    private @Nullable String endedBy;
    private @Nullable UUID endedById;
    private boolean customerCut;

    @Column(name = "renewed_by_id")
    private @Nullable UUID renewedBy;

    private @Nullable Instant dueAt;

    @BatchSize(size = 100)
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
        this.customerCut = terms.customerCut();
        this.startedAt = now;
        // days of 24 hours, as the Graph API counts them: no zone, no daylight saving
        if (terms.durationDays() != null) {
            endAt(now.plus(Duration.ofDays(terms.durationDays())), now);
        }
        for (String role : new TreeSet<>(terms.roles())) {
            roles.add(new DelegatedRole(id, role, now));
        }
    }

    /** Takes all roles away; the relationship itself stays. */
    Set<String> removeRoles(Actor actor, Instant now) {
        refuse(RelationshipRules.removeRoles(state(), actor, now));
        Set<String> removed = heldRoles();
        roles.stream().filter(DelegatedRole::isHeld).forEach(role -> role.remove(actor.name(), now));
        autoExtend = false; // nothing is left that could be extended
        return removed;
    }

    /** Takes these roles away; the others stay. */
    void removeRoles(Set<String> roleIds, Actor actor, Instant now) {
        refuse(RelationshipRules.removeRoles(state(), roleIds, actor, now));
        roles.stream()
                .filter(role -> roleIds.contains(role.roleId()) && role.isHeld())
                .forEach(role -> role.remove(actor.name(), now));
        autoExtend = autoExtend && !heldRoles().isEmpty();
    }

    /** Gives it an earlier end, which nothing but the customer moves again; returns the end that it had. */
    Instant shorten(Instant until, Actor actor, Instant now) {
        refuse(RelationshipRules.shorten(state(), until, actor, now));
        Instant before = Objects.requireNonNull(endsAt);
        autoExtend = false;
        customerCut = true;
        endAt(until, now);
        return before;
    }

    void switchAutoExtend(boolean on, Side side, Actor actor, Instant now) {
        refuse(RelationshipRules.switchAutoExtend(state(), on, side, actor, now));
        autoExtend = on;
        customerCut = side == Side.CUSTOMER ? !on : customerCut;
    }

    /**
     * Switches auto-extend off for the customer, who was shown that end: it holds, even if the clock has extended it in the
     * very moment between.
     */
    void switchAutoExtendOff(Instant shownEnd, Actor actor, Instant now) {
        refuse(RelationshipRules.switchAutoExtendOff(state(), shownEnd, actor, now));
        if (autoExtend && shownEnd.isBefore(endsAt)) {
            endsAt = shownEnd;
            dueAt = shownEnd; // both sides are still told that it is over
        }
        autoExtend = false;
        customerCut = true;
    }

    /** Ends it for good; returns the roles that went with it. */
    Set<String> end(Side side, Actor actor, Instant now) {
        refuse(RelationshipRules.end(state(), side, actor, now));
        return close(actor.who(), now);
    }

    /**
     * Gives way to the renewal that the customer accepted: where it is still in force, it ends.
     *
     * @return the roles that went with it; empty where it was over already
     */
    Optional<Set<String>> giveWay(UUID renewal, Who person, Instant now) {
        refuse(RelationshipRules.giveWay(renewedBy));
        renewedBy = renewal;
        boolean inForce = RelationshipRules.statusAt(state(), now) == RelationshipStatus.ACTIVE;
        return inForce ? Optional.of(close(person, now)) : Optional.empty();
    }

    private Set<String> close(Who person, Instant now) {
        Set<String> held = heldRoles();
        status = RelationshipStatus.ENDED;
        autoExtend = false;
        endedAt = now;
        endedBy = person.name();
        endedById = person.account();
        dueAt = null;
        return held;
    }

    /** Makes a fact of the extensions that the clock has done; tells the end before them, if there were any. */
    Optional<Instant> settle(Instant now) {
        Instant before = endsAt;
        Instant end = RelationshipRules.endAt(state(), now);
        if (before == null || end == null || end.equals(before)) {
            return Optional.empty();
        }
        endAt(end, before);
        return Optional.of(before);
    }

    private void endAt(Instant end, Instant now) {
        endsAt = end;
        dueAt = Notice.firstAfter(end, now).orElse(null);
    }

    /** Does the next thing that is due, which nobody has to be there for; empty when nothing is. */
    Optional<RelationshipEvent> takeStep(Instant now) {
        Instant due = dueAt;
        Instant end = endsAt;
        if (due == null || end == null || due.isAfter(now)) {
            return Optional.empty();
        }
        // an end that has come is no longer announced: both sides are told that it came
        Notice notice = now.isBefore(end) ? Notice.due(end, due) : Notice.END;
        if (notice != Notice.END) {
            dueAt = Notice.firstAfter(end, due).orElse(null);
            return Optional.of(new RelationshipEvent.Ending(
                    now, facts(), notice.days(), end, RelationshipRules.extendsItself(state())));
        }
        if (settle(now).isPresent()) {
            return Optional.of(new RelationshipEvent.Extended(now, facts(), end, Objects.requireNonNull(endsAt)));
        }
        dueAt = null;
        return Optional.of(new RelationshipEvent.Expired(now, facts(), end));
    }

    private static void refuse(Optional<RelationshipRefusal> refusal) {
        refusal.ifPresent(reason -> {
            throw new RefusedException(reason);
        });
    }

    boolean hasLostRoles() {
        return roles.stream().anyMatch(role -> !role.isHeld());
    }

    RelationshipState state() {
        return new RelationshipState(type, status, endsAt, autoExtend, customerCut, heldRoles());
    }

    Set<String> heldRoles() {
        return roles.stream()
                .filter(DelegatedRole::isHeld)
                .map(DelegatedRole::roleId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it was this person who ended it: asking again changes nothing. */
    boolean wasEndedBy(Actor actor) {
        return status == RelationshipStatus.ENDED && actor.account().equals(endedById) && renewedBy == null;
    }

    boolean hasHeld(String roleId) {
        return roles.stream().anyMatch(role -> role.roleId().equals(roleId));
    }

    RelationshipEvent.Facts facts() {
        return new RelationshipEvent.Facts(id, reference, partner, customer, type, name);
    }

    UUID id() {
        return id;
    }

    TenantId partner() {
        return partner;
    }

    TenantId customer() {
        return customer;
    }

    PartnerType type() {
        return type;
    }

    boolean autoExtend() {
        return autoExtend;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    RelationshipView view(Instant now) {
        RelationshipState state = state();
        return new RelationshipView(
                id,
                reference,
                partner,
                customer,
                type,
                name,
                RelationshipRules.statusAt(state, now),
                durationDays,
                autoExtend,
                startedAt,
                RelationshipRules.endAt(state, now),
                endedAt,
                endedBy,
                state.heldRoles(),
                roles.stream().map(DelegatedRole::grant).toList(),
                state,
                renewedBy);
    }
}
