package org.partnerportal.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** One row as the histories read it. */
record TrailLine(
        UUID id,
        Instant at,
        String kind,
        @Nullable UUID person,
        String personName,
        @Nullable UUID tenant,
        @Nullable String onBehalfOfName,
        @Nullable UUID partner,
        @Nullable String partnerName,
        @Nullable UUID customer,
        @Nullable String customerName,
        UUID subject,
        String details,
        String address,
        String requestId) {

    /** Whether somebody of that organisation did it: only then is told from where. */
    boolean isOwn(TenantId reader) {
        return reader.value().equals(tenant);
    }

    /** The name of the organisation on the other side, or null where there is none. */
    @Nullable
    String otherName(TenantId reader) {
        return reader.value().equals(partner) ? customerName : partnerName;
    }
}
