package org.partnerportal.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds listings. The database knows the texts, and has an index for parts of their words on PostgreSQL; everything else
 * that is asked stands in an index that this node makes anew whenever it meets a change. So both databases find the same in
 * the same order. Words that name a choice find everybody who made it too: nothing of that stands in the texts, where
 * "security" would be found in every second one.
 */
@Component
class DirectorySearch {

    static final int PAGE = 20;

    /** Nobody waits any longer for a page, in seconds. */
    private static final int PATIENCE = 5;

    /** Rows that stand in memory at once while the index is made. */
    private static final int FETCHED = 1_000;

    private static final int MOST_SIMILAR = 5;
    private static final String LIKENESS = "0.4";

    private static final String ANYWHERE = String.valueOf(DirectoryIndex.ANYWHERE);

    private final JdbcClient database;
    private final FacetLabels labels;
    private final boolean postgres;
    private final Object making = new Object();
    private volatile @Nullable DirectoryIndex index;

    DirectorySearch(DataSource dataSource, FacetLabels labels, @Value("${spring.datasource.url}") String url) {
        this.labels = labels;
        this.postgres = url.startsWith("jdbc:postgresql:");
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCHED);
        if (postgres) { // H2 would keep the limit for everything that its connection does afterwards
            template.setQueryTimeout(PATIENCE);
        }
        this.database = JdbcClient.create(new NamedParameterJdbcTemplate(template));
    }

    /** Everything that the search finds, as the directory is now. */
    DirectoryIndex.Found find(DirectoryFilter filter, Locale reader) {
        DirectoryIndex current = index();
        return current.find(filter.chosen(), hits(current, filter), reader);
    }

    private DirectoryIndex index() {
        DirectoryIndex known = index;
        if (known != null && known.isAsOf(changes())) {
            return known;
        }
        synchronized (making) { // whoever comes meanwhile waits and uses the same
            long changes = changes();
            DirectoryIndex latest = index;
            if (latest == null || !latest.isAsOf(changes)) {
                latest = made(changes);
                index = latest;
            }
            return latest;
        }
    }

    private DirectoryIndex made(long changes) {
        List<UUID> partners = new ArrayList<>();
        List<byte[]> facets = new ArrayList<>();
        database.sql("select partner_id, facets from directory_entry order by sort_en")
                .query(row -> {
                    partners.add(row.getObject(1, UUID.class));
                    facets.add(row.getBytes(2));
                });
        List<UUID> orderJa = database.sql("select partner_id from directory_entry order by sort_ja")
                .query(UUID.class)
                .list();
        return new DirectoryIndex(changes, partners, facets, orderJa);
    }

    /**
     * How often the directory was changed. PostgreSQL is told to plan each search for its own words: a plan for any words
     * would ask the index for words that are too short for it. And it is told not to share a search out among processes:
     * making them takes longer than the search.
     */
    private long changes() {
        String plan = postgres
                ? ", set_config('plan_cache_mode', 'force_custom_plan', true)"
                        + ", set_config('max_parallel_workers_per_gather', '0', true)"
                : "";
        return database.sql("select changes" + plan + " from directory_state")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** What the words find; null without words. */
    private DirectoryIndex.@Nullable Hits hits(DirectoryIndex current, DirectoryFilter filter) {
        if (filter.findsNothing()) {
            return DirectoryIndex.Hits.NONE;
        }
        if (filter.words().isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        List<DirectoryIndex.Meant> meant = new ArrayList<>();
        for (String word : filter.words()) {
            Map<Facet, Set<String>> choices = labels.meant(word);
            if (choices.isEmpty()) {
                texts.add(word);
            } else {
                meant.add(new DirectoryIndex.Meant(choices, current.hits(List.of(word), this::anywhere)));
            }
        }
        byte[] found = texts.isEmpty() ? null : current.hits(texts, this::anywhere);
        // what has the words elsewhere is not compared any further
        byte[] named =
                filter.sort() == DirectoryFilter.Sort.NAME ? new byte[0] : current.named(filter.words(), this::named);
        return new DirectoryIndex.Hits(found, meant, named);
    }

    private byte[] anywhere(List<String> words) {
        return hits("words", words, ANYWHERE, new HashMap<>());
    }

    private byte[] named(List<String> words) {
        Map<String, Object> parameters = new HashMap<>();
        return hits("names", words, rank(words, parameters), parameters);
    }

    /** The listings that hold all words in that column; these are letters and digits only, so they mean nothing to like. */
    private byte[] hits(String column, List<String> words, String rank, Map<String, Object> parameters) {
        String where = IntStream.range(0, words.size())
                .mapToObj(number -> {
                    parameters.put("word" + number, "%" + words.get(number) + "%");
                    return column + " like :word" + number;
                })
                .collect(Collectors.joining(" and ", " from directory_entry where ", ""));
        if (postgres) { // one value instead of many thousand rows
            return database.sql("select string_agg(uuid_send(partner_id) || set_byte('\\x00', 0, " + rank + "), '')"
                            + where)
                    .params(parameters)
                    .query(byte[].class)
                    .optional()
                    .orElseGet(() -> new byte[0]);
        }
        var hits = new ByteArrayOutputStream();
        database.sql("select partner_id, " + rank + where).params(parameters).query(row -> {
            UUID partner = row.getObject(1, UUID.class);
            hits.writeBytes(ByteBuffer.allocate(DirectoryIndex.HIT)
                    .putLong(partner.getMostSignificantBits())
                    .putLong(partner.getLeastSignificantBits())
                    .put(row.getByte(2))
                    .array());
        });
        return hits.toByteArray();
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
        return database
                .sql(
                        "select partner_id from directory_entry where :typed <% names order by word_similarity(:typed, names) desc, "
                                + sort(reader) + " fetch first " + MOST_SIMILAR + " rows only")
                .param("typed", String.join(" ", filter.words()))
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }

    private boolean knowsLikeness() {
        return database.sql("select to_regproc('word_similarity') is not null")
                .query(Boolean.class)
                .single();
    }

    private static String sort(Locale reader) {
        return reader.getLanguage().equals("ja") ? "sort_ja" : "sort_en";
    }

    /** The name itself, then names that begin so, then those with such words, then those with such parts, then the rest. */
    private static String rank(List<String> words, Map<String, Object> parameters) {
        String typed = String.join(" ", words);
        parameters.put("equal", "%\n" + typed + "\n%");
        parameters.put("beginning", "%\n" + typed + "%");
        List<String> asWords = new ArrayList<>();
        for (String word : words) {
            String name = "part" + asWords.size();
            parameters.put(name + "Line", "%\n" + word + "%");
            parameters.put(name + "Word", "% " + word + "%");
            asWords.add("(names like :" + name + "Line or names like :" + name + "Word)");
        }
        return "case when names like :equal then 0 when names like :beginning then 1 when "
                + String.join(" and ", asWords) + " then 2 else 3 end";
    }
}
