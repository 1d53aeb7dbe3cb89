package org.partnerportal.security;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the form "Change password" sends. */
record ChangePasswordForm(
        @Nullable String current, @Nullable String password) {

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
