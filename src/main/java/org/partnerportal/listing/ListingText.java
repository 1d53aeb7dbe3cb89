package org.partnerportal.listing;

import java.util.Objects;

/**
 * How a partner presents itself in one language; all of it empty where the partner does not write that language.
 *
 * @param name the display name
 * @param reading the name in kana, by which Japanese names are sorted and found; empty where there is none
 * @param summary what it does, in a sentence
 * @param about what it does, in paragraphs
 * @param cities where its offices are
 * @param contact who answers, a person or a team
 */
public record ListingText(String name, String reading, String summary, String about, String cities, String contact) {

    /** A language that the partner does not write. */
    public static final ListingText NONE = new ListingText("", "", "", "", "", "");

    @SuppressWarnings("NullAway") // a text of an earlier form has no contact
    public ListingText {
        contact = Objects.requireNonNullElse(contact, "");
    }

    public boolean isWritten() {
        return !equals(NONE);
    }

    ListingText withContact(String other) {
        return new ListingText(name, reading, summary, about, cities, other);
    }
}
