package org.partnerportal.mailing;

import java.util.List;
import org.partnerportal.customeragreement.AcceptanceRequested;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.publication.PublicationEvent;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told that the agreement waits for them: the customer's billing admins. */
@Component
class AgreementMails {

    private static final String PAGE = "/billing/agreement";

    private final MailWriter mails;
    private final TenantService tenants;

    AgreementMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(PublicationEvent.CustomerTold event) {
        String kind = event.first() ? event.kind() : "PublicationCustomerReminded";
        String customer = mails.name(event.customer());
        List<Contact> admins = tenants.billingAdministrators(event.customer());
        for (Reader reader : mails.readers(MailTopic.AGREEMENT, event.customer(), admins)) {
            List<Fact> facts = List.of(mails.fact(reader, "agreement", event.agreement()));
            mails.write(reader, kind, event.subject(), event.who().name(), customer, facts, PAGE);
        }
    }

    @EventListener
    void on(AcceptanceRequested event) {
        String partner = mails.name(event.partner());
        List<Contact> admins = tenants.billingAdministrators(event.customer());
        for (Reader reader : mails.readers(MailTopic.AGREEMENT, event.customer(), admins)) {
            List<Fact> facts =
                    List.of(mails.fact(reader, "partner", partner), mails.fact(reader, "agreement", event.agreement()));
            mails.write(reader, event.kind(), event.subject(), event.who().name(), partner, facts, PAGE);
        }
    }
}
