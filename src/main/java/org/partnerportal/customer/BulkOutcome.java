package org.partnerportal.customer;

/** What became of one relationship of a bulk switch. */
enum BulkOutcome {
    /** Switched. */
    DONE,
    /** It was so before. */
    ALREADY_SO,
    /** A rule refused it. */
    REFUSED
}
