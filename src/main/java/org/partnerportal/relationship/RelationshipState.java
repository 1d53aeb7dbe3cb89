package org.partnerportal.relationship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a relationship; made from an entity or from a row of a list.
 *
 * @param type the partner type
 * @param stored the status as stored
 * @param endsAt when the time is over, or null without a limit
 * @param heldRoles how many roles are left
 */
record RelationshipState(
        PartnerType type,
        RelationshipStatus stored,
        @Nullable Instant endsAt,
        int heldRoles) {}
