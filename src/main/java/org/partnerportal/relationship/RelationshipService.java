package org.partnerportal.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts relationships, lists them, takes roles and time away, and says what a relationship gives now. */
@Service
@Transactional(readOnly = true)
public class RelationshipService {

    private static final int MOST_NAMED = 500;

    private final RelationshipRepository relationships;
    private final RelationshipSearch search;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RelationshipService(
            RelationshipRepository relationships,
            RelationshipSearch search,
            TenantService tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.relationships = relationships;
        this.search = search;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Starts a relationship that the customer has granted, in the caller's transaction. */
    @Transactional
    public void start(NewRelationship terms, TenantId customer, Who who, Instant now) {
        Relationship relationship = relationships.save(new Relationship(terms, customer, now));
        events.publishEvent(new RelationshipEvent.Started(
                now, who, relationship.facts(), relationship.heldRoles(), relationship.endsAt()));
    }

    /** The template ids of the roles that each relationship of the two gives now; nothing where it gives none. */
    public Map<UUID, Set<String>> rolesInForce(TenantId customer, TenantId partner) {
        Instant now = clock.instant();
        return relationships.between(customer, partner).stream()
                .filter(relationship -> RelationshipRules.givesAccess(relationship.state(), now))
                .collect(Collectors.toMap(Relationship::id, Relationship::heldRoles));
    }

    /** All relationships by which some partner holds roles with the customer now, the partner's in one row. */
    public List<RelationshipView> inForce(TenantId customer) {
        return inForce(relationships.active(customer), clock.instant());
    }

    /** The same, by their ids; nobody changes them until the caller's transaction ends. */
    @Transactional
    public List<RelationshipView> lockInForce(TenantId customer) {
        return inForce(relationships.lockActive(customer), clock.instant());
    }

    private static List<RelationshipView> inForce(List<Relationship> active, Instant now) {
        return active.stream()
                .filter(relationship -> RelationshipRules.givesAccess(relationship.state(), now))
                .map(relationship -> relationship.view(now))
                .toList();
    }

    /** Whether the partner has, or had, any relationship with that customer. */
    public boolean isCustomer(TenantId partner, TenantId customer) {
        return relationships.existsByPartnerAndCustomer(partner, customer);
    }

    /** The partner's customers that it can name in an offer, by name; at most 500. */
    public List<TenantView> customersOf(TenantId partner) {
        return tenants.tenants(relationships.customersOf(partner, Limit.of(MOST_NAMED))).values().stream()
                .sorted(Comparator.comparing(TenantView::name))
                .toList();
    }

    /** Whether the organisation has any partner now. */
    public boolean hasPartner(TenantId customer) {
        return relationships.hasPartner(customer, clock.instant());
    }

    /** One of the customer's relationships, with everything that was ever granted by it. */
    public RelationshipView ofCustomer(TenantId customer, UUID id) {
        return relationships
                .ofCustomer(customer, id)
                .orElseThrow(NotFoundException::new)
                .view(clock.instant());
    }

    /** Refuses people who may not see partner relationships. */
    void requireReader(Actor actor) {
        RelationshipRules.see(actor).ifPresent(RelationshipService::refuse);
    }

    RelationshipList partners(Actor actor, RelationshipFilter filter) {
        requireReader(actor);
        return search.find(Side.CUSTOMER, actor.tenant(), filter, clock.instant());
    }

    RelationshipList customers(Actor actor, RelationshipFilter filter) {
        RelationshipRules.seeCustomers(actor).ifPresent(RelationshipService::refuse);
        return search.find(Side.PARTNER, actor.tenant(), filter, clock.instant());
    }

    // the customer's side

    /** All relationships with one partner, newest first; not found when there never was one. */
    public List<RelationshipView> withPartner(Actor actor, TenantId partner) {
        requireReader(actor);
        return between(actor.tenant(), partner);
    }

    private List<RelationshipView> between(TenantId customer, TenantId partner) {
        Instant now = clock.instant();
        List<RelationshipView> found = relationships.between(customer, partner).stream()
                .map(relationship -> relationship.view(now))
                .toList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** One relationship with one partner. */
    RelationshipView one(Actor actor, TenantId partner, UUID id) {
        return only(withPartner(actor, partner), id);
    }

    private static RelationshipView only(List<RelationshipView> found, UUID id) {
        return found.stream()
                .filter(relationship -> relationship.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** What the person may do with it now, and why not what not. */
    RelationshipActions may(Actor actor, RelationshipView relationship) {
        return RelationshipActions.of(relationship.state(), Side.CUSTOMER, actor, clock.instant());
    }

    /** What was, is and will be held by these relationships, as a picture. */
    AccessTimeline timeline(List<RelationshipView> views) {
        return AccessTimeline.of(views, clock.instant());
    }

    /** Takes all roles of the relationship away; it works from the partner's next request on. */
    @Transactional
    public void removeRoles(Actor actor, TenantId partner, UUID id) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        if (RelationshipRules.areRolesGone(relationship.state(), actor, now)) {
            return; // removed is removed, also for the second click of two
        }
        Set<String> removed = relationship.removeRoles(actor, now);
        events.publishEvent(
                new RolesRemoved(now, actor.who(), relationship.facts(), removed, relationship.heldRoles()));
    }

    /** Takes one role away and leaves the others. Not found where the relationship never gave that role. */
    @Transactional
    public void removeRole(Actor actor, TenantId partner, UUID id, String role) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        if (!relationship.hasHeld(role)) {
            throw new NotFoundException();
        }
        boolean mayRemove = RelationshipRules.mayManage(relationship.type(), actor);
        if (mayRemove && !relationship.heldRoles().contains(role)) {
            return; // gone is gone
        }
        relationship.removeRole(role, actor, now);
        events.publishEvent(
                new RolesRemoved(now, actor.who(), relationship.facts(), Set.of(role), relationship.heldRoles()));
    }

    /** Whether the person may give it that end, or why not. */
    Optional<RelationshipRefusal> mayShorten(Actor actor, RelationshipView relationship, Instant until) {
        return RelationshipRules.shorten(relationship.state(), until, actor, clock.instant());
    }

    /** Gives the relationship an earlier end, and switches auto-extend off. */
    @Transactional
    void shorten(Actor actor, TenantId partner, UUID id, Instant until) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        if (until.equals(relationship.endsAt())) {
            return; // the second click of two
        }
        Instant before = relationship.shorten(until, actor, now);
        events.publishEvent(new RelationshipEvent.Shortened(now, actor.who(), relationship.facts(), before, until));
    }

    /** Switches auto-extend, for the customer. */
    @Transactional
    void switchAutoExtend(Actor actor, TenantId partner, UUID id, boolean on) {
        Instant now = clock.instant();
        switchAutoExtend(lockWithPartner(actor, partner, id, now), on, Side.CUSTOMER, actor, now);
    }

    /** Ends the relationship, for the customer. */
    @Transactional
    public void end(Actor actor, TenantId partner, UUID id) {
        Instant now = clock.instant();
        end(lockWithPartner(actor, partner, id, now), Side.CUSTOMER, actor, now);
    }

    private Relationship lockWithPartner(Actor actor, TenantId partner, UUID id, Instant now) {
        requireReader(actor);
        Relationship relationship = relationships
                .lockOfCustomer(actor.tenant(), id)
                .filter(found -> found.partner().equals(partner))
                .orElseThrow(NotFoundException::new);
        settle(relationship, now);
        return relationship;
    }

    // the partner's side

    /** All relationships with one customer, newest first; not found when there never was one. */
    public List<RelationshipView> withCustomer(Actor actor, TenantId customer) {
        RelationshipRules.seeCustomers(actor).ifPresent(RelationshipService::refuse);
        return between(customer, actor.tenant());
    }

    /** What the partner's person may do with it now, and why not what not. */
    public RelationshipActions mayAsPartner(Actor actor, RelationshipView relationship) {
        return RelationshipActions.of(relationship.state(), Side.PARTNER, actor, clock.instant());
    }

    /** Switches auto-extend, for the partner. */
    @Transactional
    public void switchAutoExtendAsPartner(Actor actor, UUID id, boolean on) {
        Instant now = clock.instant();
        switchAutoExtend(lockWithCustomer(actor, id, now), on, Side.PARTNER, actor, now);
    }

    /** Ends the relationship, for the partner. */
    @Transactional
    public void endAsPartner(Actor actor, UUID id) {
        Instant now = clock.instant();
        end(lockWithCustomer(actor, id, now), Side.PARTNER, actor, now);
    }

    private Relationship lockWithCustomer(Actor actor, UUID id, Instant now) {
        RelationshipRules.seeCustomers(actor).ifPresent(RelationshipService::refuse);
        Relationship relationship =
                relationships.lockOfPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        settle(relationship, now);
        return relationship;
    }

    private void switchAutoExtend(Relationship relationship, boolean on, Side side, Actor actor, Instant now) {
        boolean before = relationship.autoExtend();
        relationship.switchAutoExtend(on, side, actor, now);
        if (before != on) { // the second click of two tells nobody anything
            events.publishEvent(new RelationshipEvent.AutoExtendSwitched(
                    now, actor.who(), relationship.facts(), side, on, relationship.endsAt()));
        }
    }

    private void end(Relationship relationship, Side side, Actor actor, Instant now) {
        if (relationship.wasEndedBy(actor)) {
            return; // ended is ended
        }
        Set<String> roles = relationship.end(side, actor, now);
        events.publishEvent(new RelationshipEvent.Ended(now, actor.who(), relationship.facts(), side, roles));
    }

    // the clock's side

    /** An extension that the clock has done is written down before anything else is done. */
    private void settle(Relationship relationship, Instant now) {
        relationship
                .settle(now)
                .ifPresent(before -> events.publishEvent(new RelationshipEvent.Extended(
                        now, relationship.facts(), before, Objects.requireNonNull(relationship.endsAt()))));
    }

    /** One relationship for which a step is due, and since when. */
    record Due(UUID id, Instant at) {

        /** Before everything that can be due. */
        static final Due FIRST = new Due(new UUID(0, 0), Instant.EPOCH);
    }

    /** Some of the relationships for which a step is due, behind that one, in the order of their steps. */
    List<Due> due(Due after, int most) {
        return relationships.due(clock.instant(), after.at(), after.id(), Limit.of(most));
    }

    /** Takes every step that is due for these: notices, an extension, the end. Whatever was taken is not taken again. */
    @Transactional
    void takeSteps(List<UUID> ids) {
        Instant now = clock.instant();
        for (Relationship relationship : relationships.lockDue(ids, now)) {
            Optional<RelationshipEvent> step = relationship.takeStep(now);
            while (step.isPresent()) {
                events.publishEvent(step.get());
                step = relationship.takeStep(now);
            }
        }
    }

    private static void refuse(RelationshipRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
