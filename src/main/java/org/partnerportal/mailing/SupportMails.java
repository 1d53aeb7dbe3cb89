package org.partnerportal.mailing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.support.SupportEvent;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever opened a service request, and whoever looks after it, what others do with it. What people write is read on the
 * page: access may be over one day, and a mail stays.
 */
@Component
class SupportMails {

    private final MailWriter mails;
    private final TenantService tenants;

    SupportMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(SupportEvent.Opened event) {
        event.handlers().forEach(handler -> tell(handler, event.kind(), event, reader -> Stream.empty()));
    }

    @EventListener
    void on(SupportEvent.Answered event) {
        tellBoth(event, reader -> Stream.empty());
    }

    @EventListener
    void on(SupportEvent.Reopened event) {
        tellBoth(event, reader -> Stream.empty());
    }

    @EventListener
    void on(SupportEvent.Closed event) {
        tellBoth(
                event,
                reader -> Stream.of(mails.fact(reader, "reopenUntil", mails.time(reader, event.reopenedUntil()))));
    }

    @EventListener
    void on(SupportEvent.Assigned event) {
        tell(
                event.readers().opener(),
                "SupportTaken",
                event,
                reader -> Stream.of(mails.fact(reader, "with", event.assigneeName())));
        tell(event.readers().assignee(), event.kind(), event, reader -> Stream.empty());
    }

    private void tellBoth(SupportEvent event, Function<Reader, Stream<Fact>> news) {
        tell(event.readers().opener(), event.kind(), event, news);
        tell(event.readers().assignee(), event.kind(), event, news);
        event.readers().handlers().forEach(handler -> tell(handler, event.kind(), event, news));
    }

    private void tell(
            SupportEvent.@Nullable Reader told, String kind, SupportEvent event, Function<Reader, Stream<Fact>> news) {
        if (told == null) {
            return;
        }
        Contact person = tenants.contact(told.account());
        if (person.active()) {
            mails.reader(MailTopic.SERVICE_REQUESTS, person)
                    .ifPresent(reader -> write(reader, told.path(), kind, event, news.apply(reader)));
        }
    }

    /** In the texts the other party is the request, by its reference. */
    private void write(Reader reader, String path, String kind, SupportEvent event, Stream<Fact> news) {
        String reference = event.request().reference();
        List<Fact> facts = Stream.concat(
                        Stream.of(
                                mails.fact(reader, "organisation", event.organisation()),
                                mails.fact(reader, "subject", event.request().subject()),
                                mails.fact(reader, "reference", reference)),
                        news)
                .toList();
        mails.write(reader, kind, event.subject(), who(reader, event), reference, facts, path);
    }

    private String who(Reader reader, SupportEvent event) {
        String name = event.who().name();
        String partner = event.partnerName();
        return partner == null ? name : mails.text(reader, "support.person", name, partner);
    }
}
