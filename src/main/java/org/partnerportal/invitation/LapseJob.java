package org.partnerportal.invitation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Marks invitations as lapsed and has the partner told. Nothing depends on when it runs: rules judge the life time by the
 * clock.
 */
@Configuration(proxyBeanMethods = false)
class LapseJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> lapseInvitations(InvitationService invitations) {
        return Tasks.recurring("invitation-lapse", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            List<UUID> due;
            do {
                due = invitations.due(BATCH);
                due.forEach(invitations::lapse);
            } while (due.size() == BATCH);
        });
    }
}
