package org.partnerportal.subscription;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param software which product of a vendor's, or null for one of the catalogue
 * @param term for how long at a time, or null where nothing was chosen
 * @param quantity how many licences; 0 where no number was given
 * @param domain the domain name in lower case; empty for licences
 * @param shownPrice what the page said that one costs, in the currency's smallest units; null where it said nothing yet
 */
record Purchase(
        Product product,
        @Nullable UUID software,
        @Nullable Term term,
        int quantity,
        String domain,
        @Nullable Long shownPrice) {

    /** From the catalogue, whose prices stay. */
    Purchase(Product product, @Nullable Term term, int quantity, String domain) {
        this(product, null, term, quantity, domain, null);
    }

    /** How many it is of: a domain is one. */
    int number() {
        return product.isDomain() ? 1 : quantity;
    }
}
