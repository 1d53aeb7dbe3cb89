package org.partnerportal.assignment;

import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.shared.Who;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Assigns every new relationship's roles to all admin agents, in the transaction in which it begins. */
@Component
class DefaultAssignments {

    private final AssignmentRepository assignments;
    private final SecurityGroupService groups;
    private final ApplicationEventPublisher events;

    DefaultAssignments(
            AssignmentRepository assignments, SecurityGroupService groups, ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.groups = groups;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RelationshipEvent.Started event) {
        if (event.roles().isEmpty()) {
            return;
        }
        Assignment assignment =
                assignments.save(Assignment.byDefault(event, groups.allAdminAgents(event.partner(), event.at())));
        var facts = new AssignmentEvent.Facts(
                assignment.id(),
                event.partner(),
                event.customer(),
                event.relationship().reference(),
                GroupKind.ALL_ADMIN_AGENTS,
                "");
        events.publishEvent(new AssignmentEvent.Added(event.at(), Who.PORTAL, facts, event.roles()));
    }
}
