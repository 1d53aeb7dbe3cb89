package org.partnerportal.relationship;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What a list shows, all of it taken from the address. Unknown values fall back to the preset, so no address is an error.
 *
 * @param show which relationships
 * @param q words to find in partner, relationship name or reference; empty for all
 * @param sort the order
 * @param after the key after which the page begins; empty for the first page
 */
record RelationshipFilter(Show show, String q, Sort sort, String after) {

    static final int LONGEST_SEARCH = 100;

    static RelationshipFilter of(
            @Nullable String show, @Nullable String q, @Nullable String sort, @Nullable String after) {
        return new RelationshipFilter(
                Parse.constant(Show.class, show).orElse(Show.ACTIVE),
                Parse.words(q, LONGEST_SEARCH),
                Parse.constant(Sort.class, sort).orElse(Sort.PARTNER),
                after == null ? "" : after);
    }

    /** Whether the person asked for anything but the preset. */
    public boolean isNarrowed() {
        return show != Show.ACTIVE || !q.isEmpty();
    }

    /** Which relationships. */
    enum Show {
        /** In force. */
        ACTIVE,
        /** All that ever were. */
        ALL,
        /** Offers that wait for an answer. */
        PENDING,
        /** In force, with an end in the next 30 days. */
        EXPIRING,
        /** Over by time. */
        EXPIRED,
        /** Ended by one side. */
        ENDED
    }

    /** The order. */
    enum Sort {
        /** By the partner's name. */
        PARTNER,
        /** The newest first. */
        NEWEST,
        /** The one that ends first in front; those without an end last. */
        ENDING
    }
}
