package org.partnerportal.accessreview;

import org.partnerportal.relationship.RelationshipEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to count the time to the first review when a customer gets its first partner. */
@Component
class AccessReviewListener {

    private final AccessReviewService reviews;

    AccessReviewListener(AccessReviewService reviews) {
        this.reviews = reviews;
    }

    @EventListener
    void on(RelationshipEvent.Started event) {
        reviews.schedule(event.customer());
    }
}
