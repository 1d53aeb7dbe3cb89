package org.partnerportal.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.partnerportal.shared.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the search table: all counts by one pass, one page by another. Both databases take the same conditions and the same
 * order; PostgreSQL packs what is counted into one value, and has an index for parts of words.
 */
@Component
class DirectorySearch {

    static final int PAGE = 20;

    /** Nobody waits any longer for a page, in seconds. */
    private static final int PATIENCE = 5;

    private static final int MOST_SIMILAR = 5;
    private static final String LIKENESS = "0.4";

    private final JdbcClient database;
    private final boolean postgres;
    private final FacetCache cache = new FacetCache();

    DirectorySearch(DataSource dataSource, @Value("${spring.datasource.url}") String url) {
        this.postgres = url.startsWith("jdbc:postgresql:");
        var template = new JdbcTemplate(dataSource);
        if (postgres) { // H2 would keep the limit for everything that its connection does afterwards
            template.setQueryTimeout(PATIENCE);
        }
        this.database = JdbcClient.create(new NamedParameterJdbcTemplate(template));
    }

    /** How many listings the search finds, and how many it would find with each value; read anew after every change. */
    FacetCounts count(DirectoryFilter filter) {
        return cache.get(filter, changes(), () -> counted(filter));
    }

    /**
     * How often the directory was changed. PostgreSQL is told to plan each search for its own words: a plan for any words
     * would ask the index for words that are too short for it.
     */
    private long changes() {
        String plan = postgres ? ", set_config('plan_cache_mode', 'force_custom_plan', true)" : "";
        return database.sql("select changes" + plan + " from directory_state")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private FacetCounts counted(DirectoryFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String missed = filter.chosen().entrySet().stream()
                .map(choice -> "case when " + holds(choice.getKey(), choice.getValue(), parameters) + " then 0 else "
                        + choice.getKey().bit() + " end")
                .collect(Collectors.joining(" + "));
        String atMostOne = Stream.concat(
                        Stream.of(0), filter.chosen().keySet().stream().map(Facet::bit))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String found = "from (select facets, " + (missed.isEmpty() ? "0" : missed) + " as missed from directory_entry"
                + where(words(filter, parameters)) + ") entry where missed in (" + atMostOne + ")";
        var counts = new FacetCounts();
        if (postgres) {
            database.sql("select string_agg(set_byte(facets, 0, missed), '') " + found)
                    .params(parameters)
                    .query(byte[].class)
                    .optional()
                    .ifPresent(listings -> FacetBytes.count(listings, counts));
        } else {
            database.sql("select missed, facets " + found).params(parameters).query(row -> {
                byte[] listing = row.getBytes("facets");
                listing[0] = row.getByte("missed");
                FacetBytes.count(listing, counts);
            });
        }
        return counts;
    }

    /** The partners on one page, in the order in which it shows them; the first page is 1. */
    List<TenantId> page(DirectoryFilter filter, int page, Locale reader) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = words(filter, parameters);
        filter.chosen().forEach((facet, values) -> conditions.add(holds(facet, values, parameters)));
        String order = filter.sort() == DirectoryFilter.Sort.NAME ? "" : rank(filter.words(), parameters);
        parameters.put("skipped", (page - 1) * PAGE);
        return partners(
                "select partner_id from directory_entry" + where(conditions) + " order by " + order + sort(reader)
                        + " offset :skipped rows fetch next " + PAGE + " rows only",
                parameters);
    }

    /** Partners whose names are like what was typed; none where the database cannot tell. */
    List<TenantId> similar(DirectoryFilter filter, Locale reader) {
        if (!postgres || filter.words().isEmpty() || !knowsLikeness()) {
            return List.of();
        }
        database.sql("select set_config('pg_trgm.word_similarity_threshold', :likeness, true)")
                .param("likeness", LIKENESS)
                .query(String.class)
                .single();
        return partners(
                "select partner_id from directory_entry where :typed <% names order by word_similarity(:typed, names) desc, "
                        + sort(reader) + " fetch first " + MOST_SIMILAR + " rows only",
                Map.of("typed", String.join(" ", filter.words())));
    }

    private boolean knowsLikeness() {
        return database.sql("select to_regproc('word_similarity') is not null")
                .query(Boolean.class)
                .single();
    }

    private List<TenantId> partners(String sql, Map<String, Object> parameters) {
        return database.sql(sql).params(parameters).query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static String sort(Locale reader) {
        return reader.getLanguage().equals("ja") ? "sort_ja" : "sort_en";
    }

    /** All words must be found; they are letters and digits only, so nothing in them means anything to the database. */
    private static List<String> words(DirectoryFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (filter.findsNothing()) {
            conditions.add("1 = 0");
        }
        for (String word : filter.words()) {
            String name = "word" + conditions.size();
            parameters.put(name, "%" + word + "%");
            conditions.add("words like :" + name);
        }
        return conditions;
    }

    private static String holds(Facet facet, Set<String> values, Map<String, Object> parameters) {
        if (facet != Facet.COUNTRY) {
            parameters.put(facet.word(), facet.mask(values));
            return "bitand(" + facet.column() + ", cast(:" + facet.word() + " as bigint)) <> 0";
        }
        List<String> codes = List.copyOf(values);
        return IntStream.range(0, codes.size())
                .mapToObj(number -> {
                    parameters.put("country" + number, "% " + codes.get(number) + " %");
                    return "countries like :country" + number;
                })
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The name itself, then names that begin so, then those with such words, then those with such parts, then the rest. */
    private static String rank(List<String> words, Map<String, Object> parameters) {
        if (words.isEmpty()) {
            return "";
        }
        String typed = String.join(" ", words);
        parameters.put("equal", "%\n" + typed + "\n%");
        parameters.put("beginning", "%\n" + typed + "%");
        List<String> asWords = new ArrayList<>();
        List<String> asParts = new ArrayList<>();
        for (String word : words) {
            String name = "part" + asParts.size();
            parameters.put(name, "%" + word + "%");
            parameters.put(name + "Line", "%\n" + word + "%");
            parameters.put(name + "Word", "% " + word + "%");
            asWords.add("(names like :" + name + "Line or names like :" + name + "Word)");
            asParts.add("names like :" + name);
        }
        return "case when names like :equal then 0 when names like :beginning then 1 when "
                + String.join(" and ", asWords) + " then 2 when " + String.join(" and ", asParts)
                + " then 3 else 4 end, ";
    }
}
