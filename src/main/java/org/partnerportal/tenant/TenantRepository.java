package org.partnerportal.tenant;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tenants in the database. */
interface TenantRepository extends Repository<Tenant, TenantId> {

    Tenant save(Tenant tenant);

    Optional<Tenant> findById(TenantId id);

    Optional<Tenant> findByDomain(String domain);

    boolean existsByDemoTrue();

    /** The organisation, held against others who would change it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Tenant t where t.id = :id")
    Optional<Tenant> lock(TenantId id);

    @Query("""
            select new org.partnerportal.tenant.TenantView(t.id, t.name, t.domain, t.country, t.standing)
            from Tenant t where t.id in :ids
            """)
    List<TenantView> views(Collection<TenantId> ids);

    @Query("""
            select new org.partnerportal.tenant.TenantView(t.id, t.name, t.domain, t.country, t.standing)
            from Tenant t where t.id in :ids and t.standing = ACTIVE and (t.demo = false or :demo = true)
            """)
    List<TenantView> shown(Collection<TenantId> ids, boolean demo);

    @Query("""
            select new org.partnerportal.tenant.TenantView(t.id, t.name, t.domain, t.country, t.standing)
            from Tenant t where t.domain in :domains
            """)
    List<TenantView> withDomains(Collection<String> domains);

    @Query("""
            select new org.partnerportal.tenant.PartnerCard(t.id, t.name, t.domain, t.country, p.phone, p.supportEmail)
            from Tenant t join PartnerProfile p on p.tenant = t.id where t.id = :id
            """)
    Optional<PartnerCard> partnerCard(TenantId id);
}
