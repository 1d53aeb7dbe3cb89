package org.partnerportal.agreement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** The operator published a version; it concerns everybody and stands in the operator's own history. */
record AgreementPublished(Instant at, Who who, UUID subject, String agreement, Instant effectiveAt)
        implements TrailEvent {

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
        return Map.of("agreement", agreement, "effectiveAt", effectiveAt.toString());
    }
}
