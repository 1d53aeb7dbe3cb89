package org.partnerportal.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;
import org.partnerportal.tenant.TenantRefusal;
import org.partnerportal.tenant.TenantRules;

/** One account as the list shows it: nothing of its password but whether there is one. */
record AccountLine(Row row, List<AdminRole> roles) {

    /** What one statement reads of an account. */
    record Row(
            UUID id,
            String name,
            String email,
            UUID tenant,
            String tenantName,
            boolean active,
            boolean tenantActive,
            boolean partner,
            boolean password,
            boolean employed,
            boolean disabledByTenant,
            Instant createdAt) {}

    Optional<TenantRefusal> disable(Actor actor) {
        return TenantRules.disableAccount(actor, Set.copyOf(roles));
    }

    Optional<TenantRefusal> enable() {
        return TenantRules.enableAccount(row.active(), row.disabledByTenant());
    }

    Optional<TenantRefusal> sendLink(Actor actor) {
        return TenantRules.sendPasswordLink(actor, row.active(), row.tenantActive());
    }
}
