package org.partnerportal.trailcheck;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The checks in the database; they belong to no organisation. */
interface AskedCheckRepository extends Repository<AskedCheck, UUID> {

    AskedCheck save(AskedCheck check);

    Optional<AskedCheck> findById(UUID id);

    @Query("select c from AskedCheck c where c.running = true")
    Optional<AskedCheck> running();

    @Query("select c from AskedCheck c order by c.askedAt desc, c.id desc")
    List<AskedCheck> latest(Limit most);
}
