package org.partnerportal.accessreview;

/** What a review came to about one role. */
enum Decision {
    /** The partner keeps it. */
    KEPT,
    /** It was taken away by this review. */
    REMOVED,
    /** It went by other ways while the review was open, so there was nothing to decide. */
    GONE;

    /** Whether a person can choose it. */
    boolean isAnswer() {
        return this != GONE;
    }
}
