package org.partnerportal.batch;

/** What became of one row. */
public enum BatchOutcome {
    /** Nothing yet. */
    WAITING,
    /** Done. */
    DONE,
    /** It was so before. */
    ALREADY,
    /** A rule refused it, or there was a fault; nothing was done. */
    REFUSED,
    /** The batch was stopped before its turn came. */
    STOPPED
}
