package org.partnerportal.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/**
 * What the rules ask of a subscription, as it is stored.
 *
 * @param seller the partner that sold it, or null where the customer bought it itself
 * @param quantity how many licences it has
 * @param terms how many terms it has been paid for, as far as that is written down
 * @param canceledAt when it was canceled, or null
 */
record SubscriptionState(
        @Nullable TenantId seller,
        Product product,
        Term term,
        int quantity,
        Instant startedAt,
        int terms,
        @Nullable Instant canceledAt) {}
