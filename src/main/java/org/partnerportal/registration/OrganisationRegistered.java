package org.partnerportal.registration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** An organisation is in, with its first person. */
record OrganisationRegistered(Instant at, Who who, TenantId customer, String organisation, String domain)
        implements TrailEvent {

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public UUID subject() {
        return customer.value();
    }

    @Override
    public Map<String, String> details() {
        return Map.of("organisation", organisation, "domain", domain);
    }
}
