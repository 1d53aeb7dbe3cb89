package org.partnerportal.accessreview;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reviews and their schedule in the database. */
interface AccessReviewRepository extends Repository<AccessReview, UUID> {

    AccessReview save(AccessReview review);

    boolean existsBy();

    @Query("select r from AccessReview r left join fetch r.lines where r.customer = :customer and r.id = :id")
    Optional<AccessReview> ofCustomer(TenantId customer, UUID id);

    /** One of the customer's, locked until the transaction ends: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AccessReview r where r.customer = :customer and r.id = :id")
    Optional<AccessReview> lockOfCustomer(TenantId customer, UUID id);

    @Query("select r from AccessReview r where r.openKey = :customer")
    Optional<AccessReview> open(UUID customer);

    /** The finished ones before a review, newest first; reviews of one customer are finished in the order of their ids. */
    @Query("""
            select new org.partnerportal.accessreview.AccessReviewList$Row(
                r.id, r.reference, r.finishedAt, r.signerName, r.kept, r.removed, r.gone)
            from AccessReview r where r.customer = :customer and r.status = FINISHED and r.id < :before order by r.id desc
            """)
    List<AccessReviewList.Row> finished(TenantId customer, UUID before, Limit most);

    /** Those whose time is over and of which nobody has been reminded, behind a position: of every customer, for the clock. */
    @Query("""
            select new org.partnerportal.shared.Due(r.id, r.remindAt) from AccessReview r
            where r.remindAt <= :now and r.remindAt >= :after and (r.remindAt > :after or r.id > :afterId)
            order by r.remindAt, r.id
            """)
    List<Due> remindersDue(Instant now, Instant after, UUID afterId, Limit most);

    /** Those of these of which that is still true, locked; of every customer, for the clock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AccessReview r where r.id in :ids and r.remindAt <= :now order by r.id")
    List<AccessReview> lockForReminder(Collection<UUID> ids, Instant now);

    // the schedule

    /** Gives the customer a schedule unless it has one; the row of whoever came first stays. */
    @Modifying
    @NativeQuery("""
            insert into access_review_schedule (customer_id, counted_from, next_at)
            values (:customer, :countedFrom, :nextAt) on conflict do nothing
            """)
    int schedule(UUID customer, Instant countedFrom, Instant nextAt);

    @Query("select s.nextAt from AccessReviewSchedule s where s.customer = :customer")
    Optional<Instant> nextAt(TenantId customer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from AccessReviewSchedule s where s.customer = :customer")
    Optional<AccessReviewSchedule> lockSchedule(TenantId customer);

    /** The customers whose review is due, behind a position. */
    @Query("""
            select new org.partnerportal.shared.Due(s.customer.value, s.nextAt)
            from AccessReviewSchedule s
            where s.nextAt <= :now and s.nextAt >= :after and (s.nextAt > :after or s.customer.value > :afterId)
            order by s.nextAt, s.customer.value
            """)
    List<Due> schedulesDue(Instant now, Instant after, UUID afterId, Limit most);

    /** Those of these customers whose review is still due, locked; for the clock, which has no tenant. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from AccessReviewSchedule s where s.customer.value in :customers and s.nextAt <= :now"
            + " order by s.customer.value")
    List<AccessReviewSchedule> lockDue(Collection<UUID> customers, Instant now);
}
