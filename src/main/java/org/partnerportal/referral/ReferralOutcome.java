package org.partnerportal.referral;

/** How a request ended. */
public enum ReferralOutcome {
    /** The two work together. */
    WON,
    /** Nothing came of it, or the customer has taken it back. */
    LOST,
    /** The partner does not take it on. */
    DECLINED,
    /** Nobody at the partner took it in time. */
    EXPIRED
}
