package org.partnerportal.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Bulk switches and their rows in the database. */
interface BulkSwitchRepository extends Repository<BulkSwitch, UUID> {

    BulkSwitch save(BulkSwitch bulk);

    @Query("select b from BulkSwitch b where b.partner = :partner and b.id = :id")
    Optional<BulkSwitch> ofPartner(TenantId partner, UUID id);

    /** The rows of these outcomes behind an ordinal. */
    @Query("""
            select r from BulkSwitchRow r
            where r.id.bulkSwitchId = :bulk and r.id.ordinal > :after and r.outcome in :outcomes
            order by r.id.ordinal
            """)
    List<BulkSwitchRow> rows(UUID bulk, int after, List<BulkOutcome> outcomes, Limit most);

    @Query("select new org.partnerportal.customer.BulkResult$Count(r.outcome, count(r)) from BulkSwitchRow r"
            + " where r.id.bulkSwitchId = :bulk group by r.outcome")
    List<BulkResult.Count> counts(UUID bulk);

    @Modifying
    @Query("delete from BulkSwitchRow r where r.id.bulkSwitchId in"
            + " (select b.id from BulkSwitch b where b.partner = :partner and b.startedAt < :before)")
    void forgetRows(TenantId partner, Instant before);

    @Modifying
    @Query("delete from BulkSwitch b where b.partner = :partner and b.startedAt < :before")
    void forget(TenantId partner, Instant before);
}
