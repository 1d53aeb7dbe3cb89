package org.partnerportal.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.DemoData;
import org.partnerportal.tenant.TenantService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the roles of one demo relationship away, so that people can see what stays, and tells what is due. */
@Component
@Order(4)
class RelationshipDemo implements ApplicationRunner {

    private final RelationshipRepository relationships;
    private final TenantService tenants;
    private final ApplicationEventPublisher events;
    private final DemoData demoData;
    private final Clock clock;

    RelationshipDemo(
            RelationshipRepository relationships,
            TenantService tenants,
            ApplicationEventPublisher events,
            DemoData demoData,
            Clock clock) {
        this.relationships = relationships;
        this.tenants = tenants;
        this.events = events;
        this.demoData = demoData;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!demoData.isOn()) {
            return;
        }
        Actor remover = person("olivia@alderfinch.example");
        TenantId partner = person("sam@brightwater.example").tenant();
        Instant then = clock.instant();
        List<Relationship> partners = relationships.between(remover.tenant(), partner).stream()
                .filter(relationship -> relationship.type() == PartnerType.PARTNER)
                .toList();
        boolean untouched = partners.stream().noneMatch(Relationship::hasLostRoles);
        if (partners.size() == 1 && untouched) {
            Relationship relationship = partners.get(0);
            Set<String> removed = relationship.removeRoles(remover, then);
            events.publishEvent(
                    new RolesRemoved(then, remover.who(), relationship.facts(), removed, relationship.heldRoles()));
            tell(then);
        }
    }

    /** What is due already is told as of its own time, and not as of the portal's start by the job. */
    private void tell(Instant now) {
        List<Due> due = due(now);
        while (!due.isEmpty()) {
            for (Due each : due) {
                relationships
                        .lockDue(List.of(each.id()), now)
                        .forEach(
                                relationship -> relationship.takeStep(each.at()).ifPresent(events::publishEvent));
            }
            due = due(now);
        }
    }

    private List<Due> due(Instant now) {
        return relationships.due(now, Instant.EPOCH, Ids.FIRST, Limit.unlimited());
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
