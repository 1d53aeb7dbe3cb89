package org.partnerportal.mailqueue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** An operator had a mail sent once more. */
record MailSentAgain(Instant at, Who who, UUID subject) implements TrailEvent {

    @Override
    public @Nullable TenantId customer() {
        return who().tenant(); // the operator’s own organisation
    }

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }
}
