package org.partnerportal.passwordlink;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Links to choose a password, in the database. */
interface PasswordLinkRepository extends Repository<PasswordLink, UUID> {

    PasswordLink save(PasswordLink link);

    boolean existsById(UUID id);

    Optional<PasswordLink> findBySha256(String sha256);

    /** Takes the link, which works once. */
    @Modifying
    @Query("delete from PasswordLink l where l.id = :id")
    int take(UUID id);

    @Modifying
    @Query("delete from PasswordLink l where l.accountId = :account")
    void deleteAll(UUID account);

    @Modifying
    @Query("delete from PasswordLink l where l.expiresAt < :before")
    void deleteOlder(Instant before);

    @Query("select count(l) from PasswordLink l"
            + " where l.accountId = :account and l.reason = FORGOTTEN and l.madeAt > :after")
    long countForgotten(UUID account, Instant after);
}
