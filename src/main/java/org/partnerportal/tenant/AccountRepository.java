package org.partnerportal.tenant;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.Who;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Accounts in the database. */
interface AccountRepository extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    boolean existsByEmail(String email);

    @Query("select a.id from Account a where a.tenant = :tenant order by a.id")
    List<UUID> ids(TenantId tenant);

    /** The account, held against others who would change it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(UUID id);

    @Query("select a from Account a where a.tenant = :tenant and a.id = :id")
    Optional<Account> ofTenant(TenantId tenant, UUID id);

    /** The same, held against others who would change it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.tenant = :tenant and a.id = :id")
    Optional<Account> lockOfTenant(TenantId tenant, UUID id);

    /** How many of an organisation's accounts in use hold the role and have a password. */
    @Query("""
            select count(a) from Account a join a.roles r
            where a.tenant = :tenant and r = :role and a.standing = ACTIVE and a.passwordChosenAt is not null
            """)
    long countAble(TenantId tenant, AdminRole role);

    /** The same without that account. */
    @Query("""
            select count(a) from Account a join a.roles r
            where a.tenant = :tenant and r = :role and a.standing = ACTIVE and a.passwordChosenAt is not null
                and a.id <> :without
            """)
    long countAble(TenantId tenant, AdminRole role, UUID without);

    /** An organisation's accounts in use that hold the role and have no password yet. */
    @Query("""
            select a from Account a join a.roles r
            where a.tenant = :tenant and r = :role and a.standing = ACTIVE and a.passwordChosenAt is null
            """)
    List<Account> withoutPassword(TenantId tenant, AdminRole role);

    /** Whether anybody of the organisation holds the role, in use or not. */
    @Query("select count(a) > 0 from Account a join a.roles r where a.tenant = :tenant and r = :role")
    boolean isHeld(TenantId tenant, AdminRole role);

    /** One row for each role held (one row without a role where there is none), for an account in use. */
    @Query("""
            select new org.partnerportal.tenant.ActorRow(a.id, t.id, t.name, t.demo, p.tenant is not null,
                a.name, a.email, a.language, a.timeZone, a.theme, a.passwordTemporary, a.employer, r)
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

    /** An organisation's accounts in use that hold all of these roles, so many in number. */
    @Query("""
            select a.id from Account a where a.tenant = :tenant and a.standing = ACTIVE
            and (select count(r) from a.roles r where r in :roles) = :number
            """)
    List<UUID> holdersOfAll(TenantId tenant, Collection<AdminRole> roles, long number);

    /** Which of these accounts, each in its own organisation, hold any of the roles. */
    @Query("""
            select distinct new org.partnerportal.tenant.Actor$Worker(a.tenant, a.id)
            from Account a join Tenant t on t.id = a.tenant join a.roles r
            where a.tenant in :tenants and a.id in :accounts and r in :roles
            and a.standing = ACTIVE and t.standing = ACTIVE
            """)
    List<Actor.Worker> holders(Collection<TenantId> tenants, Collection<UUID> accounts, Collection<AdminRole> roles);

    @Query("""
            select new org.partnerportal.tenant.Contact(
                a.id, a.name, a.email, a.language, a.timeZone, a.standing, t.standing)
            from Account a join Tenant t on t.id = a.tenant join a.roles r
            where r = OPERATOR and a.standing = ACTIVE and t.standing = ACTIVE and (t.demo = false or :demo = true)
            order by a.name, a.id
            """)
    List<Contact> operators(boolean demo);

    /** The names of the organisations whose people run the portal, in the order of those people. */
    @Query("""
            select t.name from Account a join Tenant t on t.id = a.tenant join a.roles r
            where r = OPERATOR and a.standing = ACTIVE and t.standing = ACTIVE and (t.demo = false or :demo = true)
            order by a.name, a.id
            """)
    List<String> operatorTenants(boolean demo, Limit most);

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
            select new org.partnerportal.tenant.DemoAccount$Row(
                a.name, a.email, t.name, p.tenant is not null, a.employer is not null, r)
            from Account a join Tenant t on t.id = a.tenant
            left join PartnerProfile p on p.tenant = a.tenant left join a.roles r
            where t.demo = true order by t.id, a.id, r
            """)
    List<DemoAccount.Row> demoAccounts();
}
