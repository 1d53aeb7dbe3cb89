package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.Map;
import org.partnerportal.shared.TenantId;
import org.springframework.stereotype.Component;

/** When partners last used their roles: the one place that asks whoever records it. */
@Component
class LastUses {

    /** The roles of that customer whose use is recorded; nobody records any yet, and pages say so. */
    Map<GrantKey, Instant> of(TenantId customer) {
        return Map.of();
    }
}
