package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.application.ApplicationEvent;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.shared.TenantId;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of apps: those who decide of a version that waits, whoever submitted it of the decision. */
@Component
class ApplicationMails {

    private final MailWriter mails;
    private final TenantService tenants;

    ApplicationMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(ApplicationEvent.Submitted event) {
        TenantId customer = event.application().customer();
        for (Reader reader : mails.readers(MailTopic.APPLICATIONS, customer, tenants.globalAdministrators(customer))) {
            write(reader, event, "/applications/", null);
        }
    }

    @EventListener
    void on(ApplicationEvent.Approved event) {
        submitter(event.partner(), event.submitter())
                .forEach(reader -> write(reader, event, "/partner/applications/", null));
    }

    @EventListener
    void on(ApplicationEvent.Rejected event) {
        submitter(event.partner(), event.submitter())
                .forEach(reader -> write(reader, event, "/partner/applications/", event.reason()));
    }

    /** Whoever submitted it, as long as the person is there; else the admin agents. */
    private List<Reader> submitter(TenantId partner, @Nullable UUID submitter) {
        List<Contact> people = submitter == null ? List.of() : tenants.contacts(partner, List.of(submitter));
        return people.stream().anyMatch(Contact::active)
                ? people.stream()
                        .flatMap(person -> mails.reader(MailTopic.APPLICATIONS, person).stream())
                        .toList()
                : mails.readers(MailTopic.APPLICATIONS, partner, tenants.adminAgents(partner));
    }

    /** In the texts the other party is the app, by its name and number. */
    private void write(Reader reader, ApplicationEvent event, String page, @Nullable String reason) {
        ApplicationEvent.Facts application = event.application();
        List<Fact> facts = new ArrayList<>(List.of(
                mails.fact(reader, "partner", mails.name(application.partner())),
                mails.fact(reader, "customer", mails.name(application.customer())),
                mails.fact(reader, "sha256", application.sha256())));
        if (reason != null) {
            facts.add(mails.fact(reader, "reason", reason));
        }
        String path = page + application.id() + "/versions/" + event.subject();
        String name = application.name() + " " + application.number();
        mails.write(reader, event.kind(), event.subject(), event.who().name(), name, facts, path);
    }
}
