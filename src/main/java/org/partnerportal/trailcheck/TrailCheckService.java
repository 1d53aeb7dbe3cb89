package org.partnerportal.trailcheck;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.audit.TrailReport;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the trail checked, and keeps what was found. */
@Service
@Transactional(readOnly = true)
class TrailCheckService {

    /** The instance of the task is the check's id. */
    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("trail-check");

    private static final Limit SHOWN = Limit.of(20);

    private final AskedCheckRepository checks;
    private final ObjectProvider<SchedulerClient> scheduler; // it is made of the task that needs this service
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrailCheckService(
            AskedCheckRepository checks,
            ObjectProvider<SchedulerClient> scheduler,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = checks;
        this.scheduler = scheduler;
        this.events = events;
        this.clock = clock;
    }

    /** The latest checks, the newest first. */
    List<CheckView> latest(Actor actor) {
        TenantRules.operate(actor).ifPresent(TrailCheckService::refuse);
        return checks.latest(SHOWN).stream().map(AskedCheck::view).toList();
    }

    /**
     * Asks for a check, unless one runs or that very one was asked for.
     *
     * @param wanted the id chosen with the form
     * @param noted an end of the chain that was noted earlier, or an empty text
     */
    @Transactional
    void ask(Actor actor, UUID wanted, String noted) {
        TrailCheckRules.ask(actor, noted).ifPresent(TrailCheckService::refuse);
        if (checks.running().isPresent() || checks.findById(wanted).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        UUID id = Ids.isFresh(wanted, now) ? wanted : Ids.next();
        checks.save(new AskedCheck(id, noted, actor, now));
        scheduler.getObject().scheduleIfNotExists(CHECK.instance(id.toString()).build(), now);
        events.publishEvent(new TrailCheckAsked(now, actor.who(), actor.tenant(), id));
    }

    /** The check with that id, while it is to be made. */
    Optional<AskedCheck> toMake(UUID id) {
        return checks.findById(id).filter(AskedCheck::isRunning);
    }

    @Transactional
    void finish(UUID id, TrailReport report) {
        checks.findById(id).filter(AskedCheck::isRunning).ifPresent(check -> check.finish(report));
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}
