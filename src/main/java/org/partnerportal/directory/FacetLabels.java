package org.partnerportal.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.partnerportal.listing.SpokenLanguage;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.Languages;
import org.partnerportal.tenant.Country;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The names of what can be chosen, as pages show them and as people type them. */
@Component
class FacetLabels {

    /** Sizes and types are long sentences with everyday words, which would only find too much. */
    private static final Set<Facet> TYPED =
            Set.of(Facet.COUNTRY, Facet.SERVICE, Facet.INDUSTRY, Facet.LANGUAGE, Facet.COMPETENCY);

    private record Label(Facet facet, String value, Locale reader) {}

    /** A value with its folded names. */
    private record Typed(Facet facet, String value, String names) {}

    private final MessageSource messages;

    /** A page has a hundred of them; there are as many as constants and countries, in each language. */
    private final Map<Label, String> known = new ConcurrentHashMap<>();

    private final List<Typed> typed;

    FacetLabels(MessageSource messages) {
        this.messages = messages;
        this.typed = TYPED.stream()
                .flatMap(facet -> facet.known().stream().map(value -> typed(facet, value)))
                .toList();
    }

    /** The name of a value in the reader's language. */
    String label(Facet facet, String value, Locale reader) {
        return known.computeIfAbsent(new Label(facet, value, reader), this::name);
    }

    private String name(Label label) {
        String value = label.value();
        Locale reader = label.reader();
        return switch (label.facet()) {
            case COUNTRY -> Country.name(value, reader);
            case LANGUAGE -> SpokenLanguage.valueOf(value).label(reader);
            case SERVICE -> text("ServiceKind." + value, reader);
            case INDUSTRY -> text("Industry." + value, reader);
            case SIZE -> text("OrganisationSize." + value, reader);
            case TYPE -> text("PartnerType." + value, reader);
            case COMPETENCY -> text("Competency." + value, reader);
        };
    }

    private String text(String key, Locale reader) {
        return messages.getMessage(key, null, reader);
    }

    /** The values that people mean by a word: those whose name holds it in either language. */
    Map<Facet, Set<String>> meant(String word) {
        Map<Facet, Set<String>> meant = new EnumMap<>(Facet.class);
        for (Typed each : typed) {
            if (each.names().contains(word)) {
                meant.computeIfAbsent(each.facet(), none -> new TreeSet<>()).add(each.value());
            }
        }
        return meant;
    }

    private Typed typed(Facet facet, String value) {
        return new Typed(
                facet,
                value,
                Languages.LOCALES.stream()
                        .map(reader -> Folding.joined(Folding.fold(label(facet, value, reader))))
                        .collect(Collectors.joining("\n")));
    }
}
