package org.partnerportal.relationship;

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
 * Sends the notices before an end and writes down extensions and ends, in batches of what is due. Access does not depend
 * on it: rules judge every end by the clock.
 */
@Configuration(proxyBeanMethods = false)
class RelationshipJob {

    private static final Logger LOG = LoggerFactory.getLogger(RelationshipJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> takeRelationshipSteps(RelationshipService relationships) {
        return Tasks.recurring("relationship-steps", FixedDelay.of(PAUSE))
                .execute((instance, context) -> run(relationships));
    }

    static void run(RelationshipService relationships) {
        Due.takeAll(
                relationships::due,
                relationships::takeSteps,
                (id, e) -> LOG.error("Relationship {} could not take its step", id, e));
    }
}
