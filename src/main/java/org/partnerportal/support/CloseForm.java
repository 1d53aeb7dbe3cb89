package org.partnerportal.support;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/**
 * What the form that closes a request sends, as typed.
 *
 * @param steps how many steps the thread had on the page
 */
record CloseForm(@Nullable String solution, @Nullable String steps) {

    String text() {
        return SupportForm.lines(solution);
    }

    int stepsShown() {
        return Parse.number(steps).orElse(0);
    }

    @Override
    public String toString() {
        return "CloseForm[…]";
    }
}
