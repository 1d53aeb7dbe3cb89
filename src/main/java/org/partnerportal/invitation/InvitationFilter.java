package org.partnerportal.invitation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What the partner's list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which invitations
 * @param q words to find in address, customer, relationship name or reference; empty for all
 * @param before the invitation before which the page begins, or null for the newest
 */
record InvitationFilter(Show show, String q, @Nullable UUID before) {

    static final int LONGEST_SEARCH = 100;

    static InvitationFilter of(@Nullable String show, @Nullable String q, @Nullable String before) {
        return new InvitationFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(before).orElse(null));
    }

    public boolean isNarrowed() {
        return show != Show.ALL || !q.isEmpty();
    }

    /** Which invitations. */
    enum Show {
        /** Every one. */
        ALL,
        /** Those that wait for an answer. */
        PENDING,
        /** Those for which the customer asked for changes, and which wait for the partner. */
        CHANGES_REQUESTED,
        /** Those that became a relationship. */
        ACCEPTED,
        /** Those that the customer declined. */
        DECLINED,
        /** Those that the partner took back. */
        WITHDRAWN,
        /** Those whose time ran out. */
        LAPSED
    }
}
