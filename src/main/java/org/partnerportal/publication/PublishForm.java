package org.partnerportal.publication;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form under a preview sends: which revision was previewed, and that there is no way back. */
record PublishForm(@Nullable String revision, @Nullable String confirmed) {

    long shown() {
        return Parse.number(revision).orElse(-1);
    }

    boolean isConfirmed() {
        return Boolean.parseBoolean(confirmed);
    }
}
