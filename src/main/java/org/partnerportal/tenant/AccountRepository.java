package org.partnerportal.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts in the database. */
interface AccountRepository extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    boolean existsByEmail(String email);

    /** One row for each role held (one row without a role where there is none), for an account in use. */
    @Query("""
            select new org.partnerportal.tenant.ActorRow(a.id, t.id, t.name, t.demo, p.tenant is not null,
                a.name, a.email, a.language, a.timeZone, a.theme, r)
            from Account a join Tenant t on t.id = a.tenant
            left join PartnerProfile p on p.tenant = a.tenant left join a.roles r
            where a.id = :account and a.standing = ACTIVE and t.standing = ACTIVE
            """)
    List<ActorRow> actor(UUID account);

    @Query("""
            select new org.partnerportal.tenant.CredentialsRow(a.id, a.passwordHash, a.standing, t.standing, t.demo)
            from Account a join Tenant t on t.id = a.tenant where a.email = :email
            """)
    Optional<CredentialsRow> credentials(String email);

    @Query("select new org.partnerportal.shared.Who(a.id, a.tenant, a.name) from Account a where a.id = :account")
    Optional<Who> who(UUID account);

    @Query("""
            select distinct new org.partnerportal.tenant.Contact(
                a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing)
            from Account a join Tenant t on t.id = a.tenant join a.roles r
            where a.tenant = :tenant and r in :roles and a.standing = ACTIVE and t.standing = ACTIVE
            order by a.name, a.id
            """)
    List<Contact> holders(TenantId tenant, Collection<AdminRole> roles);

    @Query("""
            select new org.partnerportal.tenant.Contact(
                a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing)
            from Account a join Tenant t on t.id = a.tenant where a.id = :account
            """)
    Optional<Contact> contact(UUID account);

    @Query("""
            select new org.partnerportal.tenant.Contact(
                a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing)
            from Account a join Tenant t on t.id = a.tenant where a.email = :email
            """)
    Optional<Contact> contactOf(String email);

    @Query("""
            select new org.partnerportal.tenant.Contact(
                a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing)
            from Account a join Tenant t on t.id = a.tenant where a.tenant = :tenant and a.id in :accounts
            order by a.name, a.id
            """)
    List<Contact> contacts(TenantId tenant, Collection<UUID> accounts);

    @Query("""
            select new org.partnerportal.tenant.DemoAccount(a.name, a.email, t.name, p.tenant is not null, r)
            from Account a join Tenant t on t.id = a.tenant
            left join PartnerProfile p on p.tenant = a.tenant left join a.roles r
            where t.demo = true order by a.id
            """)
    List<DemoAccount> demoAccounts();
}
