package org.partnerportal.relationship;

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
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Relationships in the database. */
interface RelationshipRepository extends Repository<Relationship, UUID> {

    Relationship save(Relationship relationship);

    @Query(
            "select r from Relationship r left join fetch r.roles where r.customer = :customer and r.partner = :partner order by r.id desc")
    List<Relationship> between(TenantId customer, TenantId partner);

    @Query("select r from Relationship r left join fetch r.roles where r.customer = :customer and r.id = :id")
    Optional<Relationship> ofCustomer(TenantId customer, UUID id);

    @Query("select r from Relationship r left join fetch r.roles where r.partner = :partner and r.id = :id")
    Optional<Relationship> ofPartner(TenantId partner, UUID id);

    /** One of the customer's, locked until the transaction ends: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.customer = :customer and r.id = :id")
    Optional<Relationship> lockOfCustomer(TenantId customer, UUID id);

    /** All of the two, locked in the same order each time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.customer = :customer and r.partner = :partner order by r.id")
    List<Relationship> lockBetween(TenantId customer, TenantId partner);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.partner = :partner and r.id = :id")
    Optional<Relationship> lockOfPartner(TenantId partner, UUID id);

    @Query("select r from Relationship r left join fetch r.roles where r.customer = :customer and r.status = ACTIVE"
            + " order by r.partner, r.id")
    List<Relationship> active(TenantId customer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.customer = :customer and r.status = ACTIVE order by r.id")
    List<Relationship> lockActive(TenantId customer);

    @Query("select r from Relationship r left join fetch r.roles"
            + " where r.customer = :customer and r.type = :type and r.status = ACTIVE order by r.id")
    List<Relationship> active(TenantId customer, PartnerType type);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.customer = :customer and r.type = :type and r.status = ACTIVE"
            + " order by r.id")
    List<Relationship> lockActive(TenantId customer, PartnerType type);

    /** Those of every tenant for which a step is due, behind a position, in that order: the clock, which asks, has no tenant. */
    @Query("""
            select new org.partnerportal.shared.Due(r.id, r.dueAt) from Relationship r
            where r.dueAt <= :now and r.dueAt >= :after and (r.dueAt > :after or r.id > :afterId)
            order by r.dueAt, r.id
            """)
    List<Due> due(Instant now, Instant after, UUID afterId, Limit most);

    /** Those of these for which a step is still due, locked; of every tenant, for the clock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Relationship r where r.id in :ids and r.dueAt <= :now order by r.id")
    List<Relationship> lockDue(Collection<UUID> ids, Instant now);

    boolean existsByPartnerAndCustomer(TenantId partner, TenantId customer);

    @Query("select distinct r.customer from Relationship r where r.partner = :partner")
    List<TenantId> customersOf(TenantId partner, Limit most);

    /** Those of these tenants that are, or were, customers of the partner. */
    @Query("select distinct r.customer from Relationship r where r.partner = :partner and r.customer in :tenants")
    List<TenantId> customersAmong(TenantId partner, Collection<TenantId> tenants);

    /** The customers that have any partner at that time, behind one of them, in the order of their ids; a job asks for all. */
    @Query("select distinct r.customer.value from Relationship r where r.customer.value > :after and "
            + RelationshipRules.IN_FORCE + " order by r.customer.value")
    List<UUID> customersWithPartner(UUID after, Instant now, Limit most);

    /** The types of the relationships that are in force between the two. */
    @Query("select distinct r.type from Relationship r where r.partner = :partner and r.customer = :customer and "
            + RelationshipRules.IN_FORCE)
    List<PartnerType> typesInForce(TenantId partner, TenantId customer, Instant now);

    /** With how many partners the customer has a relationship of that type in force. */
    @Query("select count(distinct r.partner) from Relationship r where r.customer = :customer and r.type = :type and "
            + RelationshipRules.IN_FORCE)
    long countPartners(TenantId customer, PartnerType type, Instant now);

    /** The partner's customers with a relationship of one of these types in force. */
    @Query("select distinct r.customer from Relationship r where r.partner = :partner and r.type in :types and "
            + RelationshipRules.IN_FORCE)
    List<TenantId> customersInForce(TenantId partner, Collection<PartnerType> types, Instant now, Limit most);

    /** The customer's partners with a relationship of one of these types, now or once. */
    @Query("select distinct r.partner from Relationship r where r.customer = :customer and r.type in :types")
    List<TenantId> partnersOf(TenantId customer, Collection<PartnerType> types, Limit most);

    @Query("select count(r) > 0 from Relationship r where r.customer = :customer and " + RelationshipRules.IN_FORCE)
    boolean hasPartner(TenantId customer, Instant now);
}
