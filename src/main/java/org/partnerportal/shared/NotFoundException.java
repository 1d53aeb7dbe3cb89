package org.partnerportal.shared;

/** There is no such thing, or it is not yours: both look the same. */
public class NotFoundException extends RuntimeException {

    public NotFoundException() {
        super("not found", null, false, false);
    }
}
