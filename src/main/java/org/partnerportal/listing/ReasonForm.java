package org.partnerportal.listing;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What the operator's forms "Send back" and "Take out" send.
 *
 * @param revision the revision of the text that the page showed
 * @param reason what the partner is told
 */
record ReasonForm(@Nullable String revision, @Nullable String reason) {

    long shownRevision() {
        return Parse.number(revision).orElse(-1);
    }

    String told() {
        return Parse.text(reason).strip().replace("\r\n", "\n");
    }
}
