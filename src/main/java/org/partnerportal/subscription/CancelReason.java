package org.partnerportal.subscription;

/** Why a subscription is not renewed. */
public enum CancelReason {
    /** Somebody who looks after it canceled it. */
    CANCELED,
    /** The partner that sold it no longer sells to the customer. */
    SELLER_LEFT
}
