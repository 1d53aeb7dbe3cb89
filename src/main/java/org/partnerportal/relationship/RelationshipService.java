package org.partnerportal.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts relationships, lists them, takes roles away, and says what a relationship gives now. */
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
    public void start(NewRelationship terms, TenantId customer, Instant now) {
        relationships.save(new Relationship(terms, customer, now));
    }

    /** The template ids of the roles that the partner holds with the customer now, by all its relationships together. */
    public Set<String> rolesInForce(TenantId customer, TenantId partner) {
        Instant now = clock.instant();
        Set<String> roles = new HashSet<>();
        relationships.between(customer, partner).stream()
                .filter(relationship -> RelationshipRules.givesAccess(relationship.state(), now))
                .forEach(relationship -> roles.addAll(relationship.heldRoles()));
        return roles;
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

    /** What the customer granted at the beginning of one of its relationships. */
    public GrantedTerms granted(TenantId customer, UUID id) {
        return relationships
                .ofCustomer(customer, id)
                .orElseThrow(NotFoundException::new)
                .granted();
    }

    /** Refuses people who may not see partner relationships. */
    void requireReader(Actor actor) {
        RelationshipRules.see(actor).ifPresent(RelationshipService::refuse);
    }

    RelationshipList partners(Actor actor, RelationshipFilter filter) {
        requireReader(actor);
        return search.find(RelationshipSearch.Side.CUSTOMER, actor.tenant(), filter, clock.instant());
    }

    RelationshipList customers(Actor actor, RelationshipFilter filter) {
        RelationshipRules.seeCustomers(actor).ifPresent(RelationshipService::refuse);
        return search.find(RelationshipSearch.Side.PARTNER, actor.tenant(), filter, clock.instant());
    }

    /** All relationships with one partner, newest first; not found when there never was one. */
    List<RelationshipView> withPartner(Actor actor, TenantId partner) {
        requireReader(actor);
        Instant now = clock.instant();
        List<RelationshipView> found = relationships.between(actor.tenant(), partner).stream()
                .map(relationship -> relationship.view(now))
                .toList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** One relationship with one partner. */
    RelationshipView one(Actor actor, TenantId partner, UUID id) {
        return withPartner(actor, partner).stream()
                .filter(relationship -> relationship.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Whether the person may take the roles away now, or why not. */
    Optional<RelationshipRefusal> mayRemoveRoles(Actor actor, RelationshipView relationship) {
        return RelationshipRules.removeRoles(relationship.state(), actor, clock.instant());
    }

    /** Takes all roles of the relationship away; it works from the partner's next request on. */
    @Transactional
    void removeRoles(Actor actor, TenantId partner, UUID id) {
        requireReader(actor);
        Relationship relationship = relationships
                .lockOfCustomer(actor.tenant(), id)
                .filter(found -> found.partner().equals(partner))
                .orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (RelationshipRules.areRolesGone(relationship.state(), actor, now)) {
            return; // removed is removed, also for the second click of two
        }
        Set<String> removed = relationship.removeRoles(actor, now);
        events.publishEvent(new RolesRemoved(
                now,
                actor.who(),
                relationship.customer(),
                relationship.partner(),
                relationship.id(),
                relationship.type(),
                relationship.name(),
                relationship.reference(),
                removed));
    }

    private static void refuse(RelationshipRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
