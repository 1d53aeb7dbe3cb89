package org.partnerportal.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Languages;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.shared.SentBeforeException;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the security groups of a partner's own people. */
@Service
@Transactional(readOnly = true)
class SecurityGroupService {

    static final int PAGE = 50;

    private final SecurityGroupRepository groups;
    private final AssignmentRepository assignments;
    private final TenantService tenants;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecurityGroupService(
            SecurityGroupRepository groups,
            AssignmentRepository assignments,
            TenantService tenants,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.assignments = assignments;
        this.tenants = tenants;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    // all groups

    /** The partner's groups, the built-in one first, which is made where it is missing. */
    @Transactional
    List<SecurityGroupLine> groups(Actor actor) {
        AssignmentRules.see(actor).ifPresent(SecurityGroupService::refuse);
        Instant now = clock.instant();
        List<SecurityGroupLine> lines = groups.lines(actor.tenant(), now);
        if (lines.stream().noneMatch(line -> line.kind() == GroupKind.ALL_ADMIN_AGENTS)) {
            allAdminAgents(actor.tenant(), now);
            lines = groups.lines(actor.tenant(), now);
        }
        int adminAgents = tenants.adminAgents(actor.tenant()).size();
        return lines.stream()
                .map(line -> line.kind() == GroupKind.ALL_ADMIN_AGENTS ? line.withPeople(adminAgents) : line)
                .toList();
    }

    /** The partner's groups to choose from, the built-in one first. */
    List<SecurityGroupLine> choices(Actor actor) {
        return groups.lines(actor.tenant(), clock.instant());
    }

    /** The partner's built-in group, made where it is missing. */
    @Transactional
    UUID allAdminAgents(TenantId partner, Instant now) {
        return groups.allAdminAgents(partner).orElseGet(() -> {
            groups.insertAllAdminAgents(Ids.next(), partner.value(), now);
            return groups.allAdminAgents(partner).orElseThrow();
        });
    }

    /** Whether the person may make groups, or why not. */
    Optional<AssignmentRefusal> mayCreate(Actor actor) {
        return AssignmentRules.mayCreate(groups.countOwn(actor.tenant()), actor);
    }

    /** Whether the person may make a group of that name, or why not. */
    Optional<AssignmentRefusal> mayCreate(Actor actor, UUID id, String name) {
        return AssignmentRules.create(name, isTaken(actor.tenant(), id, name), groups.countOwn(actor.tenant()), actor);
    }

    /** Whether the form has made that very group, as the second click of two finds it; another one is refused. */
    boolean isMade(Actor actor, UUID id, String name) {
        Optional<SecurityGroup> first = groups.ofPartner(actor.tenant(), id);
        if (first.filter(group -> !group.name().equals(name)).isPresent()) {
            throw new SentBeforeException("/partner/groups/" + id);
        }
        return first.isPresent();
    }

    /** Makes a group; returns its id. */
    @Transactional
    UUID create(Actor actor, UUID id, String name) {
        AssignmentRules.manage(actor).ifPresent(SecurityGroupService::refuse);
        Instant now = clock.instant();
        // the built-in group stands for all of the partner's: who holds its lock counts and names them alone
        TenantId partner = groups.lock(actor.tenant(), allAdminAgents(actor.tenant(), now))
                .orElseThrow()
                .partner();
        if (isMade(actor, id, name)) {
            return id; // the second click of two
        }
        SecurityGroup group = new SecurityGroup(
                Ids.isFresh(id, now) ? id : Ids.next(),
                name,
                isTaken(partner, id, name),
                groups.countOwn(partner),
                actor,
                now);
        groups.save(group);
        events.publishEvent(new SecurityGroupEvent.Created(now, actor.who(), facts(group)));
        return group.id();
    }

    /** The built-in group has a name in each language, and it is taken too. */
    private boolean isTaken(TenantId partner, UUID exceptBy, String name) {
        String key = SecurityGroup.key(name);
        boolean builtIn = Languages.LOCALES.stream()
                .map(locale -> messages.getMessage("GroupKind." + GroupKind.ALL_ADMIN_AGENTS, null, locale))
                .anyMatch(own -> SecurityGroup.key(own).equals(key));
        return builtIn || groups.existsByPartnerAndNameKeyAndIdNot(partner, key, exceptBy);
    }

    // one group

    /** One of the partner's groups with everything that its page shows. */
    SecurityGroupView group(Actor actor, UUID id, @Nullable UUID before) {
        AssignmentRules.see(actor).ifPresent(SecurityGroupService::refuse);
        SecurityGroup group = groups.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        List<Contact> agents = tenants.agents(actor.tenant());
        List<SecurityGroupView.Person> people = peopleOf(group, agents);
        Set<UUID> inside =
                people.stream().map(SecurityGroupView.Person::account).collect(Collectors.toSet());
        List<GroupUse> found =
                assignments.uses(actor.tenant(), id, before == null ? Ids.LAST : before, now, Limit.of(PAGE + 1));
        boolean more = found.size() > PAGE;
        List<GroupUse> uses = withRoles(actor.tenant(), more ? found.subList(0, PAGE) : found);
        return new SecurityGroupView(
                id,
                group.kind(),
                group.name(),
                people,
                agents.stream()
                        .filter(agent -> !inside.contains(agent.account()))
                        .toList(),
                uses,
                more ? uses.get(PAGE - 1).id() : null,
                AssignmentRules.edit(group.kind(), actor).orElse(null),
                AssignmentRules.delete(group.kind(), assignments.isUsed(actor.tenant(), id, now), actor)
                        .orElse(null));
    }

    private List<SecurityGroupView.Person> peopleOf(SecurityGroup group, List<Contact> agents) {
        Set<UUID> mayAct = agents.stream().map(Contact::account).collect(Collectors.toSet());
        List<Contact> people = group.kind() == GroupKind.ALL_ADMIN_AGENTS
                ? tenants.adminAgents(group.partner())
                : tenants.contacts(group.partner(), group.members());
        return people.stream()
                .map(person -> new SecurityGroupView.Person(
                        person.account(), person.name(), person.email(), mayAct.contains(person.account())))
                .toList();
    }

    private List<GroupUse> withRoles(TenantId partner, List<GroupUse> uses) {
        if (uses.isEmpty()) {
            return uses;
        }
        Map<UUID, Set<String>> roles = assignments
                .heldRoles(partner, uses.stream().map(GroupUse::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        RelationshipRole::relationship,
                        Collectors.mapping(RelationshipRole::role, Collectors.toSet())));
        return uses.stream()
                .map(use -> use.withRoles(roles.getOrDefault(use.relationship(), Set.of())))
                .toList();
    }

    /** Relationships that give the partner roles now, none of which any group has. */
    List<GroupUse> unassigned(Actor actor, int most) {
        AssignmentRules.see(actor).ifPresent(SecurityGroupService::refuse);
        return assignments.unassigned(actor.tenant(), clock.instant(), Limit.of(most));
    }

    /** Whether the person may give the group that name, or why not. */
    Optional<AssignmentRefusal> mayRename(Actor actor, UUID id, String name) {
        SecurityGroup group = groups.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        return AssignmentRules.rename(group.kind(), name, isTaken(actor.tenant(), id, name), actor);
    }

    @Transactional
    void rename(Actor actor, UUID id, String name) {
        SecurityGroup group = lock(actor, id);
        String before = group.name();
        group.rename(name, isTaken(actor.tenant(), id, name), actor);
        if (!before.equals(name)) { // the second click of two
            events.publishEvent(new SecurityGroupEvent.Renamed(clock.instant(), actor.who(), facts(group), before));
        }
    }

    /** Whether the person may put these people into the group, or why not. */
    Optional<AssignmentRefusal> mayAdd(Actor actor, UUID id, Set<UUID> people) {
        SecurityGroup group = groups.ofPartner(actor.tenant(), id).orElseThrow(NotFoundException::new);
        return AssignmentRules.addPeople(
                group.kind(), group.members(), people, agents(actor.tenant()).keySet(), actor);
    }

    /** Puts people into the group: they have its roles from their next request on. */
    @Transactional
    void add(Actor actor, UUID id, Set<UUID> people) {
        SecurityGroup group = lock(actor, id);
        Instant now = clock.instant();
        Map<UUID, String> agents = agents(actor.tenant());
        for (UUID person : group.add(people, agents.keySet(), actor)) {
            events.publishEvent(new SecurityGroupEvent.MemberAdded(
                    now, actor.who(), facts(group), agents.getOrDefault(person, "")));
        }
    }

    private Map<UUID, String> agents(TenantId partner) {
        return tenants.agents(partner).stream().collect(Collectors.toMap(Contact::account, Contact::name));
    }

    /** Takes somebody out of the group: the person has none of its roles from the next request on. */
    @Transactional
    void remove(Actor actor, UUID id, UUID person) {
        SecurityGroup group = lock(actor, id);
        if (group.remove(person, actor)) { // else the second click of two
            String name = tenants.contacts(actor.tenant(), Set.of(person)).stream()
                    .map(Contact::name)
                    .findFirst()
                    .orElse("");
            events.publishEvent(new SecurityGroupEvent.MemberRemoved(clock.instant(), actor.who(), facts(group), name));
        }
    }

    /** Deletes the group, with what is still assigned to it but gives nothing any more. */
    @Transactional
    void delete(Actor actor, UUID id) {
        AssignmentRules.see(actor).ifPresent(SecurityGroupService::refuse);
        SecurityGroup group = groups.lock(actor.tenant(), id).orElseThrow(NotFoundException::new);
        if (group.isDeleted()) {
            return; // gone is gone
        }
        Instant now = clock.instant();
        group.delete(assignments.isUsed(actor.tenant(), id, now), actor, now);
        assignments.close(actor.tenant(), id, actor.name(), now);
        events.publishEvent(new SecurityGroupEvent.Deleted(now, actor.who(), facts(group)));
    }

    private SecurityGroup lock(Actor actor, UUID id) {
        AssignmentRules.see(actor).ifPresent(SecurityGroupService::refuse);
        return groups.lock(actor.tenant(), id)
                .filter(group -> !group.isDeleted())
                .orElseThrow(NotFoundException::new);
    }

    private static SecurityGroupEvent.Facts facts(SecurityGroup group) {
        return new SecurityGroupEvent.Facts(group.id(), group.partner(), group.name());
    }

    // for assignments

    /** One of the partner's groups, locked, so that it stays as it is until something is assigned to it. */
    Optional<SecurityGroup> lockForAssignment(TenantId partner, UUID id) {
        return groups.lock(partner, id).filter(group -> !group.isDeleted());
    }

    /** Those of these groups that are the partner's, deleted or not, by id. */
    Map<UUID, SecurityGroup> named(TenantId partner, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : groups.named(partner, ids).stream().collect(Collectors.toMap(SecurityGroup::id, group -> group));
    }

    /** Who can use something by each of a partner's groups now: its agents in use, by name. */
    Map<UUID, List<Contact>> people(TenantId partner, Map<UUID, GroupKind> kinds) {
        if (kinds.isEmpty()) {
            return Map.of();
        }
        List<Contact> adminAgents = tenants.adminAgents(partner);
        List<Contact> agents = tenants.agents(partner);
        Map<UUID, Set<UUID>> members = new HashMap<>();
        groups.members(partner, kinds.keySet())
                .forEach(member -> members.computeIfAbsent(member.group(), id -> new HashSet<>())
                        .add(member.account()));
        Map<UUID, List<Contact>> people = new HashMap<>();
        kinds.forEach((id, kind) -> people.put(
                id,
                switch (kind) {
                    case ALL_ADMIN_AGENTS -> adminAgents;
                    case OWN -> of(agents, members.getOrDefault(id, Set.of()));
                }));
        return people;
    }

    private static List<Contact> of(List<Contact> agents, Set<UUID> accounts) {
        Stream<Contact> inside = agents.stream().filter(agent -> accounts.contains(agent.account()));
        return inside.toList();
    }

    private static void refuse(AssignmentRefusal refusal) {
        throw new RefusedException(refusal);
    }
}
