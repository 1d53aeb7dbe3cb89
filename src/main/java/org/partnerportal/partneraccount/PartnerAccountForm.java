package org.partnerportal.partneraccount;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** The form for a new account, as it is sent. */
record PartnerAccountForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable List<String> roles) {

    static PartnerAccountForm empty(String language) {
        return new PartnerAccountForm(Ids.next().toString(), "", "", language, List.of());
    }

    /** The id chosen with the form: sent twice, it is still one account. */
    UUID wanted() {
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

    /** The template ids of the ticked roles. */
    public Set<String> ticked() {
        return roles == null ? Set.of() : new TreeSet<>(roles);
    }
}
