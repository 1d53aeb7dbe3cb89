package org.partnerportal.home;

import java.util.List;
import java.util.Locale;
import org.partnerportal.tenant.Country;

/**
 * What the layout needs to know. Templates know it as {@code page}.
 *
 * @param path the page's own address, to come back to after a change of language or look
 * @param locale the language in which it is shown
 * @param locales the languages to choose from
 * @param theme light, dark or system, in lower case
 * @param demo whether demo data is switched on
 */
public record Page(String path, Locale locale, List<Locale> locales, String theme, boolean demo) {

    /** A country's name in the reader's language. */
    public String country(String code) {
        return Country.name(code, locale);
    }

    /** Whether the page lies under that address, for the navigation. */
    public boolean isUnder(String address) {
        return path.equals(address) || path.startsWith(address + "/") || path.startsWith(address + "?");
    }
}
