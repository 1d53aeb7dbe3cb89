package org.partnerportal.shared;

/** Thrown when something was done too often; it can be done later. */
public class LimitedException extends RefusedException {

    private final transient Limited limited;

    public LimitedException(Limited limited) {
        super(limited.refusal());
        this.limited = limited;
    }

    public Limited limited() {
        return limited;
    }
}
