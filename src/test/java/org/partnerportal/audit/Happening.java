package org.partnerportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Something that a test lets happen. */
record Happening(
        Instant at,
        String kind,
        Who who,
        @Nullable TenantId onBehalfOf,
        @Nullable TenantId customer,
        @Nullable TenantId partner,
        UUID subject,
        Map<String, String> details)
        implements TrailEvent {

    /** The customer did it, and it is between the two. */
    static Happening between(Actor customer, Actor partner, String kind, Instant at, Map<String, String> details) {
        return new Happening(at, kind, customer.who(), null, customer.tenant(), partner.tenant(), Ids.next(), details);
    }

    /** Only the person's organisation has to do with it. */
    static Happening alone(Actor person, String kind, Instant at) {
        return new Happening(at, kind, person.who(), null, person.tenant(), null, Ids.next(), Map.of());
    }

    UUID in(TransactionTemplate transaction, ApplicationEventPublisher events) {
        transaction.executeWithoutResult(status -> events.publishEvent(this));
        return subject;
    }
}
