package org.partnerportal.subscription;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form for another number of licences sends, as typed. */
record QuantityForm(@Nullable String shown, @Nullable String quantity) {

    static QuantityForm of(SubscriptionView subscription) {
        String now = String.valueOf(subscription.quantity());
        return new QuantityForm(now, now);
    }

    /** How many there were on the page. */
    int before() {
        return Parse.number(shown).orElse(0);
    }

    /** How many there shall be; 0 where that is no number. */
    int wanted() {
        return Parse.number(quantity).orElse(0);
    }
}
