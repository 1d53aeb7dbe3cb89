package org.partnerportal.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the rows of the trail that wait, and tells the log where the chain ends: a place that no database holds. */
@Configuration(proxyBeanMethods = false)
class TrailSealJob {

    private static final Logger LOG = LoggerFactory.getLogger(TrailSealJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> sealTrail(TrailSealer sealer) {
        return Tasks.recurring("trail-seal", FixedDelay.of(PAUSE)).execute((instance, context) -> run(sealer));
    }

    static void run(TrailSealer sealer) {
        TrailSealer.Sealed sealed = sealer.seal();
        boolean any = sealed.rows() > 0;
        while (sealed.rows() == TrailSealer.BATCH) {
            sealed = sealer.seal();
        }
        if (any) {
            LOG.info("The trail is sealed up to {}", sealed.head());
        }
    }
}
