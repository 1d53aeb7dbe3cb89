package org.partnerportal.operator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** How customers will reach a partner. */
record ProfileForm(@Nullable String phone, @Nullable String supportEmail) {

    String number() {
        return Parse.text(phone).strip();
    }

    String address() {
        return Parse.text(supportEmail).strip().toLowerCase(Locale.ROOT);
    }
}
