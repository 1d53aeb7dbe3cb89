package org.partnerportal.shared;

/** Thrown where a form that was sent is sent again and says something else, and doing both could cost something. */
public class SentBeforeException extends RefusedException {

    private final String first;

    /**
     * Refuses the second one.
     *
     * @param first the address of what the form made when it was sent first
     */
    public SentBeforeException(String first) {
        super(FormRefusal.SENT_BEFORE);
        this.first = first;
    }

    String first() {
        return first;
    }
}
