package org.partnerportal.subscription;

/** Where a subscription stands, by the clock. */
public enum SubscriptionStatus {
    /** In use, and renewed by itself at the end of each term. */
    ACTIVE,
    /** In use until the end of its term, and not renewed. */
    CANCELED,
    /** Over. */
    ENDED
}
