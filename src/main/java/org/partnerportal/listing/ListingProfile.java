package org.partnerportal.listing;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.tenant.Country;

/**
 * A listing as one reader sees it, all of it in the reader's language as far as the partner has written it.
 *
 * @param organisation the name of the organisation, as it stands in its relationships
 * @param domain its domain
 * @param country its home country, by its ISO 3166 code
 * @param listedSince when it was first approved, or null where that has yet to come
 * @param content what the partner says
 * @param reader the reader's language
 * @param words the portal's own texts in that language, by their keys
 */
public record ListingProfile(
        String organisation,
        String domain,
        String country,
        @Nullable Instant listedSince,
        ListingContent content,
        Locale reader,
        UnaryOperator<String> words) {

    /** A text of the portal in the reader's language, which need not be the page's. */
    public String word(String key) {
        return words.apply(key);
    }

    /** What the partner says, in the reader's language or else in the other one. */
    public ListingText text() {
        return content.text(reader);
    }

    /** The language of that text, as pages name it. */
    public String language() {
        return content.locale(reader).getLanguage();
    }

    /** Whether the partner has not written in the reader's language. */
    public boolean isInOtherLanguage() {
        return !language().equals(reader.getLanguage());
    }

    /** The description, paragraph by paragraph. */
    public List<String> paragraphs() {
        return Stream.of(text().about().split("\n\\s*\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    public String home() {
        return country(country);
    }

    public List<String> services() {
        return labels(content.services());
    }

    public List<String> industries() {
        return labels(content.industries());
    }

    public List<String> sizes() {
        return labels(content.sizes());
    }

    public List<String> competencies() {
        return labels(content.competencies());
    }

    public List<String> languages() {
        return sorted(content.languages().stream().map(language -> language.label(reader)));
    }

    public List<String> countries() {
        return sorted(content.countries().stream().map(this::country));
    }

    public Set<PartnerType> types() {
        return content.types();
    }

    /** What a relationship of that type means, where no offer with its roles stands on the page. */
    public String what(PartnerType type) {
        return word(type.takesRoles() ? "listing.offers." + type.name() : "PartnerType." + type.name() + ".what");
    }

    /** The day since when it is listed, the same one for everybody; empty where that has yet to come. */
    public String since() {
        return listedSince == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(reader)
                        .withZone(ZoneOffset.UTC)
                        .format(listedSince);
    }

    private String country(String code) {
        return Country.name(code, reader);
    }

    private List<String> labels(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> word(constant.getDeclaringClass().getSimpleName() + "." + constant.name()))
                .toList();
    }

    private List<String> sorted(Stream<String> names) {
        return names.sorted(Collator.getInstance(reader)).toList();
    }
}
