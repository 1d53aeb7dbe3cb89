package org.partnerportal.accessreview;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.Period;
import org.partnerportal.shared.TenantId;

/** When a customer's next review is due; whoever opens a review holds this row, so that only one is opened. */
@Entity
class AccessReviewSchedule {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "customer_id"))
    private TenantId customer;

    private Instant countedFrom;
    private Instant nextAt;

    @SuppressWarnings("NullAway.Init")
    protected AccessReviewSchedule() {}

    /** The time has come: the next one after now, however many were missed. */
    void moveOn(Period every, Instant now) {
        nextAt = AccessReviewRules.nextAfter(now, countedFrom, every);
    }

    /** Somebody reviews without waiting: the next one is a whole period away. */
    void beginAnew(Period every, Instant now) {
        countedFrom = now;
        moveOn(every, now);
    }

    TenantId customer() {
        return customer;
    }
}
