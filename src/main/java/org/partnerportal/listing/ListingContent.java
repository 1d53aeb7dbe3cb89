package org.partnerportal.listing;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.PartnerCard;

/**
 * What a partner says of itself.
 *
 * @param en its text in English
 * @param ja its text in Japanese
 * @param services what it does
 * @param industries what its customers do
 * @param sizes how large its customers are
 * @param languages which languages it serves customers in
 * @param countries where it serves customers, by ISO 3166 codes
 * @param types as which types it offers relationships
 * @param competencies which designations it holds
 * @param phone the telephone number for new customers
 * @param email the mail address for new customers
 * @param website the own web site, or an empty text
 */
public record ListingContent(
        ListingText en,
        ListingText ja,
        Set<ServiceKind> services,
        Set<Industry> industries,
        Set<OrganisationSize> sizes,
        Set<SpokenLanguage> languages,
        Set<String> countries,
        Set<PartnerType> types,
        Set<Competency> competencies,
        String phone,
        String email,
        String website) {

    /** Everything in the order of its constants, so that the same content is the same document. */
    public ListingContent {
        services = sorted(services);
        industries = sorted(industries);
        sizes = sorted(sizes);
        languages = sorted(languages);
        countries = sorted(countries);
        types = sorted(types);
        competencies = sorted(competencies);
    }

    /** What the portal knows of a partner that has not written anything yet. */
    static ListingContent of(PartnerCard partner) {
        boolean japanese = partner.name().codePoints().anyMatch(Character::isIdeographic)
                || partner.name().codePoints().anyMatch(ListingContent::isKana);
        ListingText named = new ListingText(partner.name(), "", "", "", "", "");
        return new ListingContent(
                japanese ? ListingText.NONE : named,
                japanese ? named : ListingText.NONE,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(partner.country()),
                Set.of(),
                Set.of(),
                partner.phone(),
                partner.supportEmail(),
                "");
    }

    private static boolean isKana(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static <T extends Comparable<T>> Set<T> sorted(Set<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }

    /** The same, with that contact in each language that is written. */
    ListingContent withContact(String contact) {
        return new ListingContent(
                en.isWritten() ? en.withContact(contact) : en,
                ja.isWritten() ? ja.withContact(contact) : ja,
                services,
                industries,
                sizes,
                languages,
                countries,
                types,
                competencies,
                phone,
                email,
                website);
    }

    /** The text for a reader: in the reader's language if it is written, else in the other one. */
    public ListingText text(Locale reader) {
        return locale(reader).getLanguage().equals("ja") ? ja : en;
    }

    /** In which language that text is. */
    public Locale locale(Locale reader) {
        boolean japanese = reader.getLanguage().equals("ja") ? ja.isWritten() : !en.isWritten();
        return japanese ? Locale.JAPANESE : Locale.ENGLISH;
    }
}
