package org.partnerportal.mailing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.listing.ListingEvent;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of directory listings: the operators of what waits, the partner of what the operator decides. */
@Component
class ListingMails {

    private static final String PAGE = "/partner/profile";

    private final MailWriter mails;
    private final TenantService tenants;

    ListingMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    /** At most once a day while something waits: the list tells of the others, and nobody reads a mail for each. */
    @EventListener
    void on(ListingEvent.Submitted event) {
        if (event.tell()) {
            String partner = mails.name(event.partner());
            for (Contact operator : tenants.operators()) {
                write(Reader.of(operator), event, partner, null, "/operator/listings?show=waiting");
            }
        }
    }

    @EventListener
    void on(ListingEvent.Approved event) {
        tell(submitter(event.partner(), event.submittedBy()), event, null);
    }

    @EventListener
    void on(ListingEvent.Returned event) {
        tell(submitter(event.partner(), event.submittedBy()), event, event.reason());
    }

    @EventListener
    void on(ListingEvent.Blocked event) {
        tell(agents(event.partner()), event, event.reason());
    }

    @EventListener
    void on(ListingEvent.Unblocked event) {
        tell(agents(event.partner()), event, null);
    }

    /** Whoever submitted the text, as long as the person is there; else the admin agents. */
    private List<Reader> submitter(TenantId partner, @Nullable UUID submittedBy) {
        List<Contact> people = submittedBy == null ? List.of() : tenants.contacts(partner, List.of(submittedBy));
        return people.stream().anyMatch(Contact::active)
                ? people.stream()
                        .flatMap(person -> mails.reader(MailTopic.LISTING, person).stream())
                        .toList()
                : agents(partner);
    }

    private List<Reader> agents(TenantId partner) {
        return mails.readers(MailTopic.LISTING, partner, tenants.adminAgents(partner));
    }

    private void tell(List<Reader> readers, ListingEvent event, @Nullable String reason) {
        String partner = mails.name(event.partner());
        for (Reader reader : readers) {
            write(reader, event, partner, reason, PAGE);
        }
    }

    private void write(Reader reader, ListingEvent event, String partner, @Nullable String reason, String page) {
        List<Fact> facts = reason == null ? List.of() : List.of(mails.fact(reader, "reason", reason));
        mails.write(reader, event.kind(), event.subject(), event.who().name(), partner, facts, page);
    }
}
