package org.partnerportal.mailing;

import java.util.List;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.mpsa.MpsaEvent;
import org.partnerportal.mpsa.MpsaFacts;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells both MPSA partners that they see each other's purchases now, or that they don't any more. */
@Component
class MpsaMails {

    private final MailWriter mails;
    private final TenantService tenants;

    MpsaMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    /** There is an event for each of the two. */
    @EventListener
    void on(MpsaEvent event) {
        MpsaFacts consent = event.consent();
        String customer = mails.name(consent.customer());
        for (Reader reader :
                mails.readers(MailTopic.RELATIONSHIPS, consent.first(), tenants.adminAgents(consent.first()))) {
            List<Fact> facts = List.of(
                    mails.fact(reader, "customer", customer),
                    mails.fact(reader, "other-mpsa-partner", consent.secondName()));
            mails.write(
                    reader,
                    event.kind(),
                    event.subject(),
                    event.who().name(),
                    customer,
                    facts,
                    "/partner/customers/" + consent.customer() + "/mpsa-purchases");
        }
    }
}
