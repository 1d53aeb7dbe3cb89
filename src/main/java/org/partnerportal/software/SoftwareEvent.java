package org.partnerportal.software;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something that a vendor did with one of its products. */
sealed interface SoftwareEvent extends TrailEvent {

    /** What events tell of a product. */
    record Facts(UUID id, TenantId partner, Bilingual name, Map<String, SoftwarePrice> prices) {

        /** Every price, month before year: "USD 4.90 / USD 49.00, JPY 750". */
        private String priceList() {
            return Money.CURRENCIES.stream()
                    .filter(prices::containsKey)
                    .map(currency -> priceList(currency, Objects.requireNonNull(prices.get(currency))))
                    .collect(Collectors.joining(", "));
        }

        private static String priceList(String currency, SoftwarePrice price) {
            return Stream.of(price.monthPrice(), price.yearPrice())
                    .flatMap(Stream::ofNullable)
                    .map(minor -> new Money(minor, currency).exact())
                    .collect(Collectors.joining(" / "));
        }
    }

    Facts product();

    @Override
    default String kind() {
        return "Software" + getClass().getSimpleName();
    }

    /** What a vendor offers is no single customer's. */
    @Override
    default @Nullable TenantId customer() {
        return null;
    }

    @Override
    default TenantId partner() {
        return product().partner();
    }

    @Override
    default UUID subject() {
        return product().id();
    }

    @Override
    default Map<String, String> details() {
        return Map.of("software", product().name().all(), "prices", product().priceList());
    }

    /** The vendor made it. */
    record Added(Instant at, Who who, Facts product) implements SoftwareEvent {}

    /**
     * The vendor says something else of it.
     *
     * @param nameBefore how it was called before; empty where its name stays
     */
    record Edited(Instant at, Who who, Facts product, String nameBefore) implements SoftwareEvent {

        @Override
        public Map<String, String> details() {
            return Map.of("software", product.name().all(), "prices", product.priceList(), "nameBefore", nameBefore);
        }
    }

    /** Customers can buy it. */
    record PutOnSale(Instant at, Who who, Facts product) implements SoftwareEvent {}

    /** Customers can't buy it any more. */
    record Withdrawn(Instant at, Who who, Facts product) implements SoftwareEvent {}
}
