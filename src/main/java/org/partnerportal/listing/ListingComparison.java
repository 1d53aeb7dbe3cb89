package org.partnerportal.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the directory shows of a partner beside what waits, line by line, in the operator's language.
 *
 * @param published whether the directory has a text
 * @param waiting whether a text waits
 * @param lines everything that one of the two says
 */
record ListingComparison(boolean published, boolean waiting, List<Line> lines) {

    /**
     * One thing that a listing says.
     *
     * @param label the key of its name
     * @param language the language in which it is written, or an empty text where it is in none
     * @param published what the directory shows
     * @param waiting what waits
     */
    record Line(String label, String language, List<String> published, List<String> waiting) {

        public boolean isChanged() {
            return !published.equals(waiting);
        }

        boolean says() {
            return !published.isEmpty() || !waiting.isEmpty();
        }
    }

    /** Reads one thing out of a listing. */
    private interface Part extends Function<ListingProfile, List<String>> {}

    static ListingComparison of(@Nullable ListingProfile published, @Nullable ListingProfile waiting) {
        List<Line> lines = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            Function<ListingProfile, ListingText> text = profile -> language.equals(Locale.JAPANESE)
                    ? profile.content().ja()
                    : profile.content().en();
            String code = language.getLanguage();
            lines.add(line("listing.name", code, published, waiting, said(text, ListingText::name)));
            lines.add(line("listing.reading", code, published, waiting, said(text, ListingText::reading)));
            lines.add(line("listing.summary", code, published, waiting, said(text, ListingText::summary)));
            lines.add(line("listing.about", code, published, waiting, said(text, ListingText::about)));
            lines.add(line("listing.cities", code, published, waiting, said(text, ListingText::cities)));
            lines.add(line("listing.contact.who", code, published, waiting, said(text, ListingText::contact)));
        }
        lines.add(line("listing.services", "", published, waiting, ListingProfile::services));
        lines.add(line("listing.industries", "", published, waiting, ListingProfile::industries));
        lines.add(line("listing.sizes", "", published, waiting, ListingProfile::sizes));
        lines.add(line("listing.languages", "", published, waiting, ListingProfile::languages));
        lines.add(line("listing.countries", "", published, waiting, ListingProfile::countries));
        lines.add(line(
                "listing.types",
                "",
                published,
                waiting,
                profile -> profile.types().stream()
                        .map(type -> profile.word("PartnerType." + type.name()))
                        .toList()));
        lines.add(line("listing.competencies", "", published, waiting, ListingProfile::competencies));
        lines.add(line("listing.contact.phone", "", published, waiting, said(ListingContent::phone)));
        lines.add(line("listing.contact.email", "", published, waiting, said(ListingContent::email)));
        lines.add(line("listing.contact.website", "", published, waiting, said(ListingContent::website)));
        return new ListingComparison(
                published != null,
                waiting != null,
                lines.stream().filter(Line::says).toList());
    }

    private static Part said(Function<ListingProfile, ListingText> text, Function<ListingText, String> part) {
        return profile -> unlessEmpty(part.apply(text.apply(profile)));
    }

    private static Part said(Function<ListingContent, String> part) {
        return profile -> unlessEmpty(part.apply(profile.content()));
    }

    private static List<String> unlessEmpty(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static Line line(
            String label,
            String language,
            @Nullable ListingProfile published,
            @Nullable ListingProfile waiting,
            Part part) {
        return new Line(
                label,
                language,
                published == null ? List.of() : part.apply(published),
                waiting == null ? List.of() : part.apply(waiting));
    }
}
