package org.partnerportal.onbehalf;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** A partner's person began to act for a customer, which is like coming in at the door: twice is twice. */
record SignInOnBehalf(Instant at, AdminCenter center) implements TrailEvent {

    @Override
    public Who who() {
        return center.actor().who();
    }

    @Override
    public @Nullable TenantId onBehalfOf() {
        return center.onBehalfOf();
    }

    @Override
    public TenantId customer() {
        return center.tenant();
    }

    @Override
    public @Nullable TenantId partner() {
        return center.partner();
    }

    @Override
    public UUID subject() {
        return center.tenant().value();
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
