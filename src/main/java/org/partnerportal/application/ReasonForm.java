package org.partnerportal.application;

import org.jspecify.annotations.Nullable;

/** What the form that rejects a version sends, as typed. */
record ReasonForm(@Nullable String reason) {

    String text() {
        return ApplicationForm.lines(reason);
    }
}
