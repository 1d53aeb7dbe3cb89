package org.partnerportal.subscription;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param term for how long at a time, or null where nothing was chosen
 * @param quantity how many licences; 0 where no number was given
 * @param domain the domain name in lower case; empty for licences
 */
record Purchase(Product product, @Nullable Term term, int quantity, String domain) {

    /** How many it is of: a domain is one. */
    int number() {
        return product.isDomain() ? 1 : quantity;
    }
}
