package org.partnerportal.publication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells every customer of a version whose time has come, in batches; after a stop it goes on where it was. */
@Configuration(proxyBeanMethods = false)
class AnnouncementJob {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 50;

    @Bean
    RecurringTask<Void> announceAgreements(AnnouncementService announcements) {
        return Tasks.recurring("agreement-announcements", FixedDelay.of(PAUSE))
                .execute((instance, context) -> run(announcements));
    }

    static void run(AnnouncementService announcements) {
        for (UUID id : announcements.due()) {
            boolean more = true;
            while (more) {
                more = tell(announcements, id, BATCH);
            }
        }
    }

    /** One customer that cannot be told must not hold up the others: then they go one by one, and that one is left out. */
    private static boolean tell(AnnouncementService announcements, UUID id, int most) {
        try {
            return announcements.tell(id, most);
        } catch (RuntimeException e) {
            if (most > 1) {
                return tell(announcements, id, 1);
            }
            LOG.error("A customer could not be told of a version of the agreement; announcement {}", id, e);
            return announcements.skipOne(id);
        }
    }
}
