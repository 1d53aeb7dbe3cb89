package org.partnerportal.relationship;

/** The two parties of a relationship. */
public enum Side {
    /** The organisation that is worked for. */
    CUSTOMER("customer", "partner"),
    /** The organisation that works. */
    PARTNER("partner", "customer");

    private final String own;
    private final String other;

    Side(String own, String other) {
        this.own = own;
        this.other = other;
    }

    /** The property that holds this side's tenant. */
    String own() {
        return own;
    }

    /** The property that holds the other side's tenant. */
    String other() {
        return other;
    }
}
