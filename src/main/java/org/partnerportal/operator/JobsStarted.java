package org.partnerportal.operator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** An operator let failed tasks of a kind run at once. */
record JobsStarted(Instant at, Who who, String job, int tasks) implements TrailEvent {

    /** It concerns no customer; the operator's own organisation reads it. */
    @Override
    public @Nullable TenantId customer() {
        return who.tenant();
    }

    @Override
    public @Nullable TenantId partner() {
        return null;
    }

    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(job.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> details() {
        return Map.of("job", job, "tasks", String.valueOf(tasks));
    }
}
