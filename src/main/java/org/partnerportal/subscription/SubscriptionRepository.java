package org.partnerportal.subscription;

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

/** Subscriptions in the database. Every verb locks its row first, so that of several one comes first and the others see it. */
interface SubscriptionRepository extends Repository<Subscription, UUID> {

    Subscription save(Subscription subscription);

    void flush();

    boolean existsBy();

    @Query("select s from Subscription s where s.customer = :customer and s.id = :id")
    Optional<Subscription> ofCustomer(TenantId customer, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscription s where s.customer = :customer and s.id = :id")
    Optional<Subscription> lockOfCustomer(TenantId customer, UUID id);

    /** Whose software one of the customer's is; nobody's where it is no software. */
    @Query("select s.seller from Subscription s where s.customer = :customer and s.id = :id and s.product = SOFTWARE")
    Optional<TenantId> vendorOf(TenantId customer, UUID id);

    /** Those of the customer's that are in use at that time, with licences to give to people; newest first. */
    @Query("""
            select s from Subscription s
            where s.customer = :customer and s.product <> DOMAIN_NAME and (s.canceledAt is null or s.endsAt > :now)
            order by s.id desc
            """)
    List<Subscription> licensed(TenantId customer, Instant now, Limit most);

    @Query("""
            select count(s) from Subscription s
            where s.customer = :customer and (s.canceledAt is null or s.endsAt > :now)
            """)
    long countInUse(TenantId customer, Instant now);

    /** The domains that the customer has at that time, by name. */
    @Query("""
            select s.domain from Subscription s
            where s.customer = :customer and s.product = DOMAIN_NAME and (s.canceledAt is null or s.endsAt > :now)
            order by s.domain
            """)
    List<String> domains(TenantId customer, Instant now, Limit most);

    @Query("""
            select count(s) from Subscription s
            where s.customer = :customer and s.product = DOMAIN_NAME and (s.canceledAt is null or s.endsAt > :now)
            """)
    long countDomains(TenantId customer, Instant now);

    /** What the partner sold to the customer and is not over, always locked in the same order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select s from Subscription s
            where s.customer = :customer and s.seller = :seller and s.endedAt is null order by s.id
            """)
    List<Subscription> lockSold(TenantId customer, TenantId seller);

    @Query("""
            select s from Subscription s
            where s.customer = :customer and s.seller = :seller and s.product in :products
                and (s.canceledAt is null or s.endsAt > :now)
            order by s.id desc
            """)
    List<Subscription> sold(TenantId customer, TenantId seller, Collection<Product> products, Instant now, Limit most);

    /** Whoever holds that domain, of every tenant: a name is there only once. */
    @Query("select s from Subscription s where s.domainHeld = :domain")
    Optional<Subscription> byDomain(String domain);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscription s where s.domainHeld = :domain")
    Optional<Subscription> lockByDomain(String domain);

    /** Those of every tenant with which time has something to do, behind a position, in that order. */
    @Query("""
            select new org.partnerportal.shared.Due(s.id, s.dueAt) from Subscription s
            where s.dueAt <= :now and s.dueAt >= :after and (s.dueAt > :after or s.id > :afterId)
            order by s.dueAt, s.id
            """)
    List<Due> due(Instant now, Instant after, UUID afterId, Limit most);

    /** One of those, locked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Subscription s where s.id = :id")
    Optional<Subscription> lock(UUID id);
}
