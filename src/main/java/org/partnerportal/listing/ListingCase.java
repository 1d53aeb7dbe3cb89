package org.partnerportal.listing;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.tenant.TenantView;

/**
 * One partner's listing, as the operator decides about it.
 *
 * @param state how it stands
 * @param organisation the partner's organisation, with its registered name and domain
 * @param waiting the text that waits for the operator, or null
 * @param refusal why the text that waits cannot be approved, or null
 */
record ListingCase(
        ListingState state,
        TenantView organisation,
        @Nullable ListingContent waiting,
        @Nullable Refusal refusal) {

    /** The last text that the operator has seen. */
    @Nullable
    ListingContent latest() {
        return waiting == null ? state.published() : waiting;
    }
}
