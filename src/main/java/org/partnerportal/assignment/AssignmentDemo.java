package org.partnerportal.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerportal.entrarole.EntraRole;
import org.partnerportal.entrarole.EntraRoles;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives two demo partners groups of their helpdesk agents, one with some of the roles, and some roles a last use. */
@Component
@Order(5)
class AssignmentDemo implements ApplicationRunner {

    private final SecurityGroupService groups;
    private final SecurityGroupRepository repository;
    private final AssignmentService assignments;
    private final RoleUseRepository uses;
    private final RelationshipService relationships;
    private final TenantService tenants;
    private final EntraRoles roles;
    private final DemoData demoData;
    private final Clock clock;

    AssignmentDemo(
            SecurityGroupService groups,
            SecurityGroupRepository repository,
            AssignmentService assignments,
            RoleUseRepository uses,
            RelationshipService relationships,
            TenantService tenants,
            EntraRoles roles,
            DemoData demoData,
            Clock clock) {
        this.groups = groups;
        this.repository = repository;
        this.assignments = assignments;
        this.uses = uses;
        this.relationships = relationships;
        this.tenants = tenants;
        this.roles = roles;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn()
                || repository.countOwn(person("sam@brightwater.example").tenant()) > 0) {
            return;
        }
        Actor sam = person("sam@brightwater.example");
        Actor noah = person("noah@brightwater.example");
        RelationshipView workplace = relationship(sam, "ben@alderfinch.example", "Managed workplace");
        assign(sam, group(sam, "Service desk", noah), workplace, "Global Reader", "License Administrator");
        group(sam, "Night shift", noah); // has nothing yet, so that people can try
        used(workplace, sam, 2, "License Administrator");
        used(workplace, sam, 31, "Intune Administrator");

        Actor yuki = person("yuki@aozora.example");
        Actor aoi = person("aoi@aozora.example");
        RelationshipView support = relationship(yuki, "ichiro@sakura.example", "日常運用サポート");
        assign(
                yuki,
                group(yuki, "ヘルプデスク チーム", aoi),
                support,
                "Helpdesk Administrator",
                "User Administrator",
                "Service Support Administrator");
        group(yuki, "夜間対応チーム", aoi);
        used(support, yuki, 1, "Helpdesk Administrator");
        used(support, yuki, 6, "Service Support Administrator");
        used(support, yuki, 40, "User Administrator");
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }

    private RelationshipView relationship(Actor agent, String customer, String name) {
        return relationships.withCustomer(agent, person(customer).tenant()).stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID group(Actor admin, String name, Actor member) {
        UUID group = groups.create(admin, Ids.next(), name);
        groups.add(admin, group, Set.of(member.account()));
        return group;
    }

    private void assign(Actor admin, UUID group, RelationshipView relationship, String... roleNames) {
        assignments.assign(admin, relationship.customer(), relationship.id(), group, ids(roleNames));
    }

    private Set<String> ids(String... roleNames) {
        List<String> names = Arrays.asList(roleNames);
        return roles.requestable().stream()
                .filter(role -> names.contains(role.templateName()))
                .map(EntraRole::id)
                .collect(Collectors.toSet());
    }

    private void used(RelationshipView relationship, Actor by, int daysAgo, String roleName) {
        Instant then = clock.instant().minus(Duration.ofDays(daysAgo));
        for (String role : ids(roleName)) {
            uses.insertOnce(relationship.customer().value(), relationship.id(), role, by.account(), then);
        }
    }
}
