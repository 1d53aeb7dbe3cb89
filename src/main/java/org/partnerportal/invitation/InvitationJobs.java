package org.partnerportal.invitation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.partnerportal.shared.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds addressees, marks invitations as lapsed and has the partner told. Nothing depends on when it runs: rules judge the
 * life time by the clock, and of several reminders that were missed one is sent.
 */
@Configuration(proxyBeanMethods = false)
class InvitationJobs {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationJobs.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> lapseInvitations(InvitationService invitations) {
        return Tasks.recurring("invitation-lapse", FixedDelay.of(PAUSE))
                .execute((instance, context) -> lapse(invitations));
    }

    @Bean
    RecurringTask<Void> remindAddressees(InvitationService invitations) {
        return Tasks.recurring("invitation-remind", FixedDelay.of(PAUSE))
                .execute((instance, context) -> remind(invitations));
    }

    static void lapse(InvitationService invitations) {
        Due.takeAll(invitations::due, invitations::lapse, InvitationJobs::failed);
    }

    static void remind(InvitationService invitations) {
        Due.takeAll(invitations::toRemind, invitations::remind, InvitationJobs::failed);
    }

    private static void failed(UUID id, RuntimeException e) {
        LOG.error("Invitation {} could not be reminded of or marked as lapsed", id, e);
    }
}
