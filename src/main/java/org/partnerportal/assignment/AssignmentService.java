package org.partnerportal.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Actor.Worker;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.partnerportal.tenant.TenantView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives relationships' roles to groups, says what a person can use with a customer now, and keeps when it was used. */
@Service
@Transactional(readOnly = true)
public class AssignmentService {

    /**
     * The customers with which a partner's person can use any of some roles now, for queries; parameters are {@code partner},
     * {@code account}, {@code adminAgent}, {@code anyOfRoles} and {@code now}. Sales agents can use nothing and are not to
     * ask.
     */
    public static final String CUSTOMERS =
            "select a.customer from Assignment a join a.roles role join SecurityGroup g on g.id = a.activeGroupId"
                    + " join Relationship r on r.id = a.relationshipId"
                    + " join DelegatedRole d on d.id.relationshipId = r.id and d.id.roleTemplateId = role"
                    + " join Tenant c on c.id = a.customer"
                    + " where a.partner = :partner and role in :anyOfRoles and d.removedAt is null and c.standing = ACTIVE"
                    + " and ((g.kind = ALL_ADMIN_AGENTS and :adminAgent = true) or :account member of g.members) and "
                    + RelationshipRules.IN_FORCE;

    static final Duration WRITTEN_EVERY = Duration.ofMinutes(5);
    static final int MOST_REMOVED = 20;

    private final AssignmentRepository assignments;
    private final RoleUseRepository uses;
    private final SecurityGroupService groups;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssignmentService(
            AssignmentRepository assignments,
            RoleUseRepository uses,
            SecurityGroupService groups,
            RelationshipService relationships,
            TenantService tenants,
            EntraRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assignments = assignments;
        this.uses = uses;
        this.groups = groups;
        this.relationships = relationships;
        this.tenants = tenants;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    // what a person can use

    /** The template ids of the roles that the partner's person may use with that customer now; none where there is nothing. */
    public Set<String> rolesOf(Actor agent, TenantId customer) {
        return tenants.actor(agent.account())
                .map(person -> usable(person, customer).stream()
                        .map(RelationshipRole::role)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /**
     * What a partner's person can work by with a customer.
     *
     * @param roles the template ids of the roles that the person may use now
     * @param refusal why there are none, or null where there are some
     */
    public record Access(Set<String> roles, @Nullable AssignmentRefusal refusal) {}

    /**
     * What the partner's person can work by with that customer now.
     *
     * @throws NotFoundException where the organisation never was the partner's customer
     */
    public Access access(Actor agent, TenantId customer) {
        Set<String> usable = rolesOf(agent, customer);
        if (!usable.isEmpty()) {
            return new Access(usable, null);
        }
        List<RelationshipView> all = relationships.withCustomer(agent, customer);
        Set<String> granted = all.stream()
                .flatMap(relationship -> relationship.grantedRoles().stream())
                .collect(Collectors.toSet());
        return new Access(
                usable, agent.mayWorkOnBehalf() ? whyNot(agent, customer, granted) : AssignmentRefusal.NEEDS_AGENT);
    }

    /**
     * Uses one of these roles, the least powerful that will do, and keeps when. To be called in a transaction that may
     * write, or in none.
     *
     * @param anyOfRoles the template ids of the roles by which the work can be done
     * @return the role that counts as used, and its relationship
     * @throws RefusedException with an {@link AssignmentRefusal}, where the person may use none of them now
     */
    @Transactional
    public RelationshipRole use(Actor agent, TenantId customer, Set<String> anyOfRoles) {
        Actor person = tenants.actor(agent.account())
                .filter(Actor::mayWorkOnBehalf)
                .orElseThrow(() -> new RefusedException(AssignmentRefusal.NEEDS_AGENT));
        return use(person.account(), customer, usable(person, customer), anyOfRoles)
                .orElseThrow(() -> new RefusedException(whyNot(person, customer, anyOfRoles)));
    }

    /**
     * The same of somebody whose roles are known: an account of the customer's for a partner's person has its own.
     *
     * @param usable the roles by which the person can work now
     * @return the role that counts as used; empty where none of them will do
     */
    @Transactional
    public Optional<RelationshipRole> use(
            UUID account, TenantId customer, Set<RelationshipRole> usable, Set<String> anyOfRoles) {
        Optional<RelationshipRole> least = AssignmentRules.least(usable, anyOfRoles, this::isPrivileged);
        Instant now = clock.instant();
        least.ifPresent(role -> {
            int renewed =
                    uses.renew(customer, role.relationship(), role.role(), account, now, now.minus(WRITTEN_EVERY));
            if (renewed == 0) {
                uses.insertOnce(customer.value(), role.relationship(), role.role(), account, now);
            }
        });
        return least;
    }

    /** Read afresh: who is disabled, was taken out of a group or is no agent any more has nothing on the next call. */
    private Set<RelationshipRole> usable(Actor person, TenantId customer) {
        if (!person.mayWorkOnBehalf()) {
            return Set.of();
        }
        Map<UUID, Set<String>> inForce = relationships.rolesInForce(customer, person.tenant());
        if (inForce.isEmpty() || !tenants.tenant(customer).active()) {
            return Set.of();
        }
        List<RelationshipRole> assigned = assignments.assignedTo(
                person.tenant(), customer, person.account(), person.holds(AdminRole.ADMIN_AGENT));
        return AssignmentRules.usable(assigned, inForce);
    }

    private AssignmentRefusal whyNot(Actor person, TenantId customer, Set<String> anyOfRoles) {
        List<RelationshipView> all =
                relationships.withCustomer(person, customer); // not found where there never was one
        return tenants.tenant(customer).active()
                ? AssignmentRules.whyNot(all, anyOfRoles)
                : AssignmentRefusal.CUSTOMER_DISABLED;
    }

    /** The people of all its partners who can use any of these roles with the customer now, by partner and name. */
    public List<CustomerAgent> agents(TenantId customer, Set<String> anyOfRoles) {
        return assignments.agents(customer, anyOfRoles, clock.instant());
    }

    /** Which of these accounts of partners' people can use any of these roles with one of these customers now. */
    public List<Worker> agents(Collection<TenantId> customers, Collection<UUID> people, Set<String> anyOfRoles) {
        return assignments.agents(customers, people, anyOfRoles, clock.instant());
    }

    private boolean isPrivileged(String role) {
        return roles.find(role).filter(EntraRole::privileged).isPresent();
    }

    /** When each role was last used with the customer, by whomever; a role that never was is not in it. */
    public Map<RelationshipRole, Instant> lastUsed(TenantId customer) {
        return uses.last(customer).stream().collect(Collectors.toMap(RoleUse.Last::relationshipRole, RoleUse.Last::at));
    }

    // a relationship's assignments

    /**
     * The assignments of one relationship, for the partner.
     *
     * @param active those that stand
     * @param removed the latest that were taken away
     * @param mayAssign why the person can't assign anything, or null
     * @param manage why the person can't take anything away, or null
     * @param nobody whether there are roles in force that nobody can use
     */
    record OfRelationship(
            RelationshipView relationship,
            TenantView customer,
            List<AssignmentView> active,
            List<AssignmentView> removed,
            @Nullable AssignmentRefusal mayAssign,
            @Nullable AssignmentRefusal manage,
            boolean nobody) {}

    OfRelationship assignments(Actor actor, TenantId customer, UUID relationshipId) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        List<AssignmentView> active = views(relationship, assignments.active(actor.tenant(), relationshipId));
        List<AssignmentView> removed =
                views(relationship, assignments.removed(actor.tenant(), relationshipId, Limit.of(MOST_REMOVED)));
        boolean used = active.stream().anyMatch(each -> !each.inEffect().isEmpty() && each.people() > 0);
        boolean inForce =
                !AssignmentRules.effective(relationship.roles(), relationship).isEmpty();
        return new OfRelationship(
                relationship,
                tenants.tenant(customer),
                active,
                removed,
                AssignmentRules.mayAssign(relationship, actor).orElse(null),
                AssignmentRules.manage(actor).orElse(null),
                inForce && !used);
    }

    private List<AssignmentView> views(RelationshipView relationship, List<Assignment> found) {
        Map<UUID, SecurityGroup> named = groups.named(
                relationship.partner(), found.stream().map(Assignment::groupId).toList());
        Map<UUID, GroupKind> kinds = new HashMap<>();
        found.stream()
                .filter(Assignment::isActive)
                .forEach(each -> kinds.put(each.groupId(), group(named, each).kind()));
        Map<UUID, List<Contact>> people = groups.people(relationship.partner(), kinds);
        return found.stream()
                .map(each -> each.view(
                        relationship,
                        group(named, each),
                        people.getOrDefault(each.groupId(), List.of()).size()))
                .toList();
    }

    private static SecurityGroup group(Map<UUID, SecurityGroup> named, Assignment assignment) {
        return Optional.ofNullable(named.get(assignment.groupId())).orElseThrow();
    }

    private RelationshipView relationship(Actor actor, TenantId customer, UUID id) {
        AssignmentRules.see(actor).ifPresent(AssignmentService::refuse);
        return relationships.withCustomer(actor, customer).stream()
                .filter(relationship -> relationship.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The partner's groups that have no assignment of these. */
    List<SecurityGroupLine> unassignedGroups(Actor actor, OfRelationship page) {
        Set<UUID> assigned = page.active().stream().map(AssignmentView::group).collect(Collectors.toSet());
        return groups.choices(actor).stream()
                .filter(group -> !assigned.contains(group.id()))
                .toList();
    }

    /** Whether the person may give exactly these roles to that group, or why not. */
    Optional<AssignmentRefusal> mayAssign(
            Actor actor, TenantId customer, UUID relationshipId, @Nullable UUID group, Set<String> newRoles) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        Optional<AssignmentRefusal> refused = AssignmentRules.mayAssign(relationship, actor);
        if (refused.isPresent()) {
            return refused;
        }
        if (group == null
                || groups.named(actor.tenant(), List.of(group)).values().stream()
                        .allMatch(SecurityGroup::isDeleted)) {
            return Optional.of(AssignmentRefusal.GROUP_UNKNOWN);
        }
        boolean assigned =
                assignments.active(actor.tenant(), relationshipId, group).isPresent();
        return AssignmentRules.assign(relationship, newRoles, assigned, actor);
    }

    /** Whether it was this person who gave the group exactly these roles, and nothing has changed since. */
    boolean isAssigned(Actor actor, TenantId customer, UUID relationshipId, UUID group, Set<String> newRoles) {
        relationship(actor, customer, relationshipId);
        return assignments
                .active(actor.tenant(), relationshipId, group)
                .filter(there -> there.wasMadeBy(actor, newRoles))
                .isPresent();
    }

    /** Gives a group some of the roles that the relationship holds now; they work from its people's next request on. */
    @Transactional
    void assign(Actor actor, TenantId customer, UUID relationshipId, UUID groupId, Set<String> newRoles) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        SecurityGroup group = groups.lockForAssignment(actor.tenant(), groupId)
                .orElseThrow(() -> new RefusedException(AssignmentRefusal.GROUP_UNKNOWN));
        Optional<Assignment> there = assignments.active(actor.tenant(), relationshipId, groupId);
        if (there.filter(assignment -> assignment.wasMadeBy(actor, newRoles)).isPresent()) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        Assignment assignment =
                assignments.save(Assignment.of(relationship, groupId, newRoles, there.isPresent(), actor, now));
        events.publishEvent(
                new AssignmentEvent.Added(now, actor.who(), assignment.facts(relationship, group), assignment.roles()));
    }

    /** One assignment that stands, or stood. */
    AssignmentView assignment(Actor actor, TenantId customer, UUID relationshipId, UUID id) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        Assignment assignment =
                assignments.one(actor.tenant(), relationshipId, id).orElseThrow(NotFoundException::new);
        return views(relationship, List.of(assignment)).get(0);
    }

    /** Whether the person may give the group exactly these roles instead, or why not. */
    Optional<AssignmentRefusal> mayChange(
            Actor actor, TenantId customer, UUID relationshipId, UUID id, Set<String> newRoles, long seen) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        Assignment assignment =
                assignments.one(actor.tenant(), relationshipId, id).orElseThrow(NotFoundException::new);
        if (isSo(assignment, relationship, newRoles)) {
            return Optional.empty();
        }
        return AssignmentRules.change(
                relationship, assignment.isActive(), seen != assignment.version(), newRoles, actor);
    }

    /**
     * Gives the group other roles of the relationship.
     *
     * @param seen the assignment's version that the person saw
     */
    @Transactional
    void change(Actor actor, TenantId customer, UUID relationshipId, UUID id, Set<String> newRoles, long seen) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        Assignment assignment = lock(actor, relationshipId, id);
        AssignmentRules.manage(actor).ifPresent(AssignmentService::refuse);
        if (isSo(assignment, relationship, newRoles)) {
            return; // the second click of two
        }
        Instant now = clock.instant();
        Set<String> before = assignment.change(relationship, newRoles, seen, actor, now);
        events.publishEvent(new AssignmentEvent.Changed(
                now, actor.who(), facts(assignment, relationship), before, assignment.roles()));
    }

    /** Locked after its group, as deleting the group locks them: of the two, whoever comes second sees what the first did. */
    private Assignment lock(Actor actor, UUID relationshipId, UUID id) {
        UUID group = assignments.groupOf(actor.tenant(), relationshipId, id).orElseThrow(NotFoundException::new);
        groups.lockForAssignment(actor.tenant(), group);
        return assignments.lock(actor.tenant(), relationshipId, id).orElseThrow(NotFoundException::new);
    }

    private static boolean isSo(Assignment assignment, RelationshipView relationship, Set<String> newRoles) {
        return assignment.isActive()
                && !newRoles.isEmpty()
                && AssignmentRules.effective(assignment.roles(), relationship).equals(newRoles);
    }

    /** Takes the roles from the group; its people have nothing by it from their next request on. */
    @Transactional
    void remove(Actor actor, TenantId customer, UUID relationshipId, UUID id) {
        RelationshipView relationship = relationship(actor, customer, relationshipId);
        Assignment assignment = lock(actor, relationshipId, id);
        AssignmentRules.manage(actor).ifPresent(AssignmentService::refuse);
        if (!assignment.isActive()) {
            return; // removed is removed
        }
        Instant now = clock.instant();
        assignment.remove(actor, now);
        events.publishEvent(
                new AssignmentEvent.Removed(now, actor.who(), facts(assignment, relationship), assignment.roles()));
    }

    private AssignmentEvent.Facts facts(Assignment assignment, RelationshipView relationship) {
        var named = groups.named(relationship.partner(), List.of(assignment.groupId()));
        return assignment.facts(relationship, group(named, assignment));
    }

    // for the partner's pages

    /** Relationships by which the partner holds roles now that no group has: nobody can use them. At most so many. */
    public Set<UUID> unassigned(Actor agent, int most) {
        return groups.unassigned(agent, most).stream()
                .map(GroupUse::relationship)
                .collect(Collectors.toSet());
    }

    /** Which of these relationships of the partner give roles now that no group has. */
    public Set<UUID> unassigned(Actor agent, Collection<UUID> relationships) {
        return relationships.isEmpty()
                ? Set.of()
                : assignments.unassigned(agent.tenant(), relationships, clock.instant());
    }

    private static void refuse(AssignmentRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
