package org.partnerportal.application;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.partnerportal.upload.LargeUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The one page that takes large files, and the job that sweeps up packages without a version. */
@Configuration(proxyBeanMethods = false)
class ApplicationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationConfiguration.class);
    private static final Duration PAUSE = Duration.ofHours(6);

    /** More than a package may have, so that the page itself says of one a little too large that it is. */
    private static final DataSize LARGEST_REQUEST = DataSize.ofMegabytes(60);

    @Bean
    LargeUpload packageUpload() {
        return new LargeUpload(Pattern.compile("/partner/applications/[^/]+/versions/new"), LARGEST_REQUEST);
    }

    @Bean
    RecurringTask<Void> sweepPackages(Packages packages) {
        return Tasks.recurring("application-packages", FixedDelay.of(PAUSE)).execute((instance, context) -> {
            try {
                int swept = packages.sweep();
                if (swept > 0) {
                    LOG.info("Swept up {} packages that belong to no version", swept);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
