package org.partnerportal.setup;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** One-time codes in the database. */
interface SetupCodeRepository extends Repository<SetupCode, String> {

    SetupCode save(SetupCode code);

    Optional<SetupCode> findBySha256(String sha256);

    @Modifying
    @Query("delete from SetupCode c where c.madeAt <= :before")
    void deleteOlder(Instant before);

    @Modifying
    @Query("delete from SetupCode c")
    void deleteAll();
}
