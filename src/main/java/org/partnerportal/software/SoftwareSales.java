package org.partnerportal.software;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;
import org.partnerportal.shared.TenantId;

/** What was sold of software products. Software asks, subscriptions answer. */
public interface SoftwareSales {

    /** How many customers have each of these in use, by product; those without are left out. */
    Map<UUID, Long> customers(TenantId vendor, Collection<UUID> products);

    /** Who bought one, newest first: the page behind that one, or the first. */
    Page of(TenantId vendor, UUID product, @Nullable UUID before);

    /** How a sale goes on. */
    enum Next {
        /** Another term begins by itself. */
        RENEWS,
        /** It is canceled and ends with its term. */
        ENDS,
        /** It is over. */
        ENDED
    }

    /**
     * A subscription that a customer bought.
     *
     * @param until the end of its term
     */
    record Sale(
            UUID subscription,
            TenantId customer,
            String customerName,
            String reference,
            int licenses,
            Instant until,
            Next next) {}

    /**
     * One page of them.
     *
     * @param before the one behind which this page begins, or null on the first
     * @param next the one behind which the next page begins, or null on the last
     */
    record Page(
            List<Sale> lines,
            long count,
            @Nullable UUID before,
            @Nullable UUID next) implements CutCount {}
}
