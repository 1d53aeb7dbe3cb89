package org.partnerportal.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantView;

/**
 * The own listing, as the partner's pages show it.
 *
 * @param state how it stands
 * @param organisation the own organisation
 * @param latest the text that is to follow, or else the one that the directory shows; null before anything was written
 * @param gaps what keeps the draft from being submitted; empty where there is no draft
 * @param refusal why the person cannot change it, or null
 * @param writers who can, where the person cannot
 */
record ListingView(
        ListingState state,
        TenantView organisation,
        @Nullable ListingContent latest,
        List<ListingRules.Flaw> gaps,
        @Nullable ListingRefusal refusal,
        List<Contact> writers) {

    /** Whether there is a draft that could be submitted now. */
    public boolean isReady() {
        return state.draft() != null && state.draftState() != DraftState.SUBMITTED && gaps.isEmpty();
    }
}
