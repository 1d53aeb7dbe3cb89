package org.partnerportal.audit;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The trail in the database, as its writers see it: it can be added to. */
interface TrailRepository extends Repository<TrailEntry, UUID> {

    TrailEntry save(TrailEntry entry);
}
