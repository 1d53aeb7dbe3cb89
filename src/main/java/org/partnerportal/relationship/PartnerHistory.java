package org.partnerportal.relationship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;

/** What happened between a customer and a partner. The partner's page asks, the trail answers. */
public interface PartnerHistory {

    /** The latest lines, newest first. */
    default List<Line> latest(TenantId customer, TenantId partner, int most) {
        return page(customer, partner, null, most).lines();
    }

    /** The lines before a page's key, newest first; the whole history, page by page. */
    Page page(TenantId customer, TenantId partner, @Nullable String before, int most);

    /**
     * One page of the history.
     *
     * @param lines the lines
     * @param next the key before which the next page begins, or null on the last
     */
    record Page(List<Line> lines, @Nullable String next) {}

    /**
     * One line of the history, in the reader's language.
     *
     * @param at when
     * @param what what happened
     * @param person who did it; empty for the portal itself
     * @param facts the facts, ready to read
     */
    record Line(Instant at, String what, String person, List<String> facts) {}
}
