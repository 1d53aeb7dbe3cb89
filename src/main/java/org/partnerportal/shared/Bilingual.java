package org.partnerportal.shared;

import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that somebody wrote in one or both of the portal's languages.
 *
 * @param en in English; empty where there is none
 * @param ja in Japanese; empty where there is none
 */
@Embeddable
public record Bilingual(String en, String ja) {

    public static final Bilingual EMPTY = new Bilingual("", "");

    /** In the reader's language where it is written in it, else in the other. */
    public String text(Locale locale) {
        String wanted = isJapanese(locale) ? ja : en;
        return wanted.isEmpty() ? en + ja : wanted;
    }

    /** The language of what {@link #text} gives. */
    public String language(Locale locale) {
        boolean japanese = en.isEmpty() || (isJapanese(locale) && !ja.isEmpty());
        return (japanese ? Locale.JAPANESE : Locale.ENGLISH).getLanguage();
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }

    /** All that there is, for what is kept in no language. */
    public String all() {
        return Stream.of(en, ja).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(" / "));
    }
}
