package org.partnerportal.accessreview;

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

/** Opens the reviews whose time has come and reminds of those whose time is over, in batches of what is due. */
@Configuration(proxyBeanMethods = false)
class AccessReviewJob {

    private static final Logger LOG = LoggerFactory.getLogger(AccessReviewJob.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> openAccessReviews(AccessReviewService reviews) {
        return Tasks.recurring("access-reviews", FixedDelay.of(PAUSE)).execute((instance, context) -> run(reviews));
    }

    static void run(AccessReviewService reviews) {
        Due.takeAll(reviews::due, reviews::openDue, AccessReviewJob::failed);
        Due.takeAll(reviews::remindersDue, reviews::remind, AccessReviewJob::failed);
    }

    private static void failed(UUID id, RuntimeException e) {
        LOG.error("The access review of {} could not be opened or reminded of", id, e);
    }
}
