package org.partnerportal.batch;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of batches in the database. */
interface BatchRowRepository extends Repository<BatchRow, BatchRow.Key> {

    /** How many rows came to one outcome. */
    record Count(BatchOutcome outcome, long rows) {}

    <R extends Iterable<BatchRow>> Iterable<BatchRow> saveAll(R rows);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from BatchRow r where r.id = :id")
    Optional<BatchRow> lock(BatchRow.Key id);

    /** The next rows without a result. */
    @Query("select r.id.number from BatchRow r where r.id.batch = :batch and r.outcome = WAITING order by r.id.number")
    List<Integer> waiting(UUID batch, Limit most);

    /** The rows of these outcomes behind a number. */
    @Query("""
            select r from BatchRow r
            where r.id.batch = :batch and r.outcome in :outcomes and r.id.number > :after order by r.id.number
            """)
    List<BatchRow> rows(UUID batch, Collection<BatchOutcome> outcomes, int after, Limit most);

    @Query("select new org.partnerportal.batch.BatchRowRepository$Count(r.outcome, count(r)) from BatchRow r"
            + " where r.id.batch = :batch group by r.outcome")
    List<Count> counts(UUID batch);

    @Modifying
    @Query("update BatchRow r set r.outcome = STOPPED where r.id.batch = :batch and r.outcome = WAITING")
    void stop(UUID batch);

    @Modifying
    @Query("delete from BatchRow r where r.id.batch = :batch")
    void deleteOf(UUID batch);
}
