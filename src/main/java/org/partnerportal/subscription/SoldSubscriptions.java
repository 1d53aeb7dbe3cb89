package org.partnerportal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner sold to a customer and is still in use: the pages that end a relationship list it. Templates know it as
 * {@code soldSubscriptions}.
 */
@Component
public class SoldSubscriptions {

    private static final int MOST = 20;

    private final SubscriptionRepository subscriptions;
    private final SubscriptionSearch search;
    private final Clock clock;

    SoldSubscriptions(SubscriptionRepository subscriptions, SubscriptionSearch search, Clock clock) {
        this.subscriptions = subscriptions;
        this.search = search;
        this.clock = clock;
    }

    /** The newest 20 that a relationship of the type sold: a vendor's own software, or everything else. */
    @Transactional(readOnly = true)
    public List<SubscriptionView> of(TenantId customer, TenantId partner, PartnerType type) {
        Instant now = clock.instant();
        List<Product> products = Stream.of(Product.values())
                .filter(product -> product.isSoftware() ? type.offersSoftware() : type.sellsSubscriptions())
                .toList();
        return subscriptions.sold(customer, partner, products, now, Limit.of(MOST)).stream()
                .map(subscription -> subscription.view(null, 0, now))
                .toList();
    }

    /** What any of these partners ever sold to the customer, newest first: the page behind that one, or the first. */
    @Transactional(readOnly = true)
    public SubscriptionList by(TenantId customer, Collection<TenantId> partners, @Nullable UUID before) {
        var all = new SubscriptionFilter(SubscriptionFilter.Show.ALL, before);
        return search.find(customer, partners, all, clock.instant());
    }
}
