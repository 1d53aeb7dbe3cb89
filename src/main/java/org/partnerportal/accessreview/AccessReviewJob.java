package org.partnerportal.accessreview;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the reviews whose time has come and reminds of those whose time is over, in batches of what is due. */
@Configuration(proxyBeanMethods = false)
class AccessReviewJob {

    private static final Logger LOG = LoggerFactory.getLogger(AccessReviewJob.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int BATCH = 100;

    @Bean
    RecurringTask<Void> openAccessReviews(AccessReviewService reviews) {
        return Tasks.recurring("access-reviews", FixedDelay.of(PAUSE)).execute((instance, context) -> run(reviews));
    }

    static void run(AccessReviewService reviews) {
        takeAll(reviews::due, reviews::openDue);
        takeAll(reviews::remindersDue, reviews::remind);
    }

    private static void takeAll(
            BiFunction<AccessReviewService.Due, Integer, List<AccessReviewService.Due>> find,
            Consumer<List<UUID>> action) {
        List<AccessReviewService.Due> due = find.apply(AccessReviewService.Due.FIRST, BATCH);
        while (!due.isEmpty()) {
            take(due.stream().map(AccessReviewService.Due::id).toList(), action);
            due = find.apply(due.get(due.size() - 1), BATCH);
        }
    }

    /** One that fails must not hold up the others: then each goes alone, and the failing one waits for the next run. */
    private static void take(List<UUID> ids, Consumer<List<UUID>> action) {
        try {
            action.accept(ids);
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                LOG.error("The access review of {} could not be opened or reminded of", ids.get(0), e);
                return;
            }
            ids.forEach(id -> take(List.of(id), action));
        }
    }
}
