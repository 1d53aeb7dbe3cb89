package org.partnerportal.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Parse;

/** What the forms of an organisation's address send, as typed. */
record NotificationForm(@Nullable String email, @Nullable String language, List<String> topics) {

    @SuppressWarnings("NullAway") // binding leaves out what the browser did not send
    NotificationForm {
        topics = Objects.requireNonNullElse(topics, List.of());
    }

    static NotificationForm empty(String language) {
        return new NotificationForm("", language, List.of());
    }

    String address() {
        return Parse.text(email).strip().toLowerCase(Locale.ROOT);
    }

    String readIn() {
        return Parse.text(language);
    }

    /** What is ticked; words that are no topic are left out. */
    public Set<MailTopic> wanted() {
        Set<MailTopic> wanted = EnumSet.noneOf(MailTopic.class);
        topics.forEach(topic -> Parse.constant(MailTopic.class, topic).ifPresent(wanted::add));
        return wanted;
    }
}
