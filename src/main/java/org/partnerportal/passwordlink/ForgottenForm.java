package org.partnerportal.passwordlink;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form "Forgotten password" sends. */
record ForgottenForm(@Nullable String id, @Nullable String email) {

    static ForgottenForm empty() {
        return new ForgottenForm(Ids.next().toString(), "");
    }

    UUID request() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String address() {
        return Parse.text(email).strip().toLowerCase(Locale.ROOT);
    }
}
