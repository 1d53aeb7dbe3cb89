package org.partnerportal.changerequest;

import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The threads in the database: they can be added to and read. */
interface ThreadRepository extends Repository<ThreadStep, UUID> {

    ThreadStep save(ThreadStep step);

    /** A thread of the partner or of the customer, in the order in which it was written: in each round the offer, then what is proposed instead. */
    @Query("""
            select distinct s from ThreadStep s left join fetch s.roles
            where s.invitationId = :invitation and exists (select 1 from Invitation i
                where i.id = s.invitationId and (i.partner = :tenant or i.customer = :tenant))
            order by s.round, s.side desc
            """)
    List<ThreadStep> of(TenantId tenant, UUID invitation);
}
