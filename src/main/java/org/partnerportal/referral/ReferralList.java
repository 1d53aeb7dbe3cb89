package org.partnerportal.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.Industry;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.Side;
import org.partnerportal.shared.CutCount;

/**
 * One page of the partner's inbox, newest first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the request before which the next page begins, or null on the last
 */
record ReferralList(List<Line> lines, long count, @Nullable UUID next) implements CutCount {

    /** A request as it is stored. */
    record Row(
            UUID id,
            String reference,
            String organisation,
            String name,
            String country,
            Industry industry,
            ReferralStatus stored,
            @Nullable ReferralOutcome outcome,
            @Nullable Side closedBy,
            Instant receivedAt,
            @Nullable String assigneeName,
            @Nullable PartnerType type,
            String needs,
            @Nullable UUID openInvitation) {

        /** Whether an invitation is out because of it. */
        public boolean isInvited() {
            return stored == ReferralStatus.ACTIVE && openInvitation != null;
        }

        /** Whether the customer took it back. */
        public boolean isWithdrawn() {
            return ReferralRules.isWithdrawn(outcome, closedBy);
        }
    }

    /** One request, with where it stands by the clock. */
    record Line(Row row, ReferralStatus status, @Nullable ReferralOutcome outcome) {}
}
