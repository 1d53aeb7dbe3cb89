package org.partnerportal.license;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who holds which licence, in the database. Whoever adds one holds its subscription, so that there are never too many. */
interface LicenseRepository extends Repository<License, UUID> {

    License save(License license);

    /** How many people hold a licence of a subscription. */
    record Count(UUID subscription, long number) {}

    @Query("""
            select new org.partnerportal.license.LicenseRepository$Count(l.subscriptionId, count(l)) from License l
            where l.customer = :customer and l.subscriptionId in :subscriptions group by l.subscriptionId
            """)
    List<Count> count(TenantId customer, Collection<UUID> subscriptions);

    /** The names of people who hold one. */
    @Query("""
            select a.name from License l join Account a on a.id = l.accountId
            where l.customer = :customer and l.subscriptionId = :subscription order by a.name, a.id
            """)
    List<String> holders(TenantId customer, UUID subscription, Limit most);

    /** The subscriptions of which the person holds one. */
    @Query("select l.subscriptionId from License l where l.customer = :customer and l.accountId = :account")
    List<UUID> held(TenantId customer, UUID account);

    /** How many licenses one person holds. */
    record Held(UUID account, long number) {}

    /** How many each of these people holds of what has not ended by then. */
    @Query("""
            select new org.partnerportal.license.LicenseRepository$Held(l.accountId, count(l)) from License l
            join Subscription s on s.id = l.subscriptionId
            where l.customer = :customer and l.accountId in :accounts and (s.canceledAt is null or s.endsAt > :now)
            group by l.accountId
            """)
    List<Held> held(TenantId customer, Collection<UUID> accounts, Instant now);

    @Modifying
    @Query("""
            delete from License l
            where l.customer = :customer and l.subscriptionId = :subscription and l.accountId = :account
            """)
    int take(TenantId customer, UUID subscription, UUID account);

    @Modifying
    @Query("delete from License l where l.customer = :customer and l.subscriptionId = :subscription")
    int takeAll(TenantId customer, UUID subscription);
}
