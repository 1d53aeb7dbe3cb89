package org.partnerportal.invitation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.Due;
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

    /** An invitation to be seen by whom it was sent to: it may name no customer yet, so no tenant can be asked for. */
    Optional<Invitation> findById(UUID id);

    /** The invitation that a link leads to: a link names no tenant, and its invitation may name no customer yet. */
    Optional<Invitation> findByLinkSha256(String sha256);

    @Query("select i from Invitation i where i.partner = :partner and i.id = :id")
    Optional<Invitation> ofPartner(TenantId partner, UUID id);

    /**
     * An invitation, locked until the transaction ends, for the clock and for whom it was sent to: the clock has no tenant, and
     * the invitation may name no customer yet.
     */
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

    @Query("select count(i) > 0 from Invitation i"
            + " where i.partner = :partner and i.openRenewalOf = :relationship and i.id <> :id")
    boolean isAnotherRenewalOpen(TenantId partner, UUID relationship, UUID id);

    /** The offers to renew any of these that wait now, where the tenant is the partner or the customer. */
    @Query("select i from Invitation i where (i.partner = :tenant or i.customer = :tenant)"
            + " and i.openRenewalOf in :relationships and i.expiresAt > :now")
    List<Invitation> openRenewals(TenantId tenant, Collection<UUID> relationships, Instant now);

    /** The relationship that the partner's invitation renews; empty where it renews none. */
    @Query("select i.renewsId from Invitation i where i.partner = :partner and i.id = :id and i.renewsId is not null")
    Optional<UUID> renewedBy(TenantId partner, UUID id);

    /** The partner's invitation that began that relationship. */
    @Query("select i from Invitation i where i.partner = :partner and i.relationshipId = :relationship")
    Optional<Invitation> thatBegan(TenantId partner, UUID relationship);

    /**
     * Notes the first look; of two at the same moment only one changes the row. It may name no customer yet, so no tenant can
     * be asked for.
     */
    @Modifying
    @Query("update Invitation i set i.openedAt = :now where i.id = :id and i.openedAt is null")
    int markOpened(UUID id, Instant now);

    /** Those of every tenant whose time has run out, behind a position, in that order: the clock, which asks, has no tenant. */
    @Query("""
            select new org.partnerportal.shared.Due(i.id, i.expiresAt) from Invitation i
            where i.status in (PENDING, CHANGES_REQUESTED) and i.expiresAt <= :now
              and i.expiresAt >= :after and (i.expiresAt > :after or i.id > :afterId)
            order by i.expiresAt, i.id
            """)
    List<Due> due(Instant now, Instant after, UUID afterId, Limit most);

    /** Those of every tenant whose addressees are to be reminded, behind a position, in that order. */
    @Query("""
            select new org.partnerportal.shared.Due(i.id, i.remindAt) from Invitation i
            where i.status = PENDING and i.remindAt <= :now and i.expiresAt > :now
              and i.remindAt >= :after and (i.remindAt > :after or i.id > :afterId)
            order by i.remindAt, i.id
            """)
    List<Due> toRemind(Instant now, Instant after, UUID afterId, Limit most);

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
