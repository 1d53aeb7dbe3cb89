package org.partnerportal.trailcheck;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** An operator had the trail checked. */
record TrailCheckAsked(Instant at, Who who, TenantId customer, UUID subject) implements TrailEvent {

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
