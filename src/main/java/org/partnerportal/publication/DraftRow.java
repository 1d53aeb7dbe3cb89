package org.partnerportal.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft in the list. */
record DraftRow(UUID id, String name, @Nullable Instant effectiveAt, String changedBy, Instant changedAt) {}
