package org.partnerportal.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues mails in the transaction of the change that they tell of, and keeps how far each one got. Each mail has one task at
 * most, so never two workers; mail and task change under the mail's lock, so no mail that is to be sent is without its task.
 */
@Component
public class Outbox {

    /** The mails that bring an addressee the link; each takes the place of the one before. */
    public static final List<String> TO_ADDRESSEE = List.of("InvitationSent", "InvitationResent", "InvitationRevised");

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail-send");

    private final MailRepository mails;
    private final MailTransport transport;
    private final ObjectProvider<SchedulerClient> scheduler; // it is made of the task that needs this outbox
    private final Clock clock;

    Outbox(MailRepository mails, MailTransport transport, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.mails = mails;
        this.transport = transport;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Whether mails leave the portal at all. */
    public boolean isReady() {
        return transport.isReady();
    }

    /**
     * Queues a mail; it is sent once the caller's transaction has committed, and never otherwise.
     *
     * @param goodUntil from when it is of no use to its reader, and is not sent any more; null when it always is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(UUID about, String kind, String recipient, MailText text, @Nullable Instant goodUntil) {
        Instant now = clock.instant();
        Mail mail = mails.save(new Mail(about, kind, recipient, text, goodUntil, now));
        scheduler.getObject().scheduleIfNotExists(task(mail.id()), now);
    }

    /** Gives up the mails of those kinds about that thing which have not arrived: nobody needs them any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(UUID about, Collection<String> kinds) {
        mails.cancel(about, kinds);
    }

    /** The mail to send, unless it is done, or of no use any more. */
    @Transactional
    Optional<Mail> take(UUID id) {
        Optional<Mail> mail = mails.lock(id).filter(Mail::isOpen);
        mail.filter(found -> !found.isOfUse(clock.instant())).ifPresent(Mail::cancel);
        return mail.filter(Mail::isOpen);
    }

    @Transactional
    void sent(UUID id, String answer) {
        mails.lock(id).ifPresent(mail -> mail.sent(answer, clock.instant()));
    }

    /** Notes that a try failed. */
    @Transactional
    void notTaken(UUID id, MailProblem problem, String answer) {
        mails.lock(id).ifPresent(mail -> mail.notTaken(problem, answer, clock.instant()));
    }

    /** Ends a task, or sets its next time, by how the mail stands then: somebody may have sent it again meanwhile. */
    @Transactional
    void settle(UUID id, Consumer<Optional<Instant>> task) {
        task.accept(mails.lock(id).flatMap(Mail::dueAt));
    }

    /**
     * Lets a mail that failed or is late be tried now.
     *
     * @return whether there was anything to do; not for one that waits for its turn already
     */
    @Transactional
    public boolean sendAgain(UUID id) {
        Mail mail = mails.lock(id).orElseThrow(NotFoundException::new);
        if (mail.status() == MailStatus.QUEUED) {
            return false;
        }
        Instant now = clock.instant();
        mail.sendAgain(now);
        SchedulerClient client = scheduler.getObject();
        if (!client.scheduleIfNotExists(task(id), now)) {
            try {
                client.reschedule(task(id), now);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                return true; // it is being tried at this moment, and goes by how the mail stands when it ends
            }
        }
        return true;
    }

    /** Gives up what is of no use any more and deletes its texts; tells how many. */
    @Transactional
    int clean() {
        Instant now = clock.instant();
        return mails.cancelOld(now, now.minus(MailRules.LONGEST_LIFE));
    }

    private static TaskInstance<Void> task(UUID id) {
        return SEND.instance(id.toString()).build();
    }
}
