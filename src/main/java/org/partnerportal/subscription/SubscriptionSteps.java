package org.partnerportal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipEvent;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.Due;
import org.partnerportal.software.SoftwareService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of subscriptions without anybody asking: renewed, ended, or without their seller. */
@Service
@Transactional(readOnly = true)
class SubscriptionSteps {

    private final SubscriptionRepository subscriptions;
    private final RelationshipService relationships;
    private final SoftwareService vendors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionSteps(
            SubscriptionRepository subscriptions,
            RelationshipService relationships,
            SoftwareService vendors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.relationships = relationships;
        this.vendors = vendors;
        this.events = events;
        this.clock = clock;
    }

    /** Some of the subscriptions with which time has something to do, behind that one. */
    List<Due> due(Due after, int most) {
        return subscriptions.due(clock.instant(), after.at(), after.id(), Limit.of(most));
    }

    /** Does with these what is due: every term that began meanwhile is paid for, and nobody is told of one that has. */
    @Transactional
    void takeSteps(List<UUID> ids) {
        Instant now = clock.instant();
        for (UUID id : ids) {
            subscriptions.lock(id).filter(found -> found.isDue(now)).ifPresent(subscription -> {
                subscription.settle(now).forEach(events::publishEvent);
                subscription.notice(now).ifPresent(events::publishEvent);
            });
        }
    }

    /** What the partner sold by such a relationship stays to the end of its term, and nobody renews it any more. */
    @EventListener
    @Transactional
    void on(RelationshipEvent.Ended event) {
        RelationshipEvent.Facts relationship = event.relationship();
        boolean software = relationship.type().offersSoftware();
        boolean ends = software
                ? !vendors.hasVendorRelationship(relationship.partner(), relationship.customer())
                : relationship.type().sellsSubscriptions()
                        && !relationships.sells(relationship.partner(), relationship.customer());
        if (!ends) {
            return; // another relationship lets it go on
        }
        for (Subscription sold : subscriptions.lockSold(relationship.customer(), relationship.partner())) {
            if (sold.isSoftware() != software) {
                continue; // sold by a relationship of the other kind
            }
            sold.settle(event.at()).forEach(events::publishEvent);
            sold.loseSeller(event.who(), event.at()).ifPresent(events::publishEvent);
        }
    }
}
