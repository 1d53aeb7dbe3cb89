package org.partnerportal.assignment;

import java.util.Set;
import java.util.UUID;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;

/**
 * A relationship to which a group is assigned, or to which none is.
 *
 * @param id the assignment, or the relationship where there is none
 * @param roles the template ids of the roles in effect; empty where they are not asked for
 */
record GroupUse(
        UUID id,
        UUID relationship,
        TenantId customer,
        String customerName,
        PartnerType type,
        String name,
        Set<String> roles) {

    // for the queries
    GroupUse(UUID id, UUID relationship, TenantId customer, String customerName, PartnerType type, String name) {
        this(id, relationship, customer, customerName, type, name, Set.of());
    }

    GroupUse withRoles(Set<String> inEffect) {
        return new GroupUse(id, relationship, customer, customerName, type, name, inEffect);
    }
}
