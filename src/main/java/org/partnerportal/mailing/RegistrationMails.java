package org.partnerportal.mailing;

import java.util.List;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.registration.RegistrationStarted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The mail to whoever registers an organisation. */
@Component
class RegistrationMails {

    private final MailWriter mails;

    RegistrationMails(MailWriter mails) {
        this.mails = mails;
    }

    @EventListener
    void on(RegistrationStarted event) {
        Reader reader = Reader.of(event.name(), event.email(), event.language());
        boolean known = event.code().isEmpty();
        List<Fact> facts = known ? List.of() : List.of(mails.fact(reader, "code", event.code()));
        mails.write(
                reader,
                known ? "RegistrationKnown" : "RegistrationStarted",
                event.registration(),
                event.name(),
                event.organisation(),
                facts,
                known ? "/sign-in" : null,
                event.goodUntil());
    }
}
