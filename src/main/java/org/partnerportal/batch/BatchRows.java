package org.partnerportal.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a batch.
 *
 * @param lines the rows
 * @param show the outcome that they are narrowed to, or null for all
 * @param after the number behind which they begin
 * @param next the number behind which the next ones begin, or null after the last
 */
public record BatchRows(
        List<BatchLine> lines,
        @Nullable BatchOutcome show,
        int after,
        @Nullable Integer next) {}
