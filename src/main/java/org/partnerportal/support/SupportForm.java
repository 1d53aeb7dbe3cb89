package org.partnerportal.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form of a new request sends, as typed. */
record SupportForm(
        @Nullable String id,
        @Nullable String subject,
        @Nullable String area,
        @Nullable String urgency,
        @Nullable String description,
        @Nullable String language) {

    static SupportForm empty(String language) {
        return new SupportForm(Ids.next().toString(), "", "", "", "", language);
    }

    /** The id of the request to be, chosen with the form: sent twice, it is still one request. */
    UUID request() {
        return Parse.uuid(id).orElse(Ids.FIRST);
    }

    NewRequest content() {
        return new NewRequest(
                Parse.text(subject).strip(),
                Parse.constant(ServiceArea.class, area).orElse(null),
                Parse.constant(Urgency.class, urgency).orElse(null),
                lines(description),
                Parse.text(language));
    }

    /** Text of several lines as it is kept. */
    static String lines(@Nullable String text) {
        return Parse.text(text).replace("\r\n", "\n").strip();
    }

    @Override
    public String toString() {
        return "SupportForm[…]"; // what is wrong with somebody's work is no business of a log
    }
}
