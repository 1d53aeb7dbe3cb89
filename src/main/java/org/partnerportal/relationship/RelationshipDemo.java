package org.partnerportal.relationship;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

/** Takes the roles of one demo relationship away, so that people can see what stays, and ends what is over. */
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
            end(then);
        }
    }

    /** What has ended is told as of its end, and not as of the portal's start by the job. */
    private void end(Instant now) {
        List<UUID> due = relationships.due(now, Instant.EPOCH, Ids.FIRST, Limit.unlimited()).stream()
                .map(Due::id)
                .toList();
        for (Relationship relationship : relationships.lockDue(due, now)) {
            Instant end = Objects.requireNonNull(relationship.endsAt());
            if (!end.isAfter(now)) {
                relationship.takeStep(end).ifPresent(events::publishEvent);
            }
        }
    }

    private Actor person(String email) {
        return tenants.actor(tenants.credentials(email).orElseThrow().account()).orElseThrow();
    }
}
