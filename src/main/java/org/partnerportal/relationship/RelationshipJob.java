package org.partnerportal.relationship;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> takeRelationshipSteps(RelationshipService relationships) {
        return Tasks.recurring("relationship-steps", FixedDelay.of(PAUSE))
                .execute((instance, context) -> run(relationships));
    }

    static void run(RelationshipService relationships) {
        List<RelationshipService.Due> due = relationships.due(RelationshipService.Due.FIRST, BATCH);
        while (!due.isEmpty()) {
            takeSteps(
                    relationships, due.stream().map(RelationshipService.Due::id).toList());
            due = relationships.due(due.get(due.size() - 1), BATCH);
        }
    }

    /** One that fails must not hold up the others: then each goes alone, and the failing one waits for the next run. */
    private static void takeSteps(RelationshipService relationships, List<UUID> ids) {
        try {
            relationships.takeSteps(ids);
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                LOG.error("Relationship {} could not take its step", ids.get(0), e);
                return;
            }
            ids.forEach(id -> takeSteps(relationships, List.of(id)));
        }
    }
}
