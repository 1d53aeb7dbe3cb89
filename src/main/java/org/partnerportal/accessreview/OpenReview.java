package org.partnerportal.accessreview;

import java.time.Instant;
import java.util.UUID;

/**
 * A review that waits to be signed.
 *
 * @param id the review
 * @param reference the number to quote
 * @param openedAt since when it is open
 * @param dueAt when it should be signed
 * @param overdue whether that time is over
 */
public record OpenReview(UUID id, String reference, Instant openedAt, Instant dueAt, boolean overdue) {}
