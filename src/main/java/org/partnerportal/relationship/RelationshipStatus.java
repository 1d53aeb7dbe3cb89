package org.partnerportal.relationship;

/** Where a relationship stands. */
public enum RelationshipStatus {
    /** In force. */
    ACTIVE,
    /** Its time is over: judged by the clock at each use, never stored. */
    EXPIRED,
    /** One side ended it. */
    ENDED
}
