package org.partnerportal.passwordlink;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form "Choose a password" sends. */
record PasswordForm(@Nullable String password) {

    String chosen() {
        return Parse.text(password);
    }

    @Override
    public String toString() {
        return "PasswordForm[]"; // never the password
    }
}
