package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.shared.TenantId;
import org.partnerportal.subscription.CancelReason;
import org.partnerportal.subscription.Charge;
import org.partnerportal.subscription.SubscriptionEvent;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who look after an organisation's bills what became of its subscriptions. */
@Component
class SubscriptionMails {

    /** So many of a vendor's people are told at most. */
    private static final int MOST_TOLD = 50;

    private final MailWriter mails;
    private final TenantService tenants;

    SubscriptionMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(SubscriptionEvent event) {
        String customer = mails.name(event.customer());
        String kind = event.cancelReason() == CancelReason.SELLER_LEFT ? "SubscriptionSellerLeft" : event.kind();
        for (Reader reader :
                mails.readers(MailTopic.BILLING, event.customer(), tenants.billingAdministrators(event.customer()))) {
            mails.write(
                    reader,
                    kind,
                    event.subject(),
                    event.who().name(),
                    customer,
                    facts(reader, event),
                    "/billing/your-products/" + event.subject());
        }
    }

    /** Those of the vendor's people who see its sales learn of each; who of the customer's bought is not theirs to know. */
    @EventListener
    void on(SubscriptionEvent.Bought event) {
        SubscriptionEvent.Facts subscription = event.subscription();
        TenantId vendor = subscription.seller();
        if (vendor == null || !subscription.product().isSoftware()) {
            return;
        }
        String customer = mails.name(event.customer());
        List<Contact> people =
                tenants.adminAgents(vendor).stream().limit(MOST_TOLD).toList();
        for (Reader reader : mails.readers(MailTopic.BILLING, vendor, people)) {
            List<Fact> facts = List.of(
                    mails.fact(reader, "product", subscription.title().text(reader.locale())),
                    mails.fact(reader, "licenses", String.valueOf(subscription.quantity())),
                    mails.fact(reader, "amount", event.charge().amount().text(reader.locale())),
                    mails.fact(reader, "reference", subscription.reference()));
            String path = "/partner/customers/" + event.customer() + "/subscriptions/" + event.subject();
            mails.write(reader, "SoftwareSold", event.subject(), customer, customer, facts, path);
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
