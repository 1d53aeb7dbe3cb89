package org.partnerportal.publication;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Announcements in the database. */
interface AnnouncementRepository extends Repository<Announcement, UUID> {

    Announcement save(Announcement announcement);

    @Query("""
            select new org.partnerportal.publication.AnnouncementRow(a.id, a.reason, a.requestedBy, a.dueAt, a.told,
                a.finishedAt)
            from Announcement a where a.agreementId = :agreement order by a.id desc
            """)
    List<AnnouncementRow> of(UUID agreement);

    @Query("select a.id from Announcement a where a.openKey is not null and a.dueAt <= :now order by a.dueAt, a.id")
    List<UUID> due(Instant now);

    /** One that is not finished, locked: only one run tells the next customers. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Announcement a where a.id = :id and a.openKey is not null")
    Optional<Announcement> lockOpen(UUID id);
}
