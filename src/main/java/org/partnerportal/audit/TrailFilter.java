package org.partnerportal.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which rows of a history are meant, all of it taken from the address. A value that nobody knows is left out and told.
 *
 * @param q words to find anywhere; empty for all
 * @param person words of the name of who did it; empty for all
 * @param with words of the other organisation's name; empty for all
 * @param organisation the other organisation, or null for all
 * @param kind the kind or area as chosen, or an empty text
 * @param kinds the kinds that it means; empty for all
 * @param from the first day, or null
 * @param to the last day, or null
 * @param zone the zone in which the days are meant
 * @param ignored what was left out
 */
record TrailFilter(
        String q,
        String person,
        String with,
        @Nullable UUID organisation,
        String kind,
        Set<String> kinds,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        ZoneId zone,
        List<Ignored> ignored) {

    static final int LONGEST_SEARCH = 100;

    private static final int LONGEST_SHOWN = 40;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /**
     * A value that nobody knows.
     *
     * @param field the filter's name
     * @param value what stood there, cut short
     */
    record Ignored(String field, String value) {

        static Ignored of(String field, String value) {
            return new Ignored(field, Parse.words(value, LONGEST_SHOWN));
        }
    }

    static TrailFilter of(HistoryForm form, TrailKinds known, ZoneId zone) {
        List<Ignored> ignored = new ArrayList<>();
        Optional<Set<String>> kinds = known.named(form.kind());
        if (kinds.isEmpty()) {
            tell("kind", form.kind(), ignored);
        }
        key("before", form.before(), ignored);
        key("after", form.after(), ignored);
        Optional<UUID> organisation = Parse.uuid(form.with());
        return new TrailFilter(
                Parse.words(form.q(), LONGEST_SEARCH),
                Parse.words(form.person(), LONGEST_SEARCH),
                organisation.isPresent() ? "" : Parse.words(form.with(), LONGEST_SEARCH),
                organisation.orElse(null),
                kinds.isPresent() && form.kind() != null ? form.kind() : "",
                kinds.orElse(Set.of()),
                day("from", form.from(), ignored),
                day("to", form.to(), ignored),
                zone,
                List.copyOf(ignored));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text, List<Ignored> ignored) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            if (day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below, as a year out of reason is
        }
        tell(field, text, ignored);
        return null;
    }

    private static void key(String field, @Nullable String text, List<Ignored> ignored) {
        if (TrailKey.parse(text).isEmpty()) {
            tell(field, text, ignored);
        }
    }

    private static void tell(String field, @Nullable String value, List<Ignored> ignored) {
        if (value != null && !value.isBlank()) {
            ignored.add(Ignored.of(field, value));
        }
    }

    /** The same without the organisation, which nobody here has to do with. */
    TrailFilter withoutOrganisation() {
        List<Ignored> more = new ArrayList<>(ignored);
        tell("with", String.valueOf(organisation), more);
        return new TrailFilter(q, person, with, null, kind, kinds, from, to, zone, List.copyOf(more));
    }

    /** The first instant of the first day. */
    @Nullable
    Instant start() {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day. */
    @Nullable
    Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether the person asked for anything but everything. */
    public boolean isNarrowed() {
        return !q.isEmpty()
                || !person.isEmpty()
                || !with.isEmpty()
                || organisation != null
                || !kinds.isEmpty()
                || from != null
                || to != null;
    }

    /** That address with this filter. */
    public String at(String path) {
        return builder(path).encode().build().toUriString();
    }

    /** That address with this filter, and the page at that key. */
    public String at(String path, String direction, TrailKey key) {
        return builder(path).queryParam(direction, key).encode().build().toUriString();
    }

    /** That address with this filter, for any other organisation. */
    public String withAnybody(String path) {
        return new TrailFilter(q, person, "", null, kind, kinds, from, to, zone, ignored).at(path);
    }

    private UriComponentsBuilder builder(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "q", q);
        add(address, "person", person);
        add(address, "with", organisation == null ? with : organisation.toString());
        add(address, "kind", kind);
        add(address, "from", from == null ? "" : from.toString());
        add(address, "to", to == null ? "" : to.toString());
        return address;
    }

    // as a variable: only so is every sign of it encoded, a plus too
    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
