package org.partnerportal.bulkinvitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a file.
 *
 * @param columns what stands in each column, in their order; null where nobody knows
 * @param unknown the names of columns that are left unread
 */
record Heading(List<@Nullable Column> columns, List<String> unknown) {}
