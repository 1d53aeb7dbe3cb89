package org.partnerportal.registration;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Registrations in the database. */
interface RegistrationRepository extends Repository<Registration, UUID> {

    Registration save(Registration registration);

    Optional<Registration> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Registration r where r.id = :id")
    Optional<Registration> lock(UUID id);

    @Modifying
    @Query("delete from Registration r where r.expiresAt < :before")
    void deleteOlder(Instant before);
}
