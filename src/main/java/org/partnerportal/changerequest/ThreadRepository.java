package org.partnerportal.changerequest;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The threads in the database: they can be added to and read. */
interface ThreadRepository extends Repository<ThreadStep, UUID> {

    ThreadStep save(ThreadStep step);

    /** A thread in the order in which it was written: in each round the offer, then what is proposed instead. */
    @Query("""
            select distinct s from ThreadStep s left join fetch s.roles
            where s.invitationId = :invitation order by s.round, s.side desc
            """)
    List<ThreadStep> of(UUID invitation);
}
