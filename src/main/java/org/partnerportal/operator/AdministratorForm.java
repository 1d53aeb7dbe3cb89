package org.partnerportal.operator;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** Who is to be the first administrator of an organisation. */
record AdministratorForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language) {

    static AdministratorForm of(String name, String email, String language) {
        return new AdministratorForm(Ids.next().toString(), name, email, language);
    }

    /** The id of the mail's link, chosen with the form: sent twice, it is still one mail. */
    UUID link() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String personName() {
        return Parse.text(name).strip();
    }

    String address() {
        return Parse.text(email).strip().toLowerCase(Locale.ROOT);
    }

    String languageCode() {
        return Parse.text(language);
    }
}
