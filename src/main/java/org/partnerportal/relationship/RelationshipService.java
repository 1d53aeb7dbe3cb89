package org.partnerportal.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Months;
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
        UUID renews = terms.renews();
        if (renews != null) {
            giveWay(renews, relationship, customer, who, now);
        }
        events.publishEvent(new RelationshipEvent.Started(
                now, who, relationship.facts(), relationship.heldRoles(), relationship.endsAt()));
    }

    /** The renewed relationship ends in the same transaction, so that its roles and the new ones never work at once. */
    private void giveWay(UUID renewed, Relationship renewal, TenantId customer, Who who, Instant now) {
        Relationship relationship =
                lock(relationships.lockOfCustomer(customer, renewed), Relationship::partner, renewal.partner(), now);
        relationship
                .giveWay(renewal.id(), who, now)
                .ifPresent(roles -> events.publishEvent(new RelationshipEvent.Ended(
                        now,
                        who,
                        relationship.facts(),
                        Side.CUSTOMER,
                        roles,
                        renewal.facts().reference())));
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

    /** The same at that instant, by their ids; nobody changes them until the caller's transaction ends. */
    @Transactional
    public List<RelationshipView> lockInForce(TenantId customer, Instant now) {
        return inForce(relationships.lockActive(customer), now);
    }

    private static List<RelationshipView> inForce(List<Relationship> active, Instant now) {
        return active.stream()
                .filter(relationship -> RelationshipRules.givesAccess(relationship.state(), now))
                .map(relationship -> relationship.view(now))
                .toList();
    }

    /** The customer's relationships of that type that are in force now, by their ids. */
    public List<RelationshipView> inForce(TenantId customer, PartnerType type) {
        return active(relationships.active(customer, type), clock.instant());
    }

    /** The same at that instant; nobody changes them until the caller's transaction ends. */
    @Transactional
    public List<RelationshipView> lockInForce(TenantId customer, PartnerType type, Instant now) {
        return active(relationships.lockActive(customer, type), now);
    }

    private static List<RelationshipView> active(List<Relationship> stored, Instant now) {
        return stored.stream()
                .map(relationship -> relationship.view(now))
                .filter(view -> view.status() == RelationshipStatus.ACTIVE)
                .toList();
    }

    /** Whether the partner has, or had, any relationship with that customer. */
    public boolean isCustomer(TenantId partner, TenantId customer) {
        return relationships.existsByPartnerAndCustomer(partner, customer);
    }

    /** Those of these tenants with which the partner has, or had, any relationship. */
    public Set<TenantId> customersAmong(TenantId partner, Collection<TenantId> among) {
        return among.isEmpty() ? Set.of() : Set.copyOf(relationships.customersAmong(partner, among));
    }

    /** The partner's customers that it can name in an offer, by name; at most 500. */
    public List<TenantView> customersOf(TenantId partner) {
        return byName(relationships.customersOf(partner, Limit.of(MOST_NAMED)));
    }

    /** The types of the relationships that are in force between the two now. */
    public Set<PartnerType> typesInForce(TenantId partner, TenantId customer) {
        return Set.copyOf(relationships.typesInForce(partner, customer, clock.instant()));
    }

    /** The partner's customers with a relationship of one of these types in force, by name; at most 500. */
    public List<TenantView> customersInForce(TenantId partner, Collection<PartnerType> types) {
        return byName(relationships.customersInForce(partner, types, clock.instant(), Limit.of(MOST_NAMED)));
    }

    /** The customer's partners with a relationship of one of these types, now or once, by name; at most 500. */
    public List<TenantView> partnersOf(TenantId customer, Collection<PartnerType> types) {
        return byName(relationships.partnersOf(customer, types, Limit.of(MOST_NAMED)));
    }

    private List<TenantView> byName(List<TenantId> ids) {
        return tenants.tenants(ids).values().stream()
                .sorted(Comparator.comparing(TenantView::name))
                .toList();
    }

    /** Whether a relationship lets the partner sell to the customer now. */
    public boolean sells(TenantId partner, TenantId customer) {
        Instant now = clock.instant();
        return relationships.between(customer, partner).stream()
                .map(relationship -> relationship.view(now))
                .anyMatch(view -> view.status() == RelationshipStatus.ACTIVE
                        && view.type().sellsSubscriptions());
    }

    /** Keeps all relationships of the two as they are until the caller's transaction ends. */
    @Transactional
    public void hold(TenantId partner, TenantId customer) {
        relationships.lockBetween(customer, partner);
    }

    /** Whether the organisation has any partner now. */
    public boolean hasPartner(TenantId customer) {
        return relationships.hasPartner(customer, clock.instant());
    }

    /** Some of the organisations that have any partner now, behind that one, in the order of their ids. */
    public List<TenantId> customersWithPartner(TenantId after, int most) {
        return relationships.customersWithPartner(after.value(), clock.instant(), Limit.of(most)).stream()
                .map(TenantId::new)
                .toList();
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

    /** Whether the customer has relationships of that type in force with two partners or more. */
    boolean hasSeveral(TenantId customer, PartnerType type) {
        return relationships.countPartners(customer, type, clock.instant()) > 1;
    }

    // the customer's side

    /** All relationships with one partner, what gives roles first, the newest in front; not found when there is none. */
    public List<RelationshipView> withPartner(Actor actor, TenantId partner) {
        requireReader(actor);
        return between(actor.tenant(), partner);
    }

    private List<RelationshipView> between(TenantId customer, TenantId partner) {
        Instant now = clock.instant();
        List<RelationshipView> found = relationships.between(customer, partner).stream()
                .map(relationship -> relationship.view(now))
                .sorted(Comparator.comparing(RelationshipView::weight).reversed())
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

    /** The one of these that has the id. */
    public static RelationshipView only(List<RelationshipView> found, UUID id) {
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
        removeRoles(relationship, Set.of(role), actor, now);
    }

    /** Takes these roles away, all that are held or some, at the instant of the caller's transaction. */
    @Transactional
    public void removeRoles(Actor actor, TenantId partner, UUID id, Set<String> roles, Instant now) {
        removeRoles(lockWithPartner(actor, partner, id, now), roles, actor, now);
    }

    private void removeRoles(Relationship relationship, Set<String> roles, Actor actor, Instant now) {
        relationship.removeRoles(roles, actor, now);
        events.publishEvent(new RolesRemoved(now, actor.who(), relationship.facts(), roles, relationship.heldRoles()));
    }

    /** Whether the person may give it that end, or has done so, or why not. */
    Optional<RelationshipRefusal> mayShorten(Actor actor, TenantId partner, UUID id, Instant until) {
        RelationshipState state = one(actor, partner, id).state();
        return RelationshipRules.isShortened(state, until, actor)
                ? Optional.empty()
                : RelationshipRules.shorten(state, until, actor, clock.instant());
    }

    /** Gives the relationship an earlier end, and switches auto-extend off. */
    @Transactional
    void shorten(Actor actor, TenantId partner, UUID id, Instant until) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        if (RelationshipRules.isShortened(relationship.state(), until, actor)) {
            return; // the second click of two
        }
        Instant before = relationship.shorten(until, actor, now);
        events.publishEvent(new RelationshipEvent.Shortened(now, actor.who(), relationship.facts(), before, until));
    }

    /** Switches auto-extend on, for the customer. */
    @Transactional
    void switchAutoExtendOn(Actor actor, TenantId partner, UUID id) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        switchAutoExtend(relationship, true, Side.CUSTOMER, actor, now, () -> {
            relationship.switchAutoExtend(true, Side.CUSTOMER, actor, now);
        });
    }

    /** Switches auto-extend off, for the customer, who was shown that end; an extension at this very moment is undone. */
    @Transactional
    void switchAutoExtendOff(Actor actor, TenantId partner, UUID id, Instant shownEnd) {
        Instant now = clock.instant();
        Relationship relationship = lockWithPartner(actor, partner, id, now);
        switchAutoExtend(relationship, false, Side.CUSTOMER, actor, now, () -> {
            relationship.switchAutoExtendOff(shownEnd, actor, now);
        });
    }

    /** Ends the relationship, for the customer. */
    @Transactional
    public void end(Actor actor, TenantId partner, UUID id) {
        Instant now = clock.instant();
        end(lockWithPartner(actor, partner, id, now), Side.CUSTOMER, actor, now);
    }

    private Relationship lockWithPartner(Actor actor, TenantId partner, UUID id, Instant now) {
        requireReader(actor);
        return lock(relationships.lockOfCustomer(actor.tenant(), id), Relationship::partner, partner, now);
    }

    /** The relationship with that other side, and no other's. */
    private Relationship lock(
            Optional<Relationship> locked, Function<Relationship, TenantId> side, TenantId other, Instant now) {
        Relationship relationship =
                locked.filter(found -> side.apply(found).equals(other)).orElseThrow(NotFoundException::new);
        settle(relationship, now);
        return relationship;
    }

    // the partner's side

    /** One page of the partner's relationships with its customers. */
    public RelationshipList customers(Actor actor, RelationshipFilter filter) {
        requireAgent(actor);
        return search.find(Side.PARTNER, actor.tenant(), filter, clock.instant());
    }

    /** Some of them from the filter's key on, for work that goes through all. */
    public RelationshipList.Batch customers(Actor actor, RelationshipFilter filter, int most) {
        requireAgent(actor);
        return search.batch(Side.PARTNER, actor.tenant(), filter, most, clock.instant());
    }

    /** Those of these that are the partner's, by the customer's name. */
    public List<RelationshipList.Line> customers(Actor actor, Collection<UUID> ids) {
        requireAgent(actor);
        return search.chosen(Side.PARTNER, actor.tenant(), ids, clock.instant());
    }

    /** How many of the partner's relationships match, counted up to that many. */
    public long countCustomers(Actor actor, RelationshipFilter filter, int most) {
        requireAgent(actor);
        return search.count(Side.PARTNER, actor.tenant(), filter, most, clock.instant());
    }

    /** How many of the partner's relationships end in each of the months, where nothing moves that by itself. */
    public List<Long> ends(Actor actor, Months months) {
        requireAgent(actor);
        return search.ends(actor.tenant(), months);
    }

    /** How many of the customer's relationships are in force, counted up to that many. */
    public long countPartners(Actor actor, int most) {
        RelationshipRules.see(actor).ifPresent(RelationshipService::refuse);
        var inForce = RelationshipFilter.of(Side.CUSTOMER, null, null, null, null);
        return search.count(Side.CUSTOMER, actor.tenant(), inForce, most, clock.instant());
    }

    private static void requireAgent(Actor actor) {
        RelationshipRules.seeCustomers(actor).ifPresent(RelationshipService::refuse);
    }

    /** One of the partner's relationships, with everything that was ever granted by it. */
    public RelationshipView ofPartner(TenantId partner, UUID id) {
        return relationships
                .ofPartner(partner, id)
                .orElseThrow(NotFoundException::new)
                .view(clock.instant());
    }

    /** The same, which nobody else changes before the caller's transaction ends. */
    @Transactional
    public RelationshipView lockOfPartner(TenantId partner, UUID id) {
        return relationships
                .lockOfPartner(partner, id)
                .orElseThrow(NotFoundException::new)
                .view(clock.instant());
    }

    /** All relationships with one customer, newest first; not found when there never was one. */
    public List<RelationshipView> withCustomer(Actor actor, TenantId customer) {
        requireAgent(actor);
        return between(customer, actor.tenant());
    }

    /** What the partner's person may do with it now, and why not what not. */
    public RelationshipActions mayAsPartner(Actor actor, RelationshipView relationship) {
        return RelationshipActions.of(relationship.state(), Side.PARTNER, actor, clock.instant());
    }

    /** Switches auto-extend, for the partner; tells whether it was not so already. */
    @Transactional
    public boolean switchAutoExtendAsPartner(Actor actor, TenantId customer, UUID id, boolean on) {
        Instant now = clock.instant();
        Relationship relationship = lockWithCustomer(actor, customer, id, now);
        return switchAutoExtend(relationship, on, Side.PARTNER, actor, now, () -> {
            relationship.switchAutoExtend(on, Side.PARTNER, actor, now);
        });
    }

    /** Ends the relationship, for the partner. */
    @Transactional
    public void endAsPartner(Actor actor, TenantId customer, UUID id) {
        Instant now = clock.instant();
        end(lockWithCustomer(actor, customer, id, now), Side.PARTNER, actor, now);
    }

    private Relationship lockWithCustomer(Actor actor, TenantId customer, UUID id, Instant now) {
        requireAgent(actor);
        return lock(relationships.lockOfPartner(actor.tenant(), id), Relationship::customer, customer, now);
    }

    private boolean switchAutoExtend(
            Relationship relationship, boolean on, Side side, Actor actor, Instant now, Runnable verb) {
        boolean before = relationship.autoExtend();
        verb.run();
        if (before == on) {
            return false; // the second click of two tells nobody anything
        }
        events.publishEvent(new RelationshipEvent.AutoExtendSwitched(
                now, actor.who(), relationship.facts(), side, on, relationship.endsAt()));
        return true;
    }

    private void end(Relationship relationship, Side side, Actor actor, Instant now) {
        if (relationship.wasEndedBy(actor)) {
            return; // ended is ended
        }
        Set<String> roles = relationship.end(side, actor, now);
        events.publishEvent(new RelationshipEvent.Ended(now, actor.who(), relationship.facts(), side, roles, null));
    }

    // the clock's side

    /** An extension that the clock has done is written down before anything else is done. */
    private void settle(Relationship relationship, Instant now) {
        relationship
                .settle(now)
                .ifPresent(before -> events.publishEvent(new RelationshipEvent.Extended(
                        now, relationship.facts(), before, Objects.requireNonNull(relationship.endsAt()))));
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
