package org.partnerportal.relationship;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * The terms that a customer granted.
 *
 * @param id the relationship's id, chosen with the offer
 * @param reference the number to quote
 * @param partner the partner
 * @param type the partner type
 * @param name the relationship's name
 * @param roles the template ids of the roles granted
 * @param durationDays days of 24 hours, 1 to 730; null where the type has no time limit
 * @param autoExtend whether the end moves by 180 days, again and again
 * @param customerCut whether the customer granted fewer days than it was asked for: only the customer lengthens them then
 * @param renews the relationship whose place it takes, or null
 */
public record NewRelationship(
        UUID id,
        String reference,
        TenantId partner,
        PartnerType type,
        String name,
        Set<String> roles,
        @Nullable Integer durationDays,
        boolean autoExtend,
        boolean customerCut,
        @Nullable UUID renews) {}
