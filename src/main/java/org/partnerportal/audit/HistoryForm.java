package org.partnerportal.audit;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the address of a history.
 *
 * @param q words to find anywhere
 * @param person words of the name of who did it
 * @param with words of the other organisation's name, or its id
 * @param kind what happened: a kind or an area
 * @param from the first day, in the reader's zone
 * @param to the last day
 * @param before the row before which the page ends
 * @param after the row after which it begins
 */
record HistoryForm(
        @Nullable String q,
        @Nullable String person,
        @Nullable String with,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String before,
        @Nullable String after) {

    /** What stands in an address without anything. */
    static final HistoryForm EVERYTHING = new HistoryForm(null, null, null, null, null, null, null, null);
}
