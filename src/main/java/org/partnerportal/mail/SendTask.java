package org.partnerportal.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;

/** Sends one mail of the outbox, outside of any transaction, and comes back later when the server did not take it. */
@Configuration(proxyBeanMethods = false)
class SendTask {

    private static final Logger LOG = LoggerFactory.getLogger(SendTask.class);

    @Bean
    CustomTask<Void> sendMail(Outbox outbox, MailTransport transport) {
        return Tasks.custom(Outbox.SEND).execute((instance, context) -> {
            UUID id = UUID.fromString(instance.getId());
            Optional<Instant> nextTry = outbox.open(id).flatMap(mail -> send(mail, outbox, transport));
            return nextTry.<CompletionHandler<Void>>map(
                            time -> (complete, operations) -> operations.reschedule(complete, time))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    private static Optional<Instant> send(Mail mail, Outbox outbox, MailTransport transport) {
        try {
            outbox.sent(mail.id(), transport.send(mail.id(), mail.recipient(), mail.text()));
            return Optional.empty();
        } catch (MailException e) {
            String reason = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            LOG.warn("Mail {} was not taken: {}", mail.id(), reason);
            return outbox.refused(mail.id(), reason == null ? e.getClass().getSimpleName() : reason);
        }
    }
}
