package org.partnerportal.directory;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Optional;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.TenantId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the search table anew after an update that makes its entries in another way; else it has nothing to do. */
@Configuration(proxyBeanMethods = false)
class DirectoryJob {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> rebuildDirectory(DirectoryUpdate update) {
        return Tasks.recurring("directory-rebuild", FixedDelay.of(PAUSE)).execute((instance, context) -> run(update));
    }

    /** Batch by batch, each in a transaction of its own; after a stop it begins anew, which changes nothing twice. */
    static void run(DirectoryUpdate update) {
        if (update.isDue()) {
            Optional<TenantId> last = Optional.of(new TenantId(Ids.FIRST));
            while (last.isPresent()) {
                last = update.rebuild(last.get());
            }
        }
    }
}
