package org.partnerportal.support;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The threads in the database; each belongs to a request, which is looked up by its tenant first. */
interface RequestStepRepository extends Repository<RequestStep, UUID> {

    RequestStep save(RequestStep step);

    @Query("select count(s) > 0 from RequestStep s where s.requestId = :request and s.id = :id")
    boolean isThere(UUID request, UUID id);

    /** Whether that step is there and says something else. */
    @Query("select count(s) > 0 from RequestStep s where s.requestId = :request and s.id = :id and s.text <> :text")
    boolean isOther(UUID request, UUID id, String text);

    /** What a request began with. */
    @Query("select s.text from RequestStep s where s.requestId = :request and s.kind = OPENED")
    String description(UUID request);

    /** The thread, oldest first. */
    @Query("""
            select new org.partnerportal.support.RequestStepView(s.kind, s.person, s.partnerName, s.at, s.text)
            from RequestStep s where s.requestId = :request order by s.place
            """)
    List<RequestStepView> of(UUID request);
}
