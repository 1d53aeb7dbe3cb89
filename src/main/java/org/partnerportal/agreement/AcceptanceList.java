package org.partnerportal.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * Some of the acceptances of a version, newest first.
 *
 * @param rows the acceptances
 * @param next where the next ones begin, or null where there are none
 */
public record AcceptanceList(List<Row> rows, @Nullable UUID next) {

    /** One acceptance with the customer's name. */
    public record Row(
            UUID id,
            TenantId customer,
            String customerName,
            String customerDomain,
            String reference,
            String language,
            String sha256,
            String person,
            String email,
            Instant at,
            Place place) {}
}
