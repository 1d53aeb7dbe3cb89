package org.partnerportal.invitation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds addressees, marks invitations as lapsed and has the partner told. Nothing depends on when it runs: rules judge the
 * life time by the clock, and of several reminders that were missed one is sent.
 */
@Configuration(proxyBeanMethods = false)
class InvitationJobs {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> lapseInvitations(InvitationService invitations) {
        return Tasks.recurring("invitation-lapse", FixedDelay.of(PAUSE))
                .execute((instance, context) -> each(invitations::due, invitations::lapse));
    }

    @Bean
    RecurringTask<Void> remindAddressees(InvitationService invitations) {
        return Tasks.recurring("invitation-remind", FixedDelay.of(PAUSE))
                .execute((instance, context) -> each(invitations::toRemind, invitations::remind));
    }

    private static void each(IntFunction<List<UUID>> someDue, Consumer<UUID> work) {
        List<UUID> due;
        do {
            due = someDue.apply(BATCH);
            due.forEach(work);
        } while (due.size() == BATCH);
    }
}
