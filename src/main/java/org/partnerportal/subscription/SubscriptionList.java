package org.partnerportal.subscription;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;

/**
 * One page of subscriptions, newest first.
 *
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the one behind which the next page begins, or null on the last
 */
public record SubscriptionList(
        List<SubscriptionView> lines, long count, @Nullable UUID next) implements CutCount {}
