package org.partnerportal.audit;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.Who;
import org.partnerportal.tenant.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was refused, in a transaction of its own: that of the action is rolled back. */
@Service
class RefusalTrail {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefusalTrail(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(@Nullable Actor actor, UUID subject, Refusal refusal, String route) {
        Who who = actor == null ? new Who(null, null, "") : actor.who();
        events.publishEvent(new Refused(clock.instant(), who, subject, refusal, route));
    }
}
