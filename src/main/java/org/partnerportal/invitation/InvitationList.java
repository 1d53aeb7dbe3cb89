package org.partnerportal.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.CutCount;

/**
 * One page of the partner's invitations, newest first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the invitation before which the next page begins, or null on the last
 */
record InvitationList(
        List<Line> lines, long count, @Nullable UUID next) implements CutCount {

    /** An invitation as it is stored. */
    record Row(
            UUID id,
            String email,
            @Nullable String customerName,
            PartnerType type,
            String name,
            InvitationStatus stored,
            Instant sentAt,
            Instant expiresAt,
            @Nullable Instant openedAt,
            @Nullable Instant answeredAt) {}

    /** One invitation, with where it stands now and how far its mail got. */
    record Line(Row row, InvitationStatus status, InvitationDelivery.@Nullable State delivery) {}
}
