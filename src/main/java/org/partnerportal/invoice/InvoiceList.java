package org.partnerportal.invoice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;

/**
 * One page of invoices, newest first.
 *
 * @param count how many there are, counted up to {@link CutCount#MOST}
 * @param before the one behind which this page begins, or null on the first
 * @param next the one behind which the next page begins, or null on the last
 */
record InvoiceList(
        List<InvoiceView> lines,
        long count,
        @Nullable UUID before,
        @Nullable UUID next) implements CutCount {}
