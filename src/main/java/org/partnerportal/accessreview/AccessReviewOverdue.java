package org.partnerportal.accessreview;

import java.time.Instant;

/** A review's time is over and nobody has signed it: told once, and nothing that the trail keeps. */
public record AccessReviewOverdue(Instant at, AccessReviewEvent.Facts review) {}
