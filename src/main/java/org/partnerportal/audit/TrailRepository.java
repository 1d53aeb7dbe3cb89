package org.partnerportal.audit;

import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The trail in the database: it can be added to and read. */
interface TrailRepository extends Repository<TrailEntry, UUID> {

    String LINE = """
            select new org.partnerportal.audit.TrailLine(e.id, e.at, e.kind, e.personName, p.name, c.name, e.details)
            from TrailEntry e left join Tenant p on p.id = e.partner left join Tenant c on c.id = e.customer
            """;

    TrailEntry save(TrailEntry entry);

    /** The part that a tenant may read, before a row, newest first. */
    @Query(LINE + "where (e.customer = :tenant or e.partner = :tenant) and e.id < :before order by e.id desc")
    List<TrailLine> of(TenantId tenant, UUID before, Limit most);

    @Query(LINE + "where e.customer = :customer and e.partner = :partner and e.id < :before order by e.id desc")
    List<TrailLine> between(TenantId customer, TenantId partner, UUID before, Limit most);
}
