package org.partnerportal.mpsa;

import java.time.Instant;
import java.util.UUID;
import org.partnerportal.shared.TenantId;

/**
 * A pair that the customer has allowed.
 *
 * @param allowedAt since when
 * @param allowedBy by whom
 */
record MpsaView(
        UUID id,
        TenantId first,
        String firstName,
        TenantId second,
        String secondName,
        Instant allowedAt,
        String allowedBy) {}
