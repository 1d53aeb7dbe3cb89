package org.partnerportal.agreement;

import java.time.Instant;
import java.util.UUID;

/** One language of a version as its page shows it: which version, since when, and what it says. */
record AgreementPage(UUID id, String name, boolean sample, Instant effectiveAt, AgreementBody body) {}
