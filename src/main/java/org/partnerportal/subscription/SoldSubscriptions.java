package org.partnerportal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.relationship.RelationshipView;
import org.partnerportal.relationship.Stopping;
import org.partnerportal.shared.TenantId;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What partners sold to a customer; what is still in use is told before its relationship ends. */
@Component
public class SoldSubscriptions implements Stopping {

    private static final int MOST = 20;

    private final SubscriptionRepository subscriptions;
    private final SubscriptionSearch search;
    private final Clock clock;

    SoldSubscriptions(SubscriptionRepository subscriptions, SubscriptionSearch search, Clock clock) {
        this.subscriptions = subscriptions;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public String template() {
        return "subscription/parts";
    }

    /** The newest 20 that each sells alone: a vendor's own software, or everything else. By one statement for each kind. */
    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<SubscriptionView>> of(List<RelationshipView> inForce) {
        Map<UUID, List<SubscriptionView>> sold = new HashMap<>();
        Stopping.last(inForce, PartnerType::offersSoftware).ifPresent(vendor -> put(sold, vendor, Product::isSoftware));
        Stopping.last(inForce, PartnerType::sellsSubscriptions)
                .ifPresent(reseller -> put(sold, reseller, product -> !product.isSoftware()));
        return sold;
    }

    private void put(Map<UUID, List<SubscriptionView>> sold, RelationshipView seller, Predicate<Product> kind) {
        Instant now = clock.instant();
        List<Product> products = Stream.of(Product.values()).filter(kind).toList();
        List<SubscriptionView> found =
                subscriptions.sold(seller.customer(), seller.partner(), products, now, Limit.of(MOST)).stream()
                        .map(subscription -> subscription.view(null, 0, now))
                        .toList();
        if (!found.isEmpty()) {
            sold.put(seller.id(), found);
        }
    }

    /** What any of these partners ever sold to the customer, newest first: the page behind that one, or the first. */
    @Transactional(readOnly = true)
    public SubscriptionList by(TenantId customer, Collection<TenantId> partners, @Nullable UUID before) {
        var all = new SubscriptionFilter(SubscriptionFilter.Show.ALL, before);
        return search.find(customer, partners, all, clock.instant());
    }
}
