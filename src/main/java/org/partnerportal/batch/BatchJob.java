package org.partnerportal.batch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works batches in turns, so that mails and other batches get on meanwhile, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class BatchJob {

    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 20;

    @Bean
    CustomTask<Void> workBatches(BatchWorker worker) {
        return task(BatchService.WORK, worker::work);
    }

    @Bean
    CustomTask<Void> checkBatches(BatchChecker checker) {
        return task(BatchService.CHECK, checker::check);
    }

    private static CustomTask<Void> task(
            TaskDescriptor<Void> task, BiFunction<UUID, BooleanSupplier, Optional<Instant>> turn) {
        return Tasks.custom(task)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE_AFTER_FAULT))
                .execute((instance, context) -> {
                    Optional<Instant> next =
                            turn.apply(UUID.fromString(instance.getId()), context.getSchedulerState()::isShuttingDown);
                    return next.<CompletionHandler<Void>>map(
                                    time -> (complete, operations) -> operations.reschedule(complete, time))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    @Bean
    RecurringTask<Void> forgetBatches(BatchService batches) {
        return Tasks.recurring("batch-forget", FixedDelay.of(PAUSE)).execute((instance, context) -> forget(batches));
    }

    static void forget(BatchService batches) {
        List<UUID> old;
        do {
            old = batches.old(AT_ONCE);
            old.forEach(batches::forget);
        } while (old.size() == AT_ONCE);
    }
}
