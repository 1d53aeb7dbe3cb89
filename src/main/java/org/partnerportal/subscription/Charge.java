package org.partnerportal.subscription;

import java.time.Instant;
import org.partnerportal.shared.Money;

/**
 * What is to be paid for licences.
 *
 * @param quantity for how many
 * @param price what one costs for a whole term
 * @param amount what all of them cost together
 * @param from from when they are paid for
 * @param to until when
 */
public record Charge(Reason reason, int quantity, Money price, Money amount, Instant from, Instant to) {

    /** Why it is to be paid. */
    public enum Reason {
        /** Bought. */
        PURCHASE,
        /** More licences for the rest of the term. */
        INCREASE,
        /** Another term. */
        RENEWAL
    }
}
