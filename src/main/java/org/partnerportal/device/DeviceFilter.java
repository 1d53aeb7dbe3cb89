package org.partnerportal.device;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/**
 * Which devices a list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param show which ones
 * @param q words to find in what is known of them; empty for all
 * @param other only those of this partner, or for this customer; null for all
 * @param batch only those that were registered by this batch; null for all
 * @param before the device before which the page begins, or null for the newest
 */
record DeviceFilter(
        Show show,
        String q,
        @Nullable TenantId other,
        @Nullable UUID batch,
        @Nullable UUID before) {

    private static final int LONGEST_SEARCH = 100;

    /** As its address has them. */
    static DeviceFilter of(
            @Nullable String show,
            @Nullable String q,
            @Nullable String other,
            @Nullable String batch,
            @Nullable String before) {
        return new DeviceFilter(
                Parse.constant(Show.class, show).orElse(Show.REGISTERED),
                Parse.words(q, LONGEST_SEARCH),
                Parse.uuid(other).map(TenantId::new).orElse(null),
                Parse.uuid(batch).orElse(null),
                Parse.uuid(before).orElse(null));
    }

    /** All of one batch. */
    static DeviceFilter ofBatch(UUID batch) {
        return new DeviceFilter(Show.ALL, "", null, batch, null);
    }

    DeviceFilter from(@Nullable UUID next) {
        return new DeviceFilter(show, q, other, batch, next);
    }

    public boolean isNarrowed() {
        return show == Show.REMOVED || !q.isEmpty() || other != null || batch != null;
    }

    /** Which devices. */
    enum Show {
        /** Those that are the customer's now. */
        REGISTERED,
        /** Those that the customer removed. */
        REMOVED,
        /** Every one. */
        ALL;

        /** Its name in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
