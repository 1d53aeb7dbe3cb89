package org.partnerportal.customeragreement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** A partner asked a customer to accept the agreement in force. */
public record AcceptanceRequested(
        Instant at, Who who, TenantId customer, TenantId partner, UUID subject, String agreement)
        implements TrailEvent {

    @Override
    public Map<String, String> details() {
        return Map.of("agreement", agreement);
    }
}
