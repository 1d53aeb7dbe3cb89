package org.partnerportal.registration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form "Register your organisation" sends. */
record RegistrationForm(
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String domain,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String password,
        @Nullable String zone) {

    static RegistrationForm empty(String country, String language) {
        return new RegistrationForm("", country, "", "", "", language, "", "");
    }

    NewOrganisation organisationToRegister() {
        return new NewOrganisation(
                text(organisation),
                text(country),
                text(domain),
                text(name),
                text(email),
                text(language),
                text(password));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    @Override
    public String toString() {
        return "RegistrationForm[" + domain + "]"; // never the password
    }
}
