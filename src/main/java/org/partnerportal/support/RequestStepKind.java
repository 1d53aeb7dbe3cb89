package org.partnerportal.support;

/** What can happen to a request, as its thread shows it. */
public enum RequestStepKind {
    /** Somebody opened it, and describes what is wrong. */
    OPENED,
    /** Somebody who handles requests took it. */
    TAKEN,
    /** It was given to another person. */
    ASSIGNED,
    /** Somebody wrote. */
    ANSWERED,
    /** Somebody closed it, and says what solved it. */
    CLOSED,
    /** Somebody wrote after the end, so that it is open again. */
    REOPENED
}
