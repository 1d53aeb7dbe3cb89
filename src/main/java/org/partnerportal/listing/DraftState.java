package org.partnerportal.listing;

/** Where a text stands that is not in the directory yet. */
public enum DraftState {
    /** The partner writes on it. */
    DRAFT,
    /** It waits for the operator. */
    SUBMITTED,
    /** The operator has sent it back, and said why. */
    RETURNED
}
