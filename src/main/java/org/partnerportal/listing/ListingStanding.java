package org.partnerportal.listing;

/** Whether people can find a listing, and why not. */
public enum ListingStanding {
    /** No text was approved yet. */
    ABSENT,
    /** It is in the directory. */
    LISTED,
    /** The partner hides it. */
    HIDDEN,
    /** The operator has taken it out. */
    BLOCKED;

    /** What counts most: a listing that is taken out is not called hidden. */
    static ListingStanding of(boolean published, boolean hidden, boolean blocked) {
        if (!published) {
            return ABSENT;
        }
        if (blocked) {
            return BLOCKED;
        }
        return hidden ? HIDDEN : LISTED;
    }
}
