package org.partnerportal.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.partnerportal.shared.NotFoundException;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs by itself: how it goes, and another try at once for what failed. */
@Service
@Transactional(readOnly = true)
public class JobService {

    private final JobRepository jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobService(JobRepository jobs, ApplicationEventPublisher events, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** How many tasks failed when they ran last. */
    public long failing(Actor actor) {
        needOperator(actor);
        return jobs.failing();
    }

    List<JobLine> jobs(Actor actor) {
        needOperator(actor);
        return jobs.byKind(clock.instant());
    }

    /** Lets the failed tasks of a kind run at once; those that are about to run anyway are left alone. */
    @Transactional
    void runNow(Actor actor, String kind) {
        needOperator(actor);
        if (!jobs.isKind(kind)) {
            throw new NotFoundException();
        }
        Instant now = clock.instant();
        int started = jobs.runNow(kind, now);
        if (started > 0) {
            events.publishEvent(new JobsStarted(now, actor.who(), kind, started));
        }
    }

    private static void needOperator(Actor actor) {
        TenantRules.operate(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
