package org.partnerportal.referral;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form that closes a request sends, as typed. */
record CloseForm(@Nullable String outcome, @Nullable String message) {

    @Nullable
    ReferralOutcome how() {
        return Parse.constant(ReferralOutcome.class, outcome).orElse(null);
    }

    String text() {
        return Parse.text(message).replace("\r\n", "\n").strip();
    }
}
