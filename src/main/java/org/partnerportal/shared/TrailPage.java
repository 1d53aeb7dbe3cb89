package org.partnerportal.shared;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the readers of the trail see what came of an entry. Features offer it for their kinds, histories link to it. */
public interface TrailPage {

    /** The address for that reader; empty where there is nothing that the reader could open. */
    Optional<String> of(Entry entry, TenantId reader);

    /** What of an entry tells its page. */
    record Entry(
            String kind,
            Instant at,
            UUID subject,
            @Nullable UUID customer,
            @Nullable UUID partner,
            Map<String, String> details) {}
}
