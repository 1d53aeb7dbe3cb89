package org.partnerportal.software;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;

/**
 * A product as its vendor sees it.
 *
 * @param version which changes with every change
 */
record SoftwareView(
        UUID id,
        long version,
        Bilingual name,
        Bilingual description,
        Map<String, SoftwarePrice> prices,
        SoftwareStatus status,
        Instant createdAt,
        String createdBy,
        Instant changedAt) {

    /** What it costs in one currency. */
    record Price(
            String currency,
            @Nullable Money month,
            @Nullable Money year) {}

    /** What it costs, in the order of the currencies. */
    public List<Price> priceList() {
        return Money.CURRENCIES.stream()
                .filter(prices::containsKey)
                .map(currency -> new Price(currency, money(month(currency), currency), money(year(currency), currency)))
                .toList();
    }

    private static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : new Money(minor, currency);
    }

    private @Nullable Long month(String currency) {
        SoftwarePrice price = prices.get(currency);
        return price == null ? null : price.monthPrice();
    }

    private @Nullable Long year(String currency) {
        SoftwarePrice price = prices.get(currency);
        return price == null ? null : price.yearPrice();
    }

    String typedMonth(String currency) {
        return SoftwareRules.typed(month(currency), currency);
    }

    String typedYear(String currency) {
        return SoftwareRules.typed(year(currency), currency);
    }

    /**
     * What its page shows.
     *
     * @param customers how many customers have it in use
     * @param putOnSale why the person can't put it on sale, or null
     * @param withdraw why the person can't withdraw it, or null
     */
    record Shown(
            SoftwareView product,
            long customers,
            @Nullable SoftwareRefusal putOnSale,
            @Nullable SoftwareRefusal withdraw) {}
}
