package org.partnerportal.limit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets old uses. No limit depends on when it runs. */
@Configuration(proxyBeanMethods = false)
class LimitJob {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> cleanLimits(Limits limits) {
        return Tasks.recurring("limit-clean", FixedDelay.of(PAUSE)).execute((instance, context) -> limits.clean());
    }
}
