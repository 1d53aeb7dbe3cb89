package org.partnerportal.setup;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** The portal is set up: somebody who could read its log runs it from now on. */
record OperatorAppointed(Instant at, Who who, TenantId customer, String email) implements TrailEvent {

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
        return Map.of("person", who.name(), "signIn", email);
    }
}
