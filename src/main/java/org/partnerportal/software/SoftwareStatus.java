package org.partnerportal.software;

/** Whether a product can be bought. */
enum SoftwareStatus {
    /** Only its vendor knows of it. */
    DRAFT,
    /** The vendor's customers can buy it. */
    ON_SALE,
    /** Nobody buys it any more; what was bought goes on. */
    WITHDRAWN;

    boolean canBecome(SoftwareStatus next) {
        return switch (this) {
            case DRAFT, WITHDRAWN -> next == ON_SALE;
            case ON_SALE -> next == WITHDRAWN;
        };
    }
}
