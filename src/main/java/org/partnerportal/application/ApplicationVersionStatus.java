package org.partnerportal.application;

/** How far a version is. */
public enum ApplicationVersionStatus {
    /** The partner has uploaded it; the customer does not see it. */
    DRAFT,
    /** It waits for the customer's decision. */
    SUBMITTED,
    /** The customer approved it, and its people can download it. */
    PUBLISHED,
    /** The customer rejected it, and said why. */
    REJECTED,
    /** The partner took it back before the decision. */
    WITHDRAWN,
    /** It is no longer offered. */
    RETIRED;

    /** Whether a version may move from this status to the next. */
    boolean canBecome(ApplicationVersionStatus next) {
        return switch (this) {
            case DRAFT, WITHDRAWN -> next == SUBMITTED;
            case SUBMITTED -> next == PUBLISHED || next == REJECTED || next == WITHDRAWN;
            case PUBLISHED -> next == RETIRED;
            case REJECTED, RETIRED -> false;
        };
    }

    /** Whether the customer has nothing to do with it, so that the partner may delete it. */
    boolean isDeletable() {
        return switch (this) {
            case DRAFT, WITHDRAWN, REJECTED -> true;
            case SUBMITTED, PUBLISHED, RETIRED -> false;
        };
    }
}
