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

    /** All of them, by name. */
    public static List<Country> all(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                .toList();
    }

    /** What a reader of that language will mostly choose; empty where that cannot be told. */
    public static String likely(Locale locale) {
        return locale.getLanguage().equals("ja") ? "JP" : "";
    }
}
