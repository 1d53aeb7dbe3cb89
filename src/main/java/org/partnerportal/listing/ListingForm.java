package org.partnerportal.listing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerportal.relationship.PartnerType;
import org.partnerportal.shared.Parse;

/**
 * What the form of the own listing sends, as typed.
 *
 * @param revision which of its states the form began with
 */
record ListingForm(
        @Nullable String revision,
        @Nullable String enName,
        @Nullable String enSummary,
        @Nullable String enAbout,
        @Nullable String enCities,
        @Nullable String enContact,
        @Nullable String jaName,
        @Nullable String jaReading,
        @Nullable String jaSummary,
        @Nullable String jaAbout,
        @Nullable String jaCities,
        @Nullable String jaContact,
        List<String> services,
        List<String> industries,
        List<String> sizes,
        List<String> languages,
        List<String> countries,
        List<String> types,
        List<String> competencies,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website) {

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    ListingForm {
        services = Objects.requireNonNullElse(services, List.of());
        industries = Objects.requireNonNullElse(industries, List.of());
        sizes = Objects.requireNonNullElse(sizes, List.of());
        languages = Objects.requireNonNullElse(languages, List.of());
        countries = Objects.requireNonNullElse(countries, List.of());
        types = Objects.requireNonNullElse(types, List.of());
        competencies = Objects.requireNonNullElse(competencies, List.of());
    }

    static ListingForm of(ListingContent content, long revision) {
        return new ListingForm(
                String.valueOf(revision),
                content.en().name(),
                content.en().summary(),
                content.en().about(),
                content.en().cities(),
                content.en().contact(),
                content.ja().name(),
                content.ja().reading(),
                content.ja().summary(),
                content.ja().about(),
                content.ja().cities(),
                content.ja().contact(),
                names(content.services()),
                names(content.industries()),
                names(content.sizes()),
                names(content.languages()),
                List.copyOf(content.countries()),
                names(content.types()),
                names(content.competencies()),
                content.phone(),
                content.email(),
                content.website());
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    long shownRevision() {
        return Parse.number(revision).orElse(-1);
    }

    /** What the form says; words that are no choice are left out, and unknown countries refused by the rules. */
    ListingContent content() {
        return new ListingContent(
                new ListingText(line(enName), "", line(enSummary), text(enAbout), line(enCities), line(enContact)),
                new ListingText(
                        line(jaName), line(jaReading), line(jaSummary), text(jaAbout), line(jaCities), line(jaContact)),
                chosen(ServiceKind.class, services),
                chosen(Industry.class, industries),
                chosen(OrganisationSize.class, sizes),
                chosen(SpokenLanguage.class, languages),
                new TreeSet<>(countries),
                chosen(PartnerType.class, types),
                chosen(Competency.class, competencies),
                line(phone),
                line(email).toLowerCase(Locale.ROOT),
                line(website));
    }

    private static String line(@Nullable String text) {
        return Parse.text(text).strip();
    }

    private static String text(@Nullable String text) {
        return line(text).replace("\r\n", "\n");
    }

    private static <E extends Enum<E>> Set<E> chosen(Class<E> type, List<String> names) {
        Set<E> chosen = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(constant -> names.contains(constant.name()))
                .forEach(chosen::add);
        return chosen;
    }
}
