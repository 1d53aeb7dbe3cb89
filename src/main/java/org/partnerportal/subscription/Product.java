package org.partnerportal.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.partnerportal.shared.Money;

/** What can be bought: a dozen products that exist in this portal only, and those of software vendors. Prices are for one licence and one month. */
public enum Product {
    /** Mail and calendar for a school. */
    CAMPUS_START(Audience.SCHOOL, 100, 90, 80, 120),
    /** Classes, assignments and files for a school. */
    CAMPUS_CLASS(Audience.SCHOOL, 275, 255, 225, 330),
    /** Everything for a school, with protection. */
    CAMPUS_COMPLETE(Audience.SCHOOL, 575, 535, 470, 690),
    /** Managing a school's devices. */
    CAMPUS_DEVICES(Audience.SCHOOL, 150, 140, 120, 180),
    /** Mail and calendar for an organisation. */
    WORKS_START(Audience.ORGANISATION, 600, 560, 490, 750),
    /** Documents, meetings and files for an organisation. */
    WORKS_STANDARD(Audience.ORGANISATION, 1_250, 1_170, 1_030, 1_560),
    /** Everything for an organisation, with protection. */
    WORKS_COMPLETE(Audience.ORGANISATION, 2_200, 2_060, 1_810, 2_750),
    /** Managing an organisation's devices. */
    WORKS_DEVICES(Audience.ORGANISATION, 800, 750, 660, 1_000),
    /** Large meetings and telephone numbers. */
    MEETINGS_PLUS(Audience.EVERYBODY, 400, 370, 330, 500),
    /** Keeping mail and files for ten years. */
    ARCHIVE_PLUS(Audience.EVERYBODY, 300, 280, 250, 380),
    /** Protection against attacks on accounts. */
    SHIELD_PLUS(Audience.EVERYBODY, 500, 465, 410, 620),
    /** A domain name of one's own, a year at a time. */
    DOMAIN_NAME(Audience.EVERYBODY, 120, 110, 100, 150),
    /** A product of one of the customer's software vendors, which names and prices it. */
    SOFTWARE(Audience.EVERYBODY);

    private static final Set<String> EURO = Set.of(
            "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
            "PT", "SI", "SK");

    private final Audience audience;
    private final Map<String, Integer> prices;

    /** Priced in each of {@link Money#CURRENCIES}, in that order; or in none, where a vendor prices it. */
    Product(Audience audience, Integer... prices) {
        this.audience = audience;
        this.prices = IntStream.range(0, prices.length)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(Money.CURRENCIES::get, at -> prices[at]));
    }

    /** Whom it is made for; whoever likes may buy it. */
    enum Audience {
        /** Schools. */
        SCHOOL,
        /** Companies and other organisations. */
        ORGANISATION,
        /** Both. */
        EVERYBODY
    }

    public Audience audience() {
        return audience;
    }

    /** Whether it is a domain name, which is one thing and nobody's licence. */
    public boolean isDomain() {
        return this == DOMAIN_NAME;
    }

    /** Whether it is a vendor's own product. */
    public boolean isSoftware() {
        return this == SOFTWARE;
    }

    /** Those that the portal itself names and prices. */
    static List<Product> catalogue() {
        return Arrays.stream(values()).filter(product -> !product.isSoftware()).toList();
    }

    /** The terms for which it can be bought. */
    public List<Term> terms() {
        return isDomain() ? List.of(Term.YEAR) : List.of(Term.values());
    }

    /** What one costs for one term where the customer pays in the money of that country. */
    public Money price(Term term, String country) {
        String currency = currency(country);
        return new Money((long) Objects.requireNonNull(prices.get(currency)) * term.paidMonths(), currency);
    }

    /** In which money people pay there. */
    static String currency(String country) {
        return switch (country) {
            case "JP" -> "JPY";
            case "GB" -> "GBP";
            default -> EURO.contains(country) ? "EUR" : "USD";
        };
    }

    /** Its name in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The product of that name in an address, if there is one. */
    static Optional<Product> of(String word) {
        return catalogue().stream()
                .filter(product -> product.word().equals(word))
                .findFirst();
    }
}
