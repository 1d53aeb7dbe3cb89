package org.partnerportal.listing;

/**
 * How a partner presents itself in one language; all of it empty where the partner does not write that language.
 *
 * @param name the display name
 * @param reading the name in kana, by which Japanese names are sorted and found; empty where there is none
 * @param summary what it does, in a sentence
 * @param about what it does, in paragraphs
 * @param cities where its offices are
 */
public record ListingText(String name, String reading, String summary, String about, String cities) {

    /** A language that the partner does not write. */
    public static final ListingText NONE = new ListingText("", "", "", "", "");

    public boolean isWritten() {
        return !equals(NONE);
    }
}
