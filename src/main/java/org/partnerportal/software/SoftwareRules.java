package org.partnerportal.software;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Money;
import org.partnerportal.shared.PlainText;
import org.partnerportal.tenant.Actor;
import org.partnerportal.tenant.AdminRole;

/** Who offers software, what a product has to say of itself, and who can buy it. */
final class SoftwareRules {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_DESCRIPTION = 500;

    /** Of one partner. */
    static final int MOST_PRODUCTS = 200;

    /** No licence costs more than a million, whatever of: ten thousand of them are an amount that can be added up. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,2})?");

    private SoftwareRules() {}

    /** Asks whether the person may see and manage the own organisation's products. */
    static Optional<SoftwareRefusal> manage(Actor actor) {
        return unless(actor.partner() && actor.holds(AdminRole.ADMIN_AGENT), SoftwareRefusal.NEEDS_ADMIN_AGENT);
    }

    /** Asks whether the person may make another product beside so many. */
    static Optional<SoftwareRefusal> add(Actor actor, long products) {
        return manage(actor).or(() -> unless(products < MOST_PRODUCTS, SoftwareRefusal.TOO_MANY_PRODUCTS));
    }

    /**
     * Asks whether the person may change a product.
     *
     * @param seen the version that the form was filled with
     * @param version the version that is stored
     */
    static Optional<SoftwareRefusal> edit(Actor actor, long seen, long version) {
        return manage(actor).or(() -> unless(seen == version, SoftwareRefusal.CHANGED_MEANWHILE));
    }

    /** Asks whether the person may let customers buy it. */
    static Optional<SoftwareRefusal> putOnSale(Actor actor, SoftwareStatus status) {
        return manage(actor)
                .or(() -> unless(status.canBecome(SoftwareStatus.ON_SALE), SoftwareRefusal.CHANGED_MEANWHILE));
    }

    /** Asks whether the person may keep customers from buying it from now on. */
    static Optional<SoftwareRefusal> withdraw(Actor actor, SoftwareStatus status) {
        return manage(actor).or(() -> unless(status.canBecome(SoftwareStatus.WITHDRAWN), SoftwareRefusal.NOT_ON_SALE));
    }

    /**
     * Asks whether a customer can buy it.
     *
     * @param vendorThere whether the vendor offers software to the customer now
     * @param price in the customer's currency, or null
     */
    static Optional<SoftwareRefusal> buy(SoftwareStatus status, boolean vendorThere, @Nullable SoftwarePrice price) {
        return unless(vendorThere, SoftwareRefusal.VENDOR_GONE)
                .or(() -> unless(status == SoftwareStatus.ON_SALE, SoftwareRefusal.NOT_ON_SALE))
                .or(() -> unless(price != null, SoftwareRefusal.NO_PRICE));
    }

    /** Everything that is wrong with what a product says of itself. */
    static Stream<SoftwareRefusal> content(SoftwareContent content) {
        boolean english =
                !(content.name().en().isEmpty() && content.description().en().isEmpty());
        boolean japanese =
                !(content.name().ja().isEmpty() && content.description().ja().isEmpty());
        Stream<Optional<SoftwareRefusal>> words = Stream.of(
                unless(english || japanese, SoftwareRefusal.LANGUAGE_MISSING),
                unless(!english || isName(content.name().en()), SoftwareRefusal.NAME_EN_MALFORMED),
                unless(!english || isDescription(content.description().en()), SoftwareRefusal.DESCRIPTION_EN_MALFORMED),
                unless(!japanese || isName(content.name().ja()), SoftwareRefusal.NAME_JA_MALFORMED),
                unless(
                        !japanese || isDescription(content.description().ja()),
                        SoftwareRefusal.DESCRIPTION_JA_MALFORMED),
                unless(!(content.prices().isEmpty() && content.malformed().isEmpty()), SoftwareRefusal.PRICE_MISSING));
        Stream<Optional<SoftwareRefusal>> prices = Money.CURRENCIES.stream()
                .filter(content.malformed()::contains)
                .map(SoftwareRules::malformed)
                .map(Optional::of);
        return Stream.concat(words, prices).flatMap(Optional::stream);
    }

    private static boolean isName(String name) {
        return PlainText.isLine(name, LONGEST_NAME);
    }

    private static boolean isDescription(String text) {
        return PlainText.isText(text, LONGEST_DESCRIPTION);
    }

    private static SoftwareRefusal malformed(String currency) {
        return SoftwareRefusal.valueOf(currency + "_MALFORMED");
    }

    /** What is typed as an amount of a currency, in its smallest units; empty where it is none that can be asked. */
    static Optional<Long> amount(String typed, String currency) {
        if (!AMOUNT.matcher(typed).matches()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(typed);
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        boolean fine = amount.signum() > 0 && amount.compareTo(MOST) <= 0 && amount.scale() <= digits;
        return fine ? Optional.of(amount.movePointRight(digits).longValueExact()) : Optional.empty();
    }

    /** The same the other way round, as it is typed. */
    static String typed(@Nullable Long minor, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return minor == null ? "" : BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private static Optional<SoftwareRefusal> unless(boolean fine, SoftwareRefusal refusal) {
        return fine ? Optional.empty() : Optional.of(refusal);
    }
}
