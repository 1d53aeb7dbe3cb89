package org.partnerportal.registration;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Somebody proved an address in an organisation's domain and joined it, without any admin role. */
record PersonJoined(Instant at, Who who, TenantId customer) implements TrailEvent {

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public UUID subject() {
        return Objects.requireNonNull(who.account());
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
