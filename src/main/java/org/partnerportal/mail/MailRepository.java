package org.partnerportal.mail;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The outbox in the database. Whoever notes how far a mail got locks its row first. */
interface MailRepository extends Repository<Mail, UUID> {

    Mail save(Mail mail);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Mail m where m.id = :id")
    Optional<Mail> lock(UUID id);

    /** The states of the mails of those kinds about those things, oldest first. */
    @Query("""
            select new org.partnerportal.mail.MailRepository$Row(
                m.about, m.id, m.status, m.problem, m.answer, m.queuedAt, m.nextTryAt, m.sentAt,
                case when m.html is null then false else true end, m.goodUntil)
            from Mail m where m.about in :about and m.kind in :kinds order by m.id
            """)
    List<Row> states(Collection<UUID> about, Collection<String> kinds);

    /** Gives up every mail of those kinds about that thing which has not arrived. */
    @Modifying
    @Query("""
            update Mail m
            set m.status = CANCELLED, m.html = null, m.plain = null, m.nextTryAt = null, m.version = m.version + 1
            where m.about = :about and m.kind in :kinds and m.status in (QUEUED, DEFERRED, FAILED)
            """)
    int cancel(UUID about, Collection<String> kinds);

    /** Gives up what is of no use any more, whether it waits or failed. */
    @Modifying
    @Query("""
            update Mail m
            set m.status = CANCELLED, m.html = null, m.plain = null, m.nextTryAt = null, m.version = m.version + 1
            where m.status in (QUEUED, DEFERRED, FAILED) and m.html is not null
              and (m.goodUntil <= :now or m.queuedAt <= :oldest)
            """)
    int cancelOld(Instant now, Instant oldest);

    /** The state of one mail. */
    record Row(
            UUID about,
            UUID id,
            MailStatus status,
            @Nullable MailProblem problem,
            @Nullable String answer,
            Instant queuedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant sentAt,
            boolean hasText,
            @Nullable Instant goodUntil) {}
}
