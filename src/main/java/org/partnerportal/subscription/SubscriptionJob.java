package org.partnerportal.subscription;

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
 * Writes down renewals and ends, and tells of renewals that are near. What people have does not depend on it: rules judge
 * every end by the clock.
 */
@Configuration(proxyBeanMethods = false)
class SubscriptionJob {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> takeSubscriptionSteps(SubscriptionSteps subscriptions) {
        return Tasks.recurring("subscription-steps", FixedDelay.of(PAUSE))
                .execute((instance, context) -> run(subscriptions));
    }

    static void run(SubscriptionSteps subscriptions) {
        Due.takeAll(
                subscriptions::due,
                subscriptions::takeSteps,
                (id, e) -> LOG.error("Subscription {} could not take its step", id, e));
    }
}
