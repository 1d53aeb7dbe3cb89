package org.partnerportal.batch;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Batches in the database. */
interface BatchRepository extends Repository<Batch, UUID> {

    Batch saveAndFlush(Batch batch);

    Optional<Batch> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Batch b where b.id = :id")
    Optional<Batch> lock(UUID id);

    @Query("select b from Batch b where b.tenant = :tenant and b.kind = :kind and b.id = :id")
    Optional<Batch> ofTenant(TenantId tenant, String kind, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Batch b where b.tenant = :tenant and b.kind = :kind and b.id = :id")
    Optional<Batch> lockOfTenant(TenantId tenant, String kind, UUID id);

    /** Those of these kinds, the newest first. */
    @Query("""
            select b from Batch b where b.tenant = :tenant and b.kind in :kinds and b.id < :before
            order by b.id desc
            """)
    List<Batch> latest(TenantId tenant, Collection<String> kinds, UUID before, Limit most);

    /** Those of these batches that were not started and have no row that a start could work. */
    @Query("""
            select b.id from Batch b where b.id in :ids and b.state = CHECKED and not exists (
                select 1 from BatchRow r where r.id.batch = b.id and r.outcome = WAITING)
            """)
    Set<UUID> vain(Collection<UUID> ids);

    /** Some batches made before that time on which nobody works. */
    @Query("select b.id from Batch b where b.createdAt < :before and b.state <> RUNNING order by b.createdAt")
    List<UUID> old(Instant before, Limit most);

    @Modifying
    @Query("delete from Batch b where b.id = :id")
    void delete(UUID id);
}
