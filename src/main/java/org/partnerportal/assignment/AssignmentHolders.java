package org.partnerportal.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RoleHolders;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a customer by name who at a partner can use which role now; by a fixed number of statements. */
@Component
@Transactional(readOnly = true)
class AssignmentHolders implements RoleHolders {

    static final int MOST_PEOPLE = 10;

    private static final Comparator<Person> USED_LAST_FIRST = Comparator.comparing(
                    Person::lastUsed, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed();

    private final AssignmentRepository assignments;
    private final RoleUseRepository uses;
    private final SecurityGroupService groups;
    private final AccountHolders accounts;
    private final EntraRoles roles;

    AssignmentHolders(
            AssignmentRepository assignments,
            RoleUseRepository uses,
            SecurityGroupService groups,
            AccountHolders accounts,
            EntraRoles roles) {
        this.assignments = assignments;
        this.uses = uses;
        this.groups = groups;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** Everything that the lines are made of. */
    private record Source(
            Map<RelationshipRole, List<AssignedRole>> assigned,
            Map<UUID, List<Contact>> people,
            Map<UUID, List<AccountHolders.Holder>> accounts,
            Map<RelationshipRole, Map<UUID, Instant>> used) {}

    @Override
    public Map<UUID, List<Line>> of(List<RelationshipView> relationships) {
        List<RelationshipView> inForce = relationships.stream()
                .filter(relationship -> !rolesOf(relationship).isEmpty())
                .toList();
        if (inForce.isEmpty()) {
            return Map.of();
        }
        TenantId partner = inForce.get(0).partner();
        TenantId customer = inForce.get(0).customer();
        List<UUID> ids = inForce.stream().map(RelationshipView::id).toList();
        List<AssignedRole> assigned = assignments.assigned(partner, ids);
        Map<UUID, GroupKind> kinds = new HashMap<>();
        assigned.forEach(each -> kinds.put(each.group(), each.kind()));
        var source = new Source(
                assigned.stream()
                        .collect(Collectors.groupingBy(each -> new RelationshipRole(each.relationship(), each.role()))),
                groups.people(partner, kinds),
                accounts.of(inForce),
                uses.of(customer, ids).stream()
                        .collect(Collectors.groupingBy(
                                RoleUse.Row::relationshipRole,
                                Collectors.toMap(RoleUse.Row::account, RoleUse.Row::at))));
        return inForce.stream()
                .collect(Collectors.toMap(RelationshipView::id, relationship -> lines(relationship, source)));
    }

    private static Set<String> rolesOf(RelationshipView relationship) {
        return AssignmentRules.effective(relationship.roles(), relationship);
    }

    private List<Line> lines(RelationshipView relationship, Source source) {
        return roles.named(rolesOf(relationship)).stream()
                .map(role -> line(new RelationshipRole(relationship.id(), role.id()), source))
                .toList();
    }

    private static Line line(RelationshipRole role, Source source) {
        Map<UUID, Instant> used = source.used().getOrDefault(role, Map.of());
        Instant lastUsed = used.values().stream().max(Comparator.naturalOrder()).orElse(null);
        List<Group> having = new ArrayList<>();
        for (AssignedRole each : source.assigned().getOrDefault(role, List.of())) {
            having.add(group(
                    each.groupName(),
                    false,
                    source.people().getOrDefault(each.group(), List.of()).stream()
                            .map(person -> new Person(person.name(), used.get(person.account())))));
        }
        List<AccountHolders.Holder> holders = source.accounts().getOrDefault(role.relationship(), List.of()).stream()
                .filter(holder -> holder.roles().contains(role.role()))
                .toList();
        if (!holders.isEmpty()) {
            having.add(group(
                    "", true, holders.stream().map(holder -> new Person(holder.name(), used.get(holder.account())))));
        }
        return new Line(role.role(), lastUsed, having);
    }

    private static Group group(String name, boolean accounts, Stream<Person> people) {
        List<Person> all = people.sorted(USED_LAST_FIRST).toList();
        List<Person> shown = all.subList(0, Math.min(all.size(), MOST_PEOPLE));
        return new Group(name, accounts, shown, all.size() - shown.size());
    }
}
