package org.partnerportal.relationship;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a relationship; made from an entity or from a row of a list.
 *
 * @param type the partner type
 * @param stored the status as stored
 * @param endsAt the end as stored, or null without a limit
 * @param autoExtend whether the end moves by 180 days, again and again
 * @param customerCut whether the customer shortened it or switched auto-extend off, and has not switched it on since
 * @param heldRoles the template ids of the roles that are left
 */
public record RelationshipState(
        PartnerType type,
        RelationshipStatus stored,
        @Nullable Instant endsAt,
        boolean autoExtend,
        boolean customerCut,
        Set<String> heldRoles) {}
