package org.partnerportal.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * How a partner's listing stands, for the partner and the operator.
 *
 * @param partner whose it is
 * @param revision the state of the draft that a page shows
 * @param draft the text that is to follow, or null
 * @param draftState where that text stands, or null when there is none
 * @param returnReason why the operator has sent it back, or null
 * @param changedAt when the draft was last written
 * @param submittedAt when a text was last handed to the operator
 * @param published the text that the directory shows, or null before the first approval
 * @param publishedAt when that text was approved
 * @param listedSince when the first text was approved
 * @param hidden whether the partner hides it
 * @param blockReason why the operator has taken it out of the directory, or null
 */
record ListingState(
        TenantId partner,
        long revision,
        @Nullable ListingContent draft,
        @Nullable DraftState draftState,
        @Nullable String returnReason,
        @Nullable Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable ListingContent published,
        @Nullable Instant publishedAt,
        @Nullable Instant listedSince,
        boolean hidden,
        @Nullable String blockReason) {

    /** Whether people can find it, as long as its organisation is in use. */
    public boolean isShown() {
        return standing() == ListingStanding.LISTED;
    }

    public ListingStanding standing() {
        return ListingStanding.of(published != null, hidden, blockReason != null);
    }

    /** The text that is to follow, or else the one that the directory shows. */
    @Nullable
    ListingContent latest() {
        return draft == null ? published : draft;
    }
}
