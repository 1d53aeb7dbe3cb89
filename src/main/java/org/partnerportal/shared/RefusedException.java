package org.partnerportal.shared;

/** Thrown by an entity's verb or a service when its rule refuses. */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.key(), null, false, false); // a refusal is an answer, not a fault: no stack trace
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
