package org.partnerportal.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.Refusal;
import org.partnerportal.software.SoftwareOffer;

/**
 * A product with what it costs at a desk.
 *
 * @param software which one of a vendor's, or null for a product of the catalogue
 * @param month the price of a month, or null where it is not sold by the month
 * @param year the price of a year, or null where it is not sold by the year
 * @param refusal why the person can't buy it, or null
 */
record Offer(
        Product product,
        @Nullable SoftwareOffer software,
        @Nullable Money month,
        @Nullable Money year,
        @Nullable Refusal refusal) {

    static Offer of(Desk desk, Product product) {
        String country = desk.customer().country();
        return new Offer(
                product,
                null,
                product.terms().contains(Term.MONTH) ? product.price(Term.MONTH, country) : null,
                product.price(Term.YEAR, country),
                SubscriptionRules.buy(desk, product, null).orElse(null));
    }

    static Offer of(Desk desk, SoftwareOffer software) {
        return new Offer(
                Product.SOFTWARE,
                software,
                software.month(),
                software.year(),
                SubscriptionRules.buy(desk, Product.SOFTWARE, software).orElse(null));
    }

    /** What its vendor calls it; nothing for a product of the catalogue. */
    public Bilingual title() {
        return software == null ? Bilingual.EMPTY : software.name();
    }

    /** Its name in an address. */
    public String word() {
        return software == null ? product.word() : "software/" + software.id();
    }

    /** The terms for which it can be bought there. */
    public List<Term> terms() {
        return Arrays.stream(Term.values())
                .filter(term -> found(term).isPresent())
                .toList();
    }

    /** What one costs for one of its terms. */
    public Money price(Term term) {
        return Objects.requireNonNull(found(term).orElse(null));
    }

    private Optional<Money> found(Term term) {
        return Optional.ofNullable(
                switch (term) {
                    case MONTH -> month;
                    case YEAR -> year;
                });
    }
}
