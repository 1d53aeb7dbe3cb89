package org.partnerportal.software;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Bilingual;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/**
 * What the form of a product sends, as typed.
 *
 * @param seen the version of the product that the form was filled with; nothing for a new one
 */
record SoftwareForm(
        @Nullable String id,
        @Nullable String seen,
        @Nullable String nameEn,
        @Nullable String nameJa,
        @Nullable String descriptionEn,
        @Nullable String descriptionJa,
        @Nullable String monthUsd,
        @Nullable String yearUsd,
        @Nullable String monthEur,
        @Nullable String yearEur,
        @Nullable String monthGbp,
        @Nullable String yearGbp,
        @Nullable String monthJpy,
        @Nullable String yearJpy) {

    static SoftwareForm empty() {
        return new SoftwareForm(Ids.next().toString(), "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    /** What a product says now. */
    static SoftwareForm of(SoftwareView product) {
        return new SoftwareForm(
                product.id().toString(),
                String.valueOf(product.version()),
                product.name().en(),
                product.name().ja(),
                product.description().en(),
                product.description().ja(),
                product.typedMonth("USD"),
                product.typedYear("USD"),
                product.typedMonth("EUR"),
                product.typedYear("EUR"),
                product.typedMonth("GBP"),
                product.typedYear("GBP"),
                product.typedMonth("JPY"),
                product.typedYear("JPY"));
    }

    /** The id of the product to be, chosen with the form: sent twice, it is still one product. */
    UUID product() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    long seenVersion() {
        return Parse.number(seen).orElse(-1);
    }

    SoftwareContent content() {
        Map<String, SoftwarePrice> prices = new HashMap<>();
        Set<String> malformed = new HashSet<>();
        Map<String, List<String>> typed = Map.of(
                "USD", texts(monthUsd, yearUsd),
                "EUR", texts(monthEur, yearEur),
                "GBP", texts(monthGbp, yearGbp),
                "JPY", texts(monthJpy, yearJpy));
        typed.forEach((currency, both) -> {
            List<Optional<Long>> read = both.stream()
                    .map(text -> SoftwareRules.amount(text, currency))
                    .toList();
            boolean fine = Stream.of(0, 1)
                    .allMatch(at -> both.get(at).isEmpty() || read.get(at).isPresent());
            if (!fine) {
                malformed.add(currency);
            } else if (read.stream().anyMatch(Optional::isPresent)) {
                prices.put(
                        currency,
                        new SoftwarePrice(read.get(0).orElse(null), read.get(1).orElse(null)));
            }
        });
        return new SoftwareContent(
                new Bilingual(line(nameEn), line(nameJa)),
                new Bilingual(lines(descriptionEn), lines(descriptionJa)),
                Map.copyOf(prices),
                Set.copyOf(malformed));
    }

    private static List<String> texts(@Nullable String month, @Nullable String year) {
        return List.of(line(month), line(year));
    }

    private static String line(@Nullable String text) {
        return Parse.text(text).strip();
    }

    private static String lines(@Nullable String text) {
        return Parse.text(text).replace("\r\n", "\n").strip();
    }
}
