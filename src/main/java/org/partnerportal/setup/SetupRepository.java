package org.partnerportal.setup;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Whether the portal is set up, in the database. */
interface SetupRepository extends Repository<Setup, Integer> {

    Setup saveAndFlush(Setup setup);

    @Query("select count(s) > 0 from Setup s")
    boolean isDone();
}
