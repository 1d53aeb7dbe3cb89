package org.partnerportal.directory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.partnerportal.shared.Folding;
import org.partnerportal.shared.Parse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is searched for, all of it taken from the address. A value that nobody knows is left out and told.
 *
 * @param q what was typed; empty for all
 * @param words the words to look for in it
 * @param chosen the chosen values of each facet; only facets with a choice
 * @param sort the order
 * @param page the page as it was asked for; the first is 1
 * @param asked how the page was written in the address; empty for the first
 * @param ignored what was left out
 */
record DirectoryFilter(
        String q,
        List<String> words,
        Map<Facet, Set<String>> chosen,
        Sort sort,
        int page,
        String asked,
        List<Ignored> ignored) {

    static final String PATH = "/directory";
    static final int LONGEST_SEARCH = 100;
    static final int MOST_WORDS = 8;

    private static final int MOST_IGNORED = 5;
    private static final int LONGEST_SHOWN = 40;

    /**
     * A value that nobody knows.
     *
     * @param facet where it stood
     * @param value what stood there, cut short
     */
    record Ignored(Facet facet, String value) {}

    /** The order. */
    enum Sort {
        /** The best match first, by name among equals; by name alone where no words are looked for. */
        RELEVANCE,
        /** By name. */
        NAME
    }

    static DirectoryFilter of(MultiValueMap<String, String> parameters) {
        String q = Parse.words(parameters.getFirst("q"), LONGEST_SEARCH);
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        List<Ignored> ignored = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            for (String text : parameters.getOrDefault(facet.word(), List.of())) {
                facet.value(text)
                        .ifPresentOrElse(
                                value -> chosen.computeIfAbsent(facet, none -> new TreeSet<>())
                                        .add(value),
                                () -> ignore(facet, text, ignored));
            }
        }
        String asked = Parse.words(parameters.getFirst("page"), LONGEST_SHOWN);
        return new DirectoryFilter(
                q,
                Folding.words(q, MOST_WORDS),
                Collections.unmodifiableMap(chosen),
                Parse.constant(Sort.class, parameters.getFirst("sort")).orElse(Sort.RELEVANCE),
                page(asked),
                asked,
                List.copyOf(ignored));
    }

    private static void ignore(Facet facet, String text, List<Ignored> ignored) {
        if (!text.isBlank() && ignored.size() < MOST_IGNORED) {
            ignored.add(new Ignored(facet, Parse.words(text, LONGEST_SHOWN)));
        }
    }

    /** The number of the page; larger ones than there are numbers mean the last page. */
    private static int page(String asked) {
        return Parse.number(asked).orElse(asked.matches("\\d+") ? Integer.MAX_VALUE : asked.isEmpty() ? 1 : 0);
    }

    /** Whether words were typed, and none of them is one that could be found. */
    boolean findsNothing() {
        return !q.isEmpty() && words.isEmpty();
    }

    public boolean isNarrowed() {
        return !q.isEmpty() || !chosen.isEmpty();
    }

    public boolean isSortedByName() {
        return sort == Sort.NAME;
    }

    /** How many values are chosen. */
    public int choices() {
        return chosen.values().stream().mapToInt(Set::size).sum();
    }

    public boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    /** The address of this search from its first page on. */
    public String at() {
        return address(PATH, q, chosen, sort, 1);
    }

    /** The address of one page of it. */
    public String at(int number) {
        return address(PATH, q, chosen, sort, number);
    }

    /** The address of a partner's page that leads back to this one. */
    public String atPartner(Object partner, int number) {
        return address(PATH + "/" + partner, q, chosen, sort, number);
    }

    /** The address without the words. */
    public String withoutWords() {
        return address(PATH, "", chosen, sort, 1);
    }

    /** The address with the words alone. */
    public String withoutChoices() {
        return address(PATH, q, Map.of(), sort, 1);
    }

    /** The address without one chosen value. */
    public String without(Facet facet, String value) {
        Map<Facet, Set<String>> fewer = new EnumMap<>(Facet.class);
        chosen.forEach((each, values) -> fewer.put(
                each,
                new TreeSet<>(values.stream()
                        .filter(one -> each != facet || !one.equals(value))
                        .toList())));
        return address(PATH, q, fewer, sort, 1);
    }

    private static String address(String path, String q, Map<Facet, Set<String>> chosen, Sort sort, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        Stream.of(q).filter(words -> !words.isEmpty()).forEach(words -> address.queryParam("q", "{q}"));
        chosen.forEach((facet, values) -> values.forEach(value -> address.queryParam(facet.word(), value)));
        if (sort == Sort.NAME) {
            address.queryParam("sort", "name");
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        // as a variable: only so is every sign of it encoded, a plus too
        return address.encode().buildAndExpand(Map.of("q", q)).toUriString();
    }
}
