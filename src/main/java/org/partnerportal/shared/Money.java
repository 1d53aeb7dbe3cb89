package org.partnerportal.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An amount, exact.
 *
 * @param minor how many of the currency's smallest units: cents, pence, yen
 * @param currency the ISO 4217 code
 */
public record Money(long minor, String currency) {

    /** The currencies in which customers pay. */
    public static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY");

    /** So many times. */
    public Money times(long number) {
        return new Money(Math.multiplyExact(minor, number), currency);
    }

    /** That part of it, rounded half up to a smallest unit. */
    public Money part(long numerator, long denominator) {
        BigDecimal part = BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
        return new Money(part.longValueExact(), currency);
    }

    /** As people read it in that language. */
    public String text(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency unit = Currency.getInstance(currency);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(amount());
    }

    /** Roughly, without the currency, where there is little room: "1.2K". */
    public String compact(Locale locale) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        // exact numbers come out without any fraction
        return format.format(amount().setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The same wherever and whenever it is written, for documents: "JPY 1,200". */
    public String exact() {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return currency + " " + format.format(amount());
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
