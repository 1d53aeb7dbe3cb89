package org.partnerportal.agreement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** A customer accepted a version of the agreement. */
record AgreementAccepted(
        Instant at, Who who, TenantId customer, UUID subject, String agreement, String reference, Place place)
        implements TrailEvent {

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("agreement", agreement, "reference", reference, "place", place.name());
    }
}
