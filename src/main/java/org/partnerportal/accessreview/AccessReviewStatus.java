package org.partnerportal.accessreview;

/** Where a review stands. */
enum AccessReviewStatus {
    /** Waits for somebody who decides and signs. */
    OPEN,
    /** Signed: nothing in it ever changes again. */
    FINISHED
}
