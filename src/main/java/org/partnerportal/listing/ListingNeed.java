package org.partnerportal.listing;

/** What a partner's listing needs from its admin agents. */
public enum ListingNeed {
    /** There is none yet, or it was never submitted. */
    WRITE,
    /** The operator has sent it back. */
    CORRECT,
    /** The operator has taken it out of the directory. */
    PUT_RIGHT
}
