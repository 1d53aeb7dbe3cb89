package org.partnerportal.trailcheck;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.partnerportal.audit.TrailCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes a check that was asked for, outside of any transaction; one that broke off with its node is made again. */
@Configuration(proxyBeanMethods = false)
class TrailCheckJob {

    private static final Logger LOG = LoggerFactory.getLogger(TrailCheckJob.class);

    @Bean
    CustomTask<Void> checkTrail(TrailCheckService checks, TrailCheck trail) {
        return Tasks.custom(TrailCheckService.CHECK).execute((instance, context) -> {
            run(UUID.fromString(instance.getId()), checks, trail);
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    static void run(UUID id, TrailCheckService checks, TrailCheck trail) {
        checks.toMake(id).ifPresent(check -> {
            var report = trail.check(check.noted().orElse(null));
            if (!report.isSound()) {
                LOG.error("The trail is not as it was sealed: {}", report.bad());
            }
            checks.finish(id, report);
        });
    }
}
