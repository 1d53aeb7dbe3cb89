package org.partnerportal.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The outbox in the database. */
interface MailRepository extends Repository<Mail, UUID> {

    Mail save(Mail mail);

    Optional<Mail> findById(UUID id);

    /** The states of the mails of those kinds about those things, oldest first. */
    @Query("""
            select new org.partnerportal.mail.MailRepository$Row(
                m.about, m.status, m.answer, m.queuedAt, m.nextTryAt, m.sentAt)
            from Mail m where m.about in :about and m.kind in :kinds order by m.id
            """)
    List<Row> states(Collection<UUID> about, Collection<String> kinds);

    /** The state of one mail. */
    record Row(
            UUID about,
            MailStatus status,
            @Nullable String answer,
            Instant queuedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant sentAt) {}
}
