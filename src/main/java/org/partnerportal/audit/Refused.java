package org.partnerportal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Refusal;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/**
 * Somebody asked for something and was refused; it belongs to the history of the person's own organisation.
 *
 * @param subject what it was about, as far as the address said it
 * @param route the method and the address, with names in place of ids
 */
record Refused(Instant at, Who who, UUID subject, Refusal refusal, String route) implements TrailEvent {

    @Override
    public @Nullable TenantId customer() {
        return who.tenant(); // every organisation is a customer
    }

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public Map<String, String> details() {
        return Map.of("refusal", refusal.key(), "route", route);
    }
}
