package org.partnerportal.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.partnerportal.tenant.Actor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of things that the trail keeps: those that have a label, so that nobody has to list them a second time. */
@Component
class TrailKinds {

    private static final String LABEL = "audit.kind.";

    /** How kinds begin that stand only in the history of the organisation that runs the portal. */
    private static final Set<String> OPERATORS = Set.of(
            "Operator", "Jobs", "Mail", "TrailCheck", "AgreementPublished", "PublicationDraft", "PublicationDemanded");

    /** How kinds begin that stand only in partners' histories. */
    private static final Set<String> PARTNERS = Set.of(
            "Batch",
            "SecurityGroup",
            "RoleTemplate",
            "Listing",
            "Software",
            "ReferralReminded",
            "ApplicationAdded",
            "ApplicationUploaded",
            "ApplicationDeleted",
            "TenantBecamePartner");

    /** Kinds of which earlier versions wrote rows; nobody looks for them. */
    private static final Set<String> FORMER = Set.of("BatchFinished", "DeviceBatchFinished");

    /**
     * How kinds begin that stand in the trail once for each of two partners, at the same instant. Their customer, who did one
     * thing, reads one line.
     */
    static final String TOLD_TO_TWO = "Mpsa";

    private final TrailWords words;
    private final Set<String> known;

    TrailKinds(TrailWords words) throws IOException {
        this.words = words;
        var labels = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("messages/audit.properties").getInputStream(), StandardCharsets.UTF_8)) {
            labels.load(reader);
        }
        known = labels.stringPropertyNames().stream()
                .filter(key -> key.startsWith(LABEL))
                .map(key -> key.substring(LABEL.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An area with its kinds, to choose from. */
    record Choice(TrailArea area, List<Kind> kinds) {}

    /** A kind and its label in the reader's language. */
    record Kind(String name, String label) {}

    /**
     * What can stand in the history of that person's organisation, in the person's language.
     *
     * @param chosen the kind or area that is chosen already, which is among them in any case
     */
    List<Choice> choices(Actor actor, String chosen) {
        Map<TrailArea, List<Kind>> areas = known.stream()
                .filter(name -> canMeet(actor, name)
                        || name.equals(chosen)
                        || TrailArea.of(name).word().equals(chosen))
                .map(name -> new Kind(name, words.what(name)))
                .sorted(Comparator.comparing(Kind::label))
                .collect(Collectors.groupingBy(kind -> TrailArea.of(kind.name()), TreeMap::new, Collectors.toList()));
        return areas.entrySet().stream()
                .map(area -> new Choice(area.getKey(), area.getValue()))
                .toList();
    }

    private static boolean canMeet(Actor actor, String kind) {
        if (FORMER.contains(kind)) {
            return false;
        }
        if (OPERATORS.stream().anyMatch(kind::startsWith)) {
            return actor.isOperator();
        }
        return actor.partner() || PARTNERS.stream().noneMatch(kind::startsWith);
    }

    /** The kinds behind the name of a kind or of an area. */
    Optional<Set<String>> named(@Nullable String name) {
        if (name != null && known.contains(name)) {
            return Optional.of(Set.of(name));
        }
        return Parse.constant(TrailArea.class, name)
                .map(area -> known.stream()
                        .filter(kind -> TrailArea.of(kind) == area)
                        .collect(Collectors.toSet()));
    }

    /** The kinds whose label holds these words, in the reader's language. */
    Set<String> labelled(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(kind -> words.what(kind).toLowerCase(Locale.ROOT).contains(small))
                .collect(Collectors.toSet());
    }
}
