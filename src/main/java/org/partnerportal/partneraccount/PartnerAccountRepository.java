package org.partnerportal.partneraccount;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.partneraccount.PartnerAccounts.Employed;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor.Worker;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts of partners' people in the database. */
interface PartnerAccountRepository extends Repository<PartnerAccount, UUID> {

    PartnerAccount save(PartnerAccount account);

    boolean existsBy();

    @Query("""
            select p from PartnerAccount p left join fetch p.roles
            where p.customer = :customer and p.relationship in :relationships order by p.id desc
            """)
    List<PartnerAccount> ofRelationships(TenantId customer, Collection<UUID> relationships);

    @Query("select count(p) from PartnerAccount p where p.customer = :customer and p.relationship = :relationship")
    long count(TenantId customer, UUID relationship);

    @Query("""
            select p from PartnerAccount p left join fetch p.roles
            where p.customer = :customer and p.relationship = :relationship and p.id = :id
            """)
    Optional<PartnerAccount> one(TenantId customer, UUID relationship, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select p from PartnerAccount p
            where p.customer = :customer and p.relationship = :relationship and p.id = :id
            """)
    Optional<PartnerAccount> lock(TenantId customer, UUID relationship, UUID id);

    /** Of the account; none while the partner's organisation is switched off. */
    @Query("""
            select p from PartnerAccount p left join fetch p.roles join Tenant t on t.id = p.partner
            where p.customer = :customer and p.account = :account and t.standing = ACTIVE
            """)
    Optional<PartnerAccount> ofAccount(TenantId customer, UUID account);

    /** The same in any case. */
    @Query("""
            select p from PartnerAccount p left join fetch p.roles
            where p.customer = :customer and p.account = :account
            """)
    Optional<PartnerAccount> anyOfAccount(TenantId customer, UUID account);

    /** The accounts in use that work by any of these roles, in force at that time. */
    String WORKS = """
            from PartnerAccount p join p.roles role join Relationship r on r.id = p.relationship
            join DelegatedRole d on d.id.relationshipId = p.relationship and d.id.roleTemplateId = role
            join Account a on a.id = p.account join Tenant t on t.id = p.customer join Tenant e on e.id = p.partner
            where role in :anyOfRoles and d.removedAt is null and a.standing = ACTIVE and e.standing = ACTIVE and\s""" + RelationshipRules.IN_FORCE;

    /** The people who work for the customer so. */
    @Query("""
            select distinct new org.partnerportal.partneraccount.PartnerAccounts$Employed(
                new org.partnerportal.tenant.Contact(
                    a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing), p.partner)
            """ + WORKS + " and p.customer = :customer order by a.name, a.id")
    List<Employed> people(TenantId customer, Collection<String> anyOfRoles, Instant now);

    /** Which of these accounts do, each for its customer. */
    @Query("select distinct new org.partnerportal.tenant.Actor$Worker(p.customer, a.id) " + WORKS
            + " and p.customer in :customers and a.id in :accounts")
    List<Worker> people(
            Collection<TenantId> customers, Collection<UUID> accounts, Collection<String> anyOfRoles, Instant now);
}
