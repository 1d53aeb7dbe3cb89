package org.partnerportal.assignment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Security groups in the database. */
interface SecurityGroupRepository extends Repository<SecurityGroup, UUID> {

    SecurityGroup save(SecurityGroup group);

    @Query("select g from SecurityGroup g where g.partner = :partner and g.id = :id and g.deletedAt is null")
    Optional<SecurityGroup> ofPartner(TenantId partner, UUID id);

    /** One group, deleted or not, locked until the transaction ends: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from SecurityGroup g where g.partner = :partner and g.id = :id")
    Optional<SecurityGroup> lock(TenantId partner, UUID id);

    @Query("select g.id from SecurityGroup g where g.partner = :partner and g.kind = ALL_ADMIN_AGENTS")
    Optional<UUID> allAdminAgents(TenantId partner);

    /** Makes the partner's built-in group, unless it is there. */
    @Modifying
    @NativeQuery("""
            insert into security_group (id, version, partner_id, kind, name, name_key, created_at)
            values (:id, 0, :partner, 'ALL_ADMIN_AGENTS', '', '', :at)
            on conflict do nothing
            """)
    int insertAllAdminAgents(UUID id, UUID partner, Instant at);

    @Query("select count(g) from SecurityGroup g where g.partner = :partner and g.kind = OWN and g.deletedAt is null")
    long countOwn(TenantId partner);

    boolean existsByPartnerAndNameKeyAndIdNot(TenantId partner, String nameKey, UUID id);

    /** The partner's groups, the built-in one first, each with how many people it has and to how much it is assigned. */
    @Query("select new org.partnerportal.assignment.SecurityGroupLine(g.id, g.kind, g.name, size(g.members),"
            + " (select count(a) from Assignment a join Relationship r on r.id = a.relationshipId"
            + " where a.activeGroupId = g.id and "
            + AssignmentRepository.IN_EFFECT
            + ")) from SecurityGroup g where g.partner = :partner and g.deletedAt is null order by g.nameKey, g.id")
    List<SecurityGroupLine> lines(TenantId partner, Instant now);

    /** Those of these that are the partner's, deleted or not. */
    @Query("select g from SecurityGroup g where g.partner = :partner and g.id in :ids")
    List<SecurityGroup> named(TenantId partner, Collection<UUID> ids);

    /** Who was put into which of the partner's groups. */
    @Query("select new org.partnerportal.assignment.GroupMember(g.id, m) from SecurityGroup g join g.members m"
            + " where g.partner = :partner and g.id in :groups")
    List<GroupMember> members(TenantId partner, Collection<UUID> groups);
}
