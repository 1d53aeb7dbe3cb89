package org.partnerportal.mpsa;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.CutCount;
import org.partnerportal.subscription.Product;
import org.partnerportal.subscription.SubscriptionStatus;
import org.partnerportal.subscription.SubscriptionView;
import org.partnerportal.subscription.Term;

/** A purchase as the other partner sees it: what, how many and how long, and never what it costs or who uses it. */
record MpsaPurchase(
        @Nullable String sellerName,
        Product product,
        Bilingual title,
        int quantity,
        Term term,
        Instant startedAt,
        Instant endsAt,
        SubscriptionStatus status) {

    static MpsaPurchase of(SubscriptionView sold) {
        return new MpsaPurchase(
                sold.sellerName(),
                sold.product(),
                sold.title(),
                sold.quantity(),
                sold.term(),
                sold.startedAt(),
                sold.endsAt(),
                sold.status());
    }

    /**
     * One page of purchases, newest first.
     *
     * @param partners the partners whose purchases the reader is allowed to see, by name
     * @param count how many there are, counted up to {@link CutCount#MOST}
     * @param next the one behind which the next page begins, or null on the last
     */
    record Page(
            List<String> partners,
            List<MpsaPurchase> lines,
            long count,
            @Nullable UUID next) implements CutCount {}
}
