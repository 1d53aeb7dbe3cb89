package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.SubscriptionEvent;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who look after an organisation's bills what became of its subscriptions. */
@Component
class SubscriptionMails {

    private final MailWriter mails;
    private final TenantService tenants;

    SubscriptionMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(SubscriptionEvent event) {
        String customer = mails.name(event.customer());
        for (Reader reader :
                mails.readers(MailTopic.BILLING, event.customer(), tenants.billingAdministrators(event.customer()))) {
            mails.write(
                    reader,
                    event.kind(),
                    event.subject(),
                    event.who().name(),
                    customer,
                    facts(reader, event),
                    "/billing/your-products/" + event.subject());
        }
    }

    private List<Fact> facts(Reader reader, SubscriptionEvent event) {
        SubscriptionEvent.Facts subscription = event.subscription();
        List<Fact> facts = new ArrayList<>();
        String title = subscription.title().text(reader.locale());
        facts.add(mails.fact(reader, "product", mails.text(reader, "Product." + subscription.product(), title)));
        facts.add(
                subscription.product().isDomain()
                        ? mails.fact(reader, "domain", subscription.domain())
                        : mails.fact(reader, "licenses", String.valueOf(subscription.quantity())));
        Charge charge = event.charge();
        if (charge != null) {
            facts.add(mails.fact(reader, "amount", charge.amount().text(reader.locale())));
        }
        facts.add(mails.fact(reader, "term-end", mails.time(reader, subscription.endsAt())));
        if (subscription.seller() != null) {
            facts.add(mails.fact(reader, "partner", mails.name(subscription.seller())));
        }
        return facts;
    }
}
