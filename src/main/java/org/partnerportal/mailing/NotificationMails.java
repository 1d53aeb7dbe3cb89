package org.partnerportal.mailing;

import java.util.List;
import java.util.stream.Collectors;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.NotificationAddressEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The mail to a new notification address, with the link to confirm it. */
@Component
class NotificationMails {

    private final MailWriter mails;

    NotificationMails(MailWriter mails) {
        this.mails = mails;
    }

    @EventListener
    void on(NotificationAddressEvent.Added event) {
        Reader reader = Reader.of("", event.email(), event.language());
        String topics = event.topics().stream()
                .sorted()
                .map(topic -> mails.text(reader, "MailTopic." + topic))
                .collect(Collectors.joining(mails.text(reader, "entrarole.and")));
        mails.write(
                reader,
                event.kind(),
                event.subject(),
                event.who().name(),
                mails.name(event.customer()),
                List.of(mails.fact(reader, "topics", topics)),
                event.path());
    }
}
