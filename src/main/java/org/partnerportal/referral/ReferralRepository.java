package org.partnerportal.referral;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.invitation.InvitationStatus;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.Due;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests in the database. Every verb locks its row first, so that of several one comes first and the others see it. */
interface ReferralRepository extends Repository<Referral, UUID> {

    Referral save(Referral referral);

    void delete(Referral referral);

    boolean existsBy();

    /** A request by its id alone: for the second click of a form, and for its sender, who may belong to no tenant. */
    Optional<Referral> findById(UUID id);

    /** The request whose address a link proves; the link says which, so no tenant is asked for. */
    Optional<Referral> findByLinkSha256(String sha256);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Referral r where r.linkSha256 = :sha256")
    Optional<Referral> lockByLink(String sha256);

    /** A request, locked, for the clock and for its sender: neither is asked for a tenant. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Referral r where r.id = :id")
    Optional<Referral> lock(UUID id);

    @Query("select r from Referral r where r.partner = :partner and r.id = :id and r.status <> UNCONFIRMED")
    Optional<Referral> ofPartner(TenantId partner, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Referral r where r.partner = :partner and r.id = :id and r.status <> UNCONFIRMED")
    Optional<Referral> lockOfPartner(TenantId partner, UUID id);

    /** The open invitation of one of the partner's requests, without reading the request itself, which is locked after it. */
    @Query("""
            select r.openInvitation from Referral r
            where r.partner = :partner and r.id = :id and r.openInvitation is not null
            """)
    Optional<UUID> openInvitation(TenantId partner, UUID id);

    /** The same of a request that the customer's person sees, as in the list. */
    @Query("""
            select r.openInvitation from Referral r
            where r.id = :id and (r.email = :email or (:all = true and r.customer = :customer))
              and r.openInvitation is not null
            """)
    Optional<UUID> openInvitation(TenantId customer, String email, boolean all, UUID id);

    /** The request because of which the partner sent that invitation. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from Referral r where r.partner = :partner and r.id = (
                select s.referralId from ReferralStep s where s.invitationId = :invitation and s.kind = INVITED)
            """)
    Optional<Referral> lockInvited(TenantId partner, UUID invitation);

    @Query("""
            select r from Referral r where r.partner = :partner and r.id = (
                select s.referralId from ReferralStep s where s.invitationId = :invitation and s.kind = INVITED)
            """)
    Optional<Referral> invited(TenantId partner, UUID invitation);

    /**
     * An invitation because of a request.
     *
     * @param email the invited address
     * @param customer the invited organisation, once known
     */
    record Invited(UUID id, String email, @Nullable TenantId customer, InvitationStatus status, Instant expiresAt) {}

    /** Who has to act on the open invitation of a request, by the clock; empty where there is none. */
    default Optional<InvitationTurn> turn(Referral referral, Instant now) {
        return Optional.ofNullable(referral.openInvitation())
                .map(open -> invitation(referral.partner(), open))
                .map(open -> ReferralRules.turn(open.status(), open.expiresAt(), now));
    }

    /** The invitations that the partner sent because of a request. */
    @Query("""
            select new org.partnerportal.referral.ReferralRepository$Invited(i.id, i.email, i.customer, i.status,
                i.expiresAt)
            from Invitation i where i.partner = :partner and i.id in (
                select s.invitationId from ReferralStep s where s.referralId = :id and s.kind = INVITED)
            """)
    List<Invited> invitations(TenantId partner, UUID id);

    @Query("""
            select new org.partnerportal.referral.ReferralRepository$Invited(i.id, i.email, i.customer, i.status,
                i.expiresAt)
            from Invitation i where i.partner = :partner and i.id = :invitation
            """)
    Invited invitation(TenantId partner, UUID invitation);

    /** Whether an invitation because of the request waits for its answer, by the clock. */
    @Query("""
            select count(i) > 0 from Referral r join Invitation i on i.id = r.openInvitation
            where r.partner = :partner and r.id = :id and i.expiresAt > :now
            """)
    boolean invitationWaits(TenantId partner, UUID id, Instant now);

    /** The relationship that an invitation of the partner begins. */
    @Query("select i.relationshipId from Invitation i where i.partner = :partner and i.id = :invitation")
    Optional<UUID> relationshipOf(TenantId partner, UUID invitation);

    /** The requests with which relationships of the two began, oldest first. */
    @Query("""
            select r from Referral r
            where r.partner = :partner and r.customer = :customer and r.relationshipId is not null order by r.id
            """)
    List<Referral> thatBegan(TenantId partner, TenantId customer);

    /** A line of what people of the customer's asked. */
    record Sent(
            UUID id,
            String reference,
            TenantId partner,
            String partnerName,
            String sender,
            ReferralStatus status,
            @Nullable ReferralOutcome outcome,
            @Nullable Side closedBy,
            @Nullable UUID closedById,
            Instant createdAt,
            @Nullable Instant receivedAt,
            @Nullable PartnerType type,
            String needs,
            @Nullable InvitationStatus invitation,
            @Nullable Instant invitationExpiresAt) {}

    /**
     * What was sent from that address, and what the organisation asked, newest first, before that one.
     *
     * @param all whether the person sees what colleagues asked too
     */
    @Query("""
            select new org.partnerportal.referral.ReferralRepository$Sent(r.id, r.reference, r.partner, p.name, r.name,
                r.status, r.outcome, r.closedBy, r.closedById, r.createdAt,
                r.receivedAt, r.type, substring(r.needs, 1, 80), i.status, i.expiresAt)
            from Referral r join Tenant p on p.id = r.partner left join Invitation i on i.id = r.openInvitation
                and (i.customer = r.customer or ((i.customer is null or r.customer is null) and i.email = r.email))
            where r.status <> UNCONFIRMED and (r.email = :email or (:all = true and r.customer = :customer))
              and r.id < :before order by r.id desc
            """)
    List<Sent> sent(TenantId customer, String email, boolean all, UUID before, Limit most);

    /** How many of the same are open: nobody has taken them and their time is not over, or somebody looks after them. */
    @Query("""
            select count(r) from Referral r
            where (r.email = :email or (:all = true and r.customer = :customer))
              and (r.status = ACTIVE or (r.status = NEW and r.receivedAt > :since))
            """)
    long countOpen(TenantId customer, String email, boolean all, Instant since);

    @Query("select count(r) from Referral r where r.partner = :partner and r.status = NEW and r.receivedAt > :since")
    long countNew(TenantId partner, Instant since);

    /** Those of every tenant with which time has something to do, behind a position, in that order. */
    @Query("""
            select new org.partnerportal.shared.Due(r.id, r.dueAt) from Referral r
            where r.dueAt <= :now and r.dueAt >= :after and (r.dueAt > :after or r.id > :afterId)
            order by r.dueAt, r.id
            """)
    List<Due> due(Instant now, Instant after, UUID afterId, Limit most);
}
