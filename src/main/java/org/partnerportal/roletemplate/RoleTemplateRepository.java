package org.partnerportal.roletemplate;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The partners' own role templates in the database. */
interface RoleTemplateRepository extends Repository<RoleTemplate, UUID> {

    /** One template without its roles. */
    record Row(UUID id, String name, String createdBy, Instant createdAt) {}

    /** One role of one template. */
    record RoleRow(UUID template, String role) {}

    RoleTemplate save(RoleTemplate template);

    /** One template, deleted or not, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from RoleTemplate t where t.partner = :partner and t.id = :id")
    Optional<RoleTemplate> lock(TenantId partner, UUID id);

    @Query("select t from RoleTemplate t where t.partner = :partner and t.deletedAt is null and t.id = :id")
    Optional<RoleTemplate> ofPartner(TenantId partner, UUID id);

    @Query("""
            select new org.partnerportal.roletemplate.RoleTemplateRepository$Row(t.id, t.name, t.createdBy, t.createdAt)
            from RoleTemplate t where t.partner = :partner and t.deletedAt is null order by t.nameKey
            """)
    List<Row> rows(TenantId partner);

    @Query("""
            select new org.partnerportal.roletemplate.RoleTemplateRepository$RoleRow(t.id, r)
            from RoleTemplate t join t.roles r where t.partner = :partner and t.deletedAt is null
            """)
    List<RoleRow> roles(TenantId partner);

    @Query("select new org.partnerportal.roletemplate.TemplateName(t.id, t.name)"
            + " from RoleTemplate t where t.partner = :partner and t.deletedAt is null order by t.nameKey")
    List<TemplateName> names(TenantId partner);

    @Query("select count(t) from RoleTemplate t where t.partner = :partner and t.deletedAt is null")
    long count(TenantId partner);

    /** Whether another template than that one has the name. */
    @Query("select count(t) > 0 from RoleTemplate t"
            + " where t.partner = :partner and t.deletedAt is null and t.nameKey = :nameKey and t.id <> :except")
    boolean isNameTaken(TenantId partner, String nameKey, UUID except);
}
