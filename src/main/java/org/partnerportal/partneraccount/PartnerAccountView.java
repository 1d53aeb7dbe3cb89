package org.partnerportal.partneraccount;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account of a partner's person.
 *
 * @param active whether it is in use
 * @param roles the template ids of the roles that work for it now
 * @param createdBy who of the customer's made it
 */
record PartnerAccountView(
        UUID id,
        UUID account,
        String name,
        String email,
        boolean active,
        Set<String> roles,
        Instant createdAt,
        String createdBy) {}
