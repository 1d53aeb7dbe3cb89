package org.partnerportal.referral;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.partnerportal.shared.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds partners of requests that nobody has taken, ends those that wait too long, and deletes those that nobody has
 * confirmed, in batches of what is due. Nothing depends on when it runs: rules judge the time by the clock.
 */
@Configuration(proxyBeanMethods = false)
class ReferralJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReferralJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> takeReferralSteps(ReferralSteps steps) {
        return Tasks.recurring("referral-steps", FixedDelay.of(PAUSE)).execute((instance, context) -> run(steps));
    }

    static void run(ReferralSteps steps) {
        Due.takeAll(steps::due, steps::takeSteps, (id, e) -> LOG.error("Request {} could not take its step", id, e));
    }
}
