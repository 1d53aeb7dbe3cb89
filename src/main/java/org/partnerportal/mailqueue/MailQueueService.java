package org.partnerportal.mailqueue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerportal.mail.Outbox;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.RefusedException;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.TenantRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail queue for operators, who see where mails are stuck and send them again, and never see what they say. */
@Service
class MailQueueService {

    /** How many failed mails are sent again by one click: more would hold up the browser. */
    static final int MOST_AT_ONCE = 1_000;

    private static final int BATCH = 100;

    private final MailQueueSearch search;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailQueueService(
            MailQueueSearch search,
            Outbox outbox,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.search = search;
        this.outbox = outbox;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public MailQueueList list(Actor actor, MailQueueFilter filter) {
        requireOperator(actor);
        return search.find(filter, clock.instant());
    }

    /** Sends one mail again; tells whether there was anything to do. */
    boolean sendAgain(Actor actor, UUID id) {
        requireOperator(actor);
        return Boolean.TRUE.equals(transaction.execute(status -> sendOneAgain(actor, id)));
    }

    private boolean sendOneAgain(Actor actor, UUID id) {
        boolean done = outbox.sendAgain(id);
        if (done) {
            events.publishEvent(new MailSentAgain(clock.instant(), actor.who(), id));
        }
        return done;
    }

    /** Sends the failed mails again, each in a transaction of its own, oldest first; tells how many. */
    int sendAllAgain(Actor actor) {
        requireOperator(actor);
        Instant now = clock.instant();
        int done = 0;
        UUID last = Ids.FIRST;
        List<UUID> failed;
        do {
            failed = search.failed(last, now, BATCH);
            for (UUID id : failed) {
                done += sentAgain(actor, id) ? 1 : 0;
                last = id;
            }
        } while (failed.size() == BATCH && done < MOST_AT_ONCE);
        return done;
    }

    private boolean sentAgain(Actor actor, UUID id) {
        try {
            return sendAgain(actor, id);
        } catch (RefusedException e) {
            return false; // it arrived, or was given up, meanwhile
        }
    }

    private static void requireOperator(Actor actor) {
        TenantRules.operate(actor).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
    }
}
