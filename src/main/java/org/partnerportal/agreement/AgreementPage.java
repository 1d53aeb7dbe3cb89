package org.partnerportal.agreement;

import java.time.Instant;

/** The agreement's text as its page shows it: which version, since when, and the rendered text. */
record AgreementPage(CurrentAgreement agreement, Instant effectiveAt, String html) {}
