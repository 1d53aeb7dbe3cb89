package org.partnerportal.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.limit.Limit;
import org.partnerportal.limit.Limits;
import org.partnerportal.relationship.RelationshipService;
import org.partnerportal.shared.LimitedException;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was refused, in a transaction of its own: that of the action is rolled back. */
@Service
class RefusalTrail {

    private final RelationshipService relationships;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusalTrail(RelationshipService relationships, Limits limits, ApplicationEventPublisher events, Clock clock) {
        this.relationships = relationships;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(@Nullable Actor actor, UUID subject, Refusal refusal, String route) {
        Who who = actor == null ? new Who(null, null, "") : actor.who();
        events.publishEvent(new Refused(clock.instant(), who, null, subject, refusal, route));
    }

    /**
     * The same of a partner's person who acts for a customer: it stands in both histories, and so no more than once in a
     * while. Whoever never was a customer has nothing to read.
     *
     * @throws LimitedException where it stands there
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refusedOnBehalf(Actor actor, TenantId customer, UUID subject, Refusal refusal, String route) {
        Instant now = clock.instant();
        boolean known = relationships.isCustomer(actor.tenant(), customer);
        String what = actor.account() + " " + customer + " " + refusal.key() + " " + route;
        limits.use(Limit.REFUSALS_ON_BEHALF, what, now);
        events.publishEvent(new Refused(now, actor.who(), known ? customer : null, subject, refusal, route));
    }
}
