package org.partnerportal.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form "Register your organisation" sends. */
record RegistrationForm(
        @Nullable String id,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String domain,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String password,
        @Nullable String zone) {

    static RegistrationForm empty(String country, String language) {
        return new RegistrationForm(Ids.next().toString(), "", country, "", "", "", language, "", "");
    }

    /** The id of the registration to be, chosen with the form: sent twice, it is still one registration and one code. */
    UUID registration() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    NewOrganisation organisationToRegister() {
        return new NewOrganisation(
                Parse.text(organisation),
                Parse.text(country),
                Parse.text(domain),
                Parse.text(name),
                Parse.text(email),
                Parse.text(language),
                Parse.text(password));
    }

    @Override
    public String toString() {
        return "RegistrationForm[" + domain + "]"; // never the password
    }
}
