package org.partnerportal.invitation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Invitations in the database. Every verb locks its row first, so that of several answers one comes first and the others
 * see what it did; the version column makes the deciding UPDATE conditional all the same.
 */
interface InvitationRepository extends Repository<Invitation, UUID> {

    Invitation save(Invitation invitation);

    void flush();

    boolean existsBy();

    Optional<Invitation> findById(UUID id);

    Optional<Invitation> findByLinkSha256(String sha256);

    @Query("select i from Invitation i where i.partner = :partner and i.id = :id")
    Optional<Invitation> ofPartner(TenantId partner, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.id = :id")
    Optional<Invitation> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.partner = :partner and i.id = :id")
    Optional<Invitation> lockOfPartner(TenantId partner, UUID id);

    /**
     * Every offer of the partner to renew that relationship which is open, and that one; locked in one order for everybody,
     * and before the relationship itself.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select i from Invitation i
            where i.partner = :partner and (i.openRenewalOf = :relationship or i.id = :id) order by i.id
            """)
    List<Invitation> lockRenewals(TenantId partner, UUID relationship, UUID id);

    /** The partner's invitations with that same offer which are open by their status. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select i from Invitation i
            where i.partner = :partner and i.offerKey = :key and i.status in (PENDING, CHANGES_REQUESTED) order by i.id
            """)
    List<Invitation> lockSame(TenantId partner, String key);

    /** An invitation and what makes its offer the same as another. */
    record Open(String key, UUID id) {}

    /** Those of the partner's invitations with one of these offers that are open now. */
    @Query("""
            select new org.partnerportal.invitation.InvitationRepository$Open(i.offerKey, i.id) from Invitation i
            where i.partner = :partner and i.offerKey in :keys and i.status in (PENDING, CHANGES_REQUESTED)
              and i.expiresAt > :now order by i.id
            """)
    List<Open> open(TenantId partner, Collection<String> keys, Instant now);

    @Query("select count(i) > 0 from Invitation i where i.openRenewalOf = :relationship and i.id <> :id")
    boolean isAnotherRenewalOpen(UUID relationship, UUID id);

    /** The offers to renew any of these that wait now. */
    @Query("select i from Invitation i where i.openRenewalOf in :relationships and i.expiresAt > :now")
    List<Invitation> openRenewals(Collection<UUID> relationships, Instant now);

    /** The relationship that the partner's invitation renews; empty where it renews none. */
    @Query("select i.renewsId from Invitation i where i.partner = :partner and i.id = :id and i.renewsId is not null")
    Optional<UUID> renewedBy(TenantId partner, UUID id);

    /** The invitation that began that relationship. */
    Optional<Invitation> findByRelationshipId(UUID relationship);

    /** Notes the first look; of two at the same moment only one changes the row. */
    @Modifying
    @Query("update Invitation i set i.openedAt = :now where i.id = :id and i.openedAt is null")
    int markOpened(UUID id, Instant now);

    @Query("""
            select i.id from Invitation i
            where i.status in (PENDING, CHANGES_REQUESTED) and i.expiresAt <= :now order by i.expiresAt
            """)
    List<UUID> due(Instant now, Limit most);

    /**
     * What waits for an answer by that person or organisation, or for the partner's answer to them; the one that lapses
     * first in front.
     */
    @Query("""
            select i from Invitation i
            where i.status in (PENDING, CHANGES_REQUESTED) and i.expiresAt > :now
              and (i.customer = :tenant or (i.customer is null and i.email = :email))
            order by i.expiresAt
            """)
    List<Invitation> waitingFor(TenantId tenant, String email, Instant now, Limit most);
}
