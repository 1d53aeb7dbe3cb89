package org.partnerportal.subscription;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form of a purchase sends, as typed. */
record PurchaseForm(
        @Nullable String id,
        @Nullable String term,
        @Nullable String quantity,
        @Nullable String domain,
        @Nullable String price) {

    /** A new form with what was typed so far. */
    PurchaseForm anew(Offer offer) {
        String only = offer.terms().size() == 1 ? offer.terms().get(0).name() : "";
        return new PurchaseForm(
                Ids.next().toString(),
                only.isEmpty() ? Parse.text(term) : only,
                Parse.text(quantity),
                Parse.text(domain),
                "");
    }

    /** The id of the subscription to be, chosen with the form: sent twice, it is still bought once. */
    UUID subscription() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    Purchase purchase(Offer offer) {
        Product product = offer.product();
        return new Purchase(
                product,
                offer.software() == null ? null : offer.software().id(),
                Parse.constant(Term.class, term).orElse(null),
                Parse.number(quantity).orElse(0),
                product.isDomain() ? Parse.text(domain).strip().toLowerCase(Locale.ROOT) : "",
                product.isSoftware()
                        ? Parse.number(price).map(Integer::longValue).orElse(null)
                        : null);
    }
}
