package org.partnerportal.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps the counts of the latest searches until anything in the directory changes, so that turning pages counts nothing. */
class FacetCache {

    private static final int MOST = 500;

    private record Search(boolean nothing, List<String> words, Map<Facet, Set<String>> chosen) {}

    private record Counted(long changes, FacetCounts counts) {}

    private final Map<Search, Counted> kept = new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Search, Counted> eldest) {
            return size() > MOST;
        }
    };

    /** The counts as of that change or a later one. */
    FacetCounts get(DirectoryFilter filter, long changes, Supplier<FacetCounts> count) {
        var search = new Search(filter.findsNothing(), filter.words(), filter.chosen());
        synchronized (kept) {
            Counted known = kept.get(search);
            if (known != null && known.changes() == changes) {
                return known.counts();
            }
        }
        FacetCounts counts = count.get();
        synchronized (kept) {
            kept.put(search, new Counted(changes, counts));
        }
        return counts;
    }
}
