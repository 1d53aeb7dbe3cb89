package org.partnerportal.support;

/** Who acts next on a request. */
public enum SupportStatus {
    /** Nobody has taken it: whoever may handle it. */
    OPEN,
    /** The person who looks after it. */
    WITH_HANDLER,
    /** The customer: whoever looks after it has written. */
    WITH_CUSTOMER,
    /** Nobody: it is solved, or given up. */
    CLOSED;

    /** Whether whoever handles requests has to do something. */
    public boolean isWaiting() {
        return this == OPEN || this == WITH_HANDLER;
    }

    /** Whether a request may move from this status to the next. */
    boolean canBecome(SupportStatus next) {
        return switch (this) {
            case OPEN, WITH_HANDLER, WITH_CUSTOMER -> next == CLOSED || next != OPEN || this == OPEN;
            case CLOSED -> next != CLOSED;
        };
    }
}
