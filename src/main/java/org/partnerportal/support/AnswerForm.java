package org.partnerportal.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/**
 * What the form of a message sends, as typed.
 *
 * @param closed whether the page showed the request as closed
 */
record AnswerForm(
        @Nullable String id,
        @Nullable String message,
        @Nullable String closed) {

    static AnswerForm empty() {
        return new AnswerForm(Ids.next().toString(), "", null);
    }

    /** The id of the message to be, chosen with the form: sent twice, it is still one message. */
    UUID step() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String text() {
        return SupportForm.lines(message);
    }

    boolean isShownClosed() {
        return Boolean.parseBoolean(closed);
    }

    @Override
    public String toString() {
        return "AnswerForm[…]";
    }
}
