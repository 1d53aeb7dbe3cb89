package org.partnerportal.operator;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.CutCount;

/**
 * One page of a list, newest first.
 *
 * @param lines the lines
 * @param count how many match, counted up to {@link CutCount#MOST}
 * @param next the line before which the next page begins, or null on the last
 */
record Listed<T>(List<T> lines, long count, @Nullable UUID next) implements CutCount {}
