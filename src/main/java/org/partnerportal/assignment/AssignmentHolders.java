package org.partnerportal.assignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.RoleHolders;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a customer by name who at a partner can use which role now; by five statements, whatever the number of rows. */
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
    private final EntraRoles roles;

    AssignmentHolders(
            AssignmentRepository assignments, RoleUseRepository uses, SecurityGroupService groups, EntraRoles roles) {
        this.assignments = assignments;
        this.uses = uses;
        this.groups = groups;
        this.roles = roles;
    }

    /** Everything that the lines are made of. */
    private record Source(
            Map<RelationshipRole, List<AssignedRole>> assigned,
            Map<UUID, List<Contact>> people,
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
        List<Group> having = source.assigned().getOrDefault(role, List.of()).stream()
                .map(each -> group(each.groupName(), source.people().getOrDefault(each.group(), List.of()), used::get))
                .toList();
        return new Line(role.role(), lastUsed, having);
    }

    private static Group group(String name, List<Contact> people, Function<UUID, @Nullable Instant> used) {
        List<Person> shown = people.stream()
                .map(person -> new Person(person.name(), used.apply(person.account())))
                .sorted(USED_LAST_FIRST)
                .limit(MOST_PEOPLE)
                .toList();
        return new Group(name, shown, people.size() - shown.size());
    }
}
