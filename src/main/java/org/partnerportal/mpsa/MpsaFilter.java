package org.partnerportal.mpsa;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/**
 * Which pairs the page shows, all of it taken from the address; what makes no sense there is passed over.
 *
 * @param partner only those of this partner, or null for all
 * @param before the pair behind which the page begins, or null for the newest
 */
record MpsaFilter(@Nullable TenantId partner, @Nullable UUID before) {

    static final MpsaFilter ALL = new MpsaFilter(null, null);

    static MpsaFilter of(@Nullable String partner, @Nullable String before) {
        return new MpsaFilter(
                Parse.uuid(partner).map(TenantId::new).orElse(null),
                Parse.uuid(before).orElse(null));
    }
}
