package org.partnerportal.tenant;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A country or region to choose.
 *
 * @param code the ISO 3166 code
 * @param name its name in the reader's language
 */
public record Country(String code, String name) {

    /** The name of a country or region in the reader's language. */
    public static String name(String code, Locale reader) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
    }

    /** All of them, by name. */
    public static List<Country> all(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Country(code, name(code, locale)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                .toList();
    }

    /** What a reader of that language will mostly choose; empty where that cannot be told. */
    public static String likely(Locale locale) {
        return locale.getLanguage().equals("ja") ? "JP" : "";
    }
}
