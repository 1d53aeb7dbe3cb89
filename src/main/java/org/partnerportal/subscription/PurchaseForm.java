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
        @Nullable String domain) {

    /** A new form with what was typed so far. */
    PurchaseForm anew(Product product) {
        String only = product.terms().size() == 1 ? product.terms().get(0).name() : "";
        return new PurchaseForm(
                Ids.next().toString(),
                only.isEmpty() ? Parse.text(term) : only,
                Parse.text(quantity),
                Parse.text(domain));
    }

    /** The id of the subscription to be, chosen with the form: sent twice, it is still bought once. */
    UUID subscription() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    Purchase purchase(Product product) {
        return new Purchase(
                product,
                Parse.constant(Term.class, term).orElse(null),
                Parse.number(quantity).orElse(0),
                product.isDomain() ? Parse.text(domain).strip().toLowerCase(Locale.ROOT) : "");
    }
}
