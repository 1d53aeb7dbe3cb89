package org.partnerportal.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues mails in the transaction of the change that they tell of, and keeps how far each one got. */
@Component
class Outbox {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail-send");

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private final MailRepository mails;
    private final ObjectProvider<SchedulerClient> scheduler; // it is made of the task that needs this outbox
    private final Clock clock;

    Outbox(MailRepository mails, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.mails = mails;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues a mail; it is sent once the caller's transaction has committed, and never otherwise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(UUID about, String kind, String recipient, MailText text) {
        Instant now = clock.instant();
        Mail mail = mails.save(new Mail(about, kind, recipient, text, now));
        scheduler
                .getObject()
                .scheduleIfNotExists(SEND.instance(mail.id().toString()).build(), now);
    }

    /** The mail to send, unless it is done. */
    @Transactional(readOnly = true)
    public Optional<Mail> open(UUID id) {
        return mails.findById(id).filter(Mail::isOpen);
    }

    @Transactional
    public void sent(UUID id, String answer) {
        mails.findById(id).ifPresent(mail -> mail.sent(answer, clock.instant()));
    }

    /**
     * Notes that a try failed.
     *
     * @return when to try again; empty when that was the last try
     */
    @Transactional
    public Optional<Instant> refused(UUID id, String reason) {
        Mail mail = mails.findById(id).orElseThrow();
        if (mail.attempts() >= PAUSES.size()) {
            mail.failed(reason);
            return Optional.empty();
        }
        Instant nextTry = clock.instant().plus(PAUSES.get(mail.attempts()));
        mail.deferred(reason, nextTry);
        return Optional.of(nextTry);
    }
}
