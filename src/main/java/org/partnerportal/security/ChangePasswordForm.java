package org.partnerportal.security;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form "Change password" sends, with the password that it was shown for, by its time. */
record ChangePasswordForm(
        @Nullable String shown,
        @Nullable String current,
        @Nullable String password) {

    String passwordShown() {
        return Parse.text(shown);
    }

    String present() {
        return Parse.text(current);
    }

    String chosen() {
        return Parse.text(password);
    }

    @Override
    public String toString() {
        return "ChangePasswordForm[]"; // never the passwords
    }
}
