package org.partnerportal.software;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * Which products a list shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param before the product behind which the page begins, or null for the first
 */
record SoftwareFilter(Show show, @Nullable UUID before) {

    static SoftwareFilter of(@Nullable String show, @Nullable String before) {
        return new SoftwareFilter(
                Parse.constant(Show.class, show).orElse(Show.ALL),
                Parse.uuid(before).orElse(null));
    }

    /** Which products. */
    enum Show {
        /** Every one. */
        ALL,
        /** That only the vendor knows of. */
        DRAFT,
        /** That customers can buy. */
        ON_SALE,
        /** That they no longer can. */
        WITHDRAWN;

        /** Its name in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
