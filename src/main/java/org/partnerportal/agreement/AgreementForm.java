package org.partnerportal.agreement;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the agreement page sends: the version shown, its language, and the tick. */
record AgreementForm(
        @Nullable String version,
        @Nullable String language,
        @Nullable String read) {

    @Nullable
    UUID shown() {
        return Parse.uuid(version).orElse(null);
    }

    String shownIn() {
        return Objects.requireNonNullElse(language, "en");
    }

    boolean hasRead() {
        return Boolean.parseBoolean(read);
    }
}
