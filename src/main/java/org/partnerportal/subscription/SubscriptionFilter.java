package org.partnerportal.subscription;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which subscriptions a list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param before the subscription behind which the page begins, or null for the first
 */
record SubscriptionFilter(Show show, @Nullable UUID before) {

    static SubscriptionFilter of(@Nullable String show, @Nullable String before) {
        return new SubscriptionFilter(
                Parse.constant(Show.class, show).orElse(Show.CURRENT),
                Parse.uuid(before).orElse(null));
    }

    /** Which subscriptions. */
    enum Show {
        /** In use. */
        CURRENT,
        /** In use, and not renewed. */
        CANCELED,
        /** Over. */
        ENDED,
        /** Every one. */
        ALL;

        /** Its name in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
