package org.partnerportal.setup;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the setup page sends. */
record SetupForm(
        @Nullable String code,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String domain,
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String password,
        @Nullable String zone) {

    static SetupForm empty(String country, String language) {
        return new SetupForm("", "", country, "", "", "", language, "", "");
    }

    String typedCode() {
        return Parse.text(code);
    }

    NewOperator operator() {
        return new NewOperator(
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
        return "SetupForm[" + domain + "]"; // never the password or the code
    }
}
