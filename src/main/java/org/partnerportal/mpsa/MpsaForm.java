package org.partnerportal.mpsa;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.shared.TenantId;

/** The two partners that are chosen, as the form sends them. */
record MpsaForm(@Nullable String first, @Nullable String second) {

    static final MpsaForm EMPTY = new MpsaForm(null, null);

    Optional<TenantId> firstId() {
        return Parse.uuid(first).map(TenantId::new);
    }

    Optional<TenantId> secondId() {
        return Parse.uuid(second).map(TenantId::new);
    }

    /** Whether nothing was sent at all, as when somebody comes back to the address. */
    boolean isNothing() {
        return equals(EMPTY);
    }
}
