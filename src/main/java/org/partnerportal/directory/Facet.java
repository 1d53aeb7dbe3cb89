package org.partnerportal.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerportal.listing.Competency;
import org.partnerportal.listing.Industry;
import org.partnerportal.listing.ListingContent;
import org.partnerportal.listing.OrganisationSize;
import org.partnerportal.listing.ServiceKind;
import org.partnerportal.listing.SpokenLanguage;
import org.partnerportal.relationship.PartnerType;

/**
 * By what people narrow the directory. The place of a constant among its own kind is its bit in the search table, which has
 * room for 64 of each kind. New constants come last and change nothing else; where any other place changes, the
 * {@link DirectoryEntry#FOLDING} grows.
 */
enum Facet {
    /** Where the partner serves customers. */
    COUNTRY(new Enum<?>[0], ListingContent::countries),
    /** What it does. */
    SERVICE(ServiceKind.values(), ListingContent::services),
    /** What its customers do. */
    INDUSTRY(Industry.values(), ListingContent::industries),
    /** How large its customers are. */
    SIZE(OrganisationSize.values(), ListingContent::sizes),
    /** In which languages it serves them. */
    LANGUAGE(SpokenLanguage.values(), ListingContent::languages),
    /** As what it can work for them. */
    TYPE(PartnerType.values(), ListingContent::types),
    /** Which designations it holds. */
    COMPETENCY(Competency.values(), ListingContent::competencies);

    private static final Set<String> ISO_COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<String> constants;
    private final Function<ListingContent, Set<?>> held;

    Facet(Enum<?>[] constants, Function<ListingContent, Set<?>> held) {
        this.constants = Arrays.stream(constants).map(Enum::name).toList();
        this.held = held;
    }

    /** Its name in an address, and in the keys of its texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of its constants, in the order of their bits; empty for countries, which are codes. */
    List<String> constants() {
        return constants;
    }

    /** Its own bit among the facets that a listing misses. */
    int bit() {
        return 1 << ordinal();
    }

    /** The value with that name, if there is one. */
    Optional<String> value(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return known().contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** The names of all its values, or the codes of all countries. */
    Collection<String> known() {
        return this == COUNTRY ? ISO_COUNTRIES : constants;
    }

    /** What the listing holds of it, by name. */
    Set<String> of(ListingContent content) {
        return held.apply(content).stream()
                .map(value -> value instanceof Enum<?> constant ? constant.name() : value.toString())
                .collect(Collectors.toSet());
    }

    /** These values as bits. */
    long mask(Collection<String> values) {
        return values.stream()
                .mapToLong(value -> 1L << constants.indexOf(value))
                .reduce(0, (some, more) -> some | more);
    }
}
