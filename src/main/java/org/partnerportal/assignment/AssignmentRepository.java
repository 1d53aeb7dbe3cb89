package org.partnerportal.assignment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.relationship.RelationshipRules;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Actor.Worker;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Assignments in the database. */
interface AssignmentRepository extends Repository<Assignment, UUID> {

    /** Of a relationship r: it is in force and gives roles, and no group has any of them. */
    String UNASSIGNED = RelationshipRules.IN_FORCE
            + " and exists (select 1 from DelegatedRole h where h.id.relationshipId = r.id and h.removedAt is null)"
            + " and not exists (select 1 from Assignment a join DelegatedRole d on d.id.relationshipId = a.relationshipId"
            + " where a.relationshipId = r.id and a.activeGroupId is not null"
            + " and d.removedAt is null and d.id.roleTemplateId member of a.roles)";

    /** Of an assignment a and its relationship r: it gives something now. */
    String IN_EFFECT = RelationshipRules.IN_FORCE
            + " and exists (select 1 from DelegatedRole d where d.id.relationshipId = a.relationshipId"
            + " and d.removedAt is null and d.id.roleTemplateId member of a.roles)";

    Assignment save(Assignment assignment);

    @Query("select a from Assignment a"
            + " where a.partner = :partner and a.relationshipId = :relationship and a.activeGroupId = :group")
    Optional<Assignment> active(TenantId partner, UUID relationship, UUID group);

    @Query("select a from Assignment a where a.partner = :partner and a.relationshipId = :relationship and a.id = :id")
    Optional<Assignment> one(TenantId partner, UUID relationship, UUID id);

    /** The group that an assignment is for, which never changes; read alone, so that the group can be locked first. */
    @Query("select a.groupId from Assignment a"
            + " where a.partner = :partner and a.relationshipId = :relationship and a.id = :id")
    Optional<UUID> groupOf(TenantId partner, UUID relationship, UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Assignment a where a.partner = :partner and a.relationshipId = :relationship and a.id = :id")
    Optional<Assignment> lock(TenantId partner, UUID relationship, UUID id);

    @Query("select a from Assignment a where a.partner = :partner and a.relationshipId = :relationship"
            + " and a.activeGroupId is not null order by a.id")
    List<Assignment> active(TenantId partner, UUID relationship);

    @Query("select a from Assignment a where a.partner = :partner and a.relationshipId = :relationship"
            + " and a.activeGroupId is null order by a.removedAt desc, a.id desc")
    List<Assignment> removed(TenantId partner, UUID relationship, Limit most);

    /** What is assigned to the person with one customer, by groups; whether it is in force is not asked here. */
    @Query("""
            select distinct new org.partnerportal.assignment.RelationshipRole(a.relationshipId, role)
            from Assignment a join a.roles role join SecurityGroup g on g.id = a.activeGroupId
            where a.partner = :partner and a.customer = :customer
            and ((g.kind = ALL_ADMIN_AGENTS and :adminAgent = true) or :account member of g.members)
            """)
    List<RelationshipRole> assignedTo(TenantId partner, TenantId customer, UUID account, boolean adminAgent);

    /** Which groups have which roles of these relationships. */
    @Query("""
            select new org.partnerportal.assignment.AssignedRole(a.relationshipId, role, g.id, g.kind, g.name)
            from Assignment a join a.roles role join SecurityGroup g on g.id = a.activeGroupId
            where a.partner = :partner and a.relationshipId in :relationships order by g.nameKey, g.id
            """)
    List<AssignedRole> assigned(TenantId partner, Collection<UUID> relationships);

    /** The people of partners who can use any of these roles with customers now. */
    String USABLE = """
            from Assignment a join a.roles role join SecurityGroup g on g.id = a.activeGroupId
            join Relationship r on r.id = a.relationshipId
            join DelegatedRole d on d.id.relationshipId = r.id and d.id.roleTemplateId = role
            join Tenant t on t.id = a.partner join Account p on p.tenant = t.id
            where role in :anyOfRoles and d.removedAt is null
            and t.standing = ACTIVE and p.standing = ACTIVE
            and ((g.kind = ALL_ADMIN_AGENTS and exists (select 1 from p.roles held where held = ADMIN_AGENT))
                or (p.id member of g.members
                    and exists (select 1 from p.roles held where held in (ADMIN_AGENT, HELPDESK_AGENT))))
            and\s""" + RelationshipRules.IN_FORCE;

    /** The people of all the customer's partners who can use any of these roles with it now. */
    @Query("""
            select distinct new org.partnerportal.assignment.CustomerAgent(
                new org.partnerportal.tenant.Contact(
                    p.id, p.name, p.email, p.language, p.timeZone, p.standing, t.standing), t.id, t.name)
            """ + USABLE + " and a.customer = :customer order by t.name, p.name, p.id")
    List<CustomerAgent> agents(TenantId customer, Collection<String> anyOfRoles, Instant now);

    /** Which of these accounts are of such people, each with its customers. */
    @Query("""
            select distinct new org.partnerportal.tenant.Actor$Worker(a.customer, p.id)
            """ + USABLE + " and a.customer in :customers and p.id in :accounts")
    List<Worker> agents(
            Collection<TenantId> customers, Collection<UUID> accounts, Collection<String> anyOfRoles, Instant now);

    @Query("select count(a) > 0 from Assignment a join Relationship r on r.id = a.relationshipId"
            + " where a.partner = :partner and a.activeGroupId = :group and "
            + IN_EFFECT)
    boolean isUsed(TenantId partner, UUID group, Instant now);

    /** Where a group has roles that are in force, newest first, before a position. */
    @Query("select new org.partnerportal.assignment.GroupUse(a.id, r.id, t.id, t.name, r.type, r.name)"
            + " from Assignment a join Relationship r on r.id = a.relationshipId join Tenant t on t.id = a.customer"
            + " where a.partner = :partner and a.activeGroupId = :group and a.id < :before and "
            + IN_EFFECT
            + " order by a.id desc")
    List<GroupUse> uses(TenantId partner, UUID group, UUID before, Instant now, Limit most);

    /** The roles of these assignments that their relationships still hold. */
    @Query("""
            select new org.partnerportal.assignment.RelationshipRole(a.relationshipId, role)
            from Assignment a join a.roles role join DelegatedRole d
                on d.id.relationshipId = a.relationshipId and d.id.roleTemplateId = role
            where a.partner = :partner and a.id in :assignments and d.removedAt is null
            """)
    List<RelationshipRole> heldRoles(TenantId partner, Collection<UUID> assignments);

    /** Relationships that give the partner roles now, none of which any group has, newest first. */
    @Query("select new org.partnerportal.assignment.GroupUse(r.id, r.id, t.id, t.name, r.type, r.name)"
            + " from Relationship r join Tenant t on t.id = r.customer where r.partner = :partner and " + UNASSIGNED
            + " order by r.id desc")
    List<GroupUse> unassigned(TenantId partner, Instant now, Limit most);

    /** Which of these that is true of. */
    @Query("select r.id from Relationship r where r.partner = :partner and r.id in :relationships and " + UNASSIGNED)
    Set<UUID> unassigned(TenantId partner, Collection<UUID> relationships, Instant now);

    /** Closes what is still assigned to a group; asked only when nothing of it gives anything any more. */
    @Modifying
    @Query("update Assignment a set a.activeGroupId = null, a.changedAt = :now, a.removedAt = :now,"
            + " a.removedBy = :person, a.version = a.version + 1"
            + " where a.partner = :partner and a.activeGroupId = :group")
    void close(TenantId partner, UUID group, String person, Instant now);
}
