package org.partnerportal.accessreview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;
import org.springframework.util.MultiValueMap;

/**
 * What the page of an open review sends. Read by hand, since each row is a field of its own.
 *
 * @param shown the rows that the page showed
 * @param decisions what was chosen, by row
 * @param note the note, as typed
 * @param signed the tick of the signature
 */
record AccessReviewForm(
        Set<GrantKey> shown,
        Map<String, Decision> decisions,
        String note,
        @Nullable String signed) {

    static final AccessReviewForm EMPTY = new AccessReviewForm(Set.of(), Map.of(), "", null);

    private static final String ROW = "decisions[";

    static AccessReviewForm of(MultiValueMap<String, String> sent) {
        Set<GrantKey> shown = new HashSet<>();
        sent.getOrDefault("shown", List.of()).forEach(row -> GrantKey.parse(row).ifPresent(shown::add));
        Map<String, Decision> decisions = new HashMap<>();
        for (GrantKey row : shown) {
            List<String> chosen = sent.getOrDefault(field(row), List.of());
            if (chosen.size() == 1) { // keeping and removing at once is no answer
                Parse.constant(Decision.class, chosen.get(0))
                        .filter(Decision::isAnswer)
                        .ifPresent(decision -> decisions.put(row.toString(), decision));
            }
        }
        String note = Objects.requireNonNullElse(sent.getFirst("note"), "").strip();
        return new AccessReviewForm(shown, decisions, note, sent.getFirst("signed"));
    }

    /** The name of the field of one row. */
    static String field(GrantKey row) {
        return ROW + row + "]";
    }

    AccessReviewAnswers answers() {
        Map<GrantKey, Decision> chosen = new HashMap<>();
        shown.forEach(row -> {
            Decision decision = decisions.get(row.toString());
            if (decision != null) {
                chosen.put(row, decision);
            }
        });
        return new AccessReviewAnswers(shown, chosen, note, Boolean.parseBoolean(signed));
    }
}
