package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/**
 * A customer took all roles of a relationship away.
 *
 * @param at when
 * @param who the person
 * @param customer the customer
 * @param partner the partner that lost the roles
 * @param subject the relationship
 * @param type its partner type
 * @param name its name
 * @param reference its number to quote
 * @param roles the template ids of the roles that went
 */
public record RolesRemoved(
        Instant at,
        Who who,
        TenantId customer,
        TenantId partner,
        UUID subject,
        PartnerType type,
        String name,
        String reference,
        Set<String> roles)
        implements TrailEvent {

    @Override
    public Map<String, String> details() {
        return Map.of("reference", reference, "partnerType", type.name(), "removedRoles", String.join(",", roles));
    }
}
