package org.partnerportal.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Uses of roles in the database. */
interface RoleUseRepository extends Repository<RoleUse, RoleUse.Key> {

    /** Moves a use that was last written by then forward to now; 0 where it is fresh, or not there. */
    @Modifying
    @Query(
            "update RoleUse u set u.lastUsedAt = :now where u.customer = :customer"
                    + " and u.id.relationshipId = :relationship and u.id.roleTemplateId = :role and u.id.accountId = :account and u.lastUsedAt <= :writtenBy")
    int renew(TenantId customer, UUID relationship, String role, UUID account, Instant now, Instant writtenBy);

    /** Writes the first use; whoever comes second changes nothing. */
    @Modifying
    @NativeQuery("""
            insert into role_use (relationship_id, role_template_id, account_id, customer_id, last_used_at)
            values (:relationship, :role, :account, :customer, :now)
            on conflict do nothing
            """)
    int insertOnce(UUID customer, UUID relationship, String role, UUID account, Instant now);

    @Query("""
            select new org.partnerportal.assignment.RoleUse$Last(
                u.id.relationshipId, u.id.roleTemplateId, max(u.lastUsedAt))
            from RoleUse u where u.customer = :customer group by u.id.relationshipId, u.id.roleTemplateId
            """)
    List<RoleUse.Last> last(TenantId customer);

    @Query("""
            select new org.partnerportal.assignment.RoleUse$Row(
                u.id.relationshipId, u.id.roleTemplateId, u.id.accountId, u.lastUsedAt)
            from RoleUse u where u.customer = :customer and u.id.relationshipId in :relationships
            """)
    List<RoleUse.Row> of(TenantId customer, Collection<UUID> relationships);
}
