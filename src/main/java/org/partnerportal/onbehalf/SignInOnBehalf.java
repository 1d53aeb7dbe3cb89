package org.partnerportal.onbehalf;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A partner's person began to act for a customer, which is like coming in at the door: twice is twice. */
record SignInOnBehalf(Instant at, AdminCenter center) implements OnBehalfEvent {

    @Override
    public UUID subject() {
        return center.tenant().value();
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
