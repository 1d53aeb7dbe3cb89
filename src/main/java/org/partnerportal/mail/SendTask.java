package org.partnerportal.mail;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends one mail of the outbox, outside of any transaction, and comes back later when the server did not take it. Whoever dies
 * between the server's yes and the note of it leaves a task that sends the mail again, under the same Message-ID.
 */
@Configuration(proxyBeanMethods = false)
class SendTask {

    private static final Logger LOG = LoggerFactory.getLogger(SendTask.class);
    private static final Duration CLEANING_PAUSE = Duration.ofMinutes(10);

    @Bean
    CustomTask<Void> sendMail(Outbox outbox, MailTransport transport) {
        return Tasks.custom(Outbox.SEND).execute((instance, context) -> {
            UUID id = UUID.fromString(instance.getId());
            tryOnce(id, outbox, transport);
            return (complete, operations) -> outbox.settle(
                    id,
                    nextTry ->
                            nextTry.ifPresentOrElse(time -> operations.reschedule(complete, time), operations::remove));
        });
    }

    static void tryOnce(UUID id, Outbox outbox, MailTransport transport) {
        outbox.take(id).ifPresent(mail -> {
            try {
                outbox.sent(id, transport.send(id, mail.recipient(), mail.text(), mail.queuedAt()));
            } catch (MailTransport.NotTakenException e) {
                LOG.warn("Mail {} was not taken: {}", id, e.problem());
                outbox.notTaken(id, e.problem(), e.answer());
            }
        });
    }

    @Bean
    RecurringTask<Void> cleanOutbox(Outbox outbox) {
        return Tasks.recurring("mail-clean", FixedDelay.of(CLEANING_PAUSE))
                .execute((instance, context) -> outbox.clean());
    }
}
