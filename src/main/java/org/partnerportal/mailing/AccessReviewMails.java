package org.partnerportal.mailing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnerportal.accessreview.AccessReviewEvent;
import org.partnerportal.accessreview.AccessReviewOverdue;
import org.partnerportal.mailing.MailComposer.Fact;
import org.partnerportal.mailing.MailWriter.Reader;
import org.partnerportal.notification.MailTopic;
import org.partnerportal.tenant.Contact;
import org.partnerportal.tenant.TenantService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told of access reviews: the reviewers, and the partners that were looked at. */
@Component
class AccessReviewMails {

    private final MailWriter mails;
    private final TenantService tenants;

    AccessReviewMails(MailWriter mails, TenantService tenants) {
        this.mails = mails;
        this.tenants = tenants;
    }

    @EventListener
    void on(AccessReviewEvent.Opened event) {
        UUID starter = event.who().account();
        tellReviewers(
                starter == null ? event.kind() : "AccessReviewStarted",
                event.review(),
                event.who().name(),
                tenants.billingAdministrators(event.customer()).stream()
                        .filter(contact -> !contact.account().equals(starter)) // who knows best
                        .toList());
    }

    @EventListener
    void on(AccessReviewOverdue event) {
        tellReviewers(
                "AccessReviewOverdue",
                event.review(),
                "",
                tenants.billingAdministrators(event.review().customer()));
    }

    private void tellReviewers(String kind, AccessReviewEvent.Facts review, String who, List<Contact> contacts) {
        for (Reader reader : mails.readers(MailTopic.REVIEWS, review.customer(), contacts)) {
            List<Fact> facts = List.of(
                    mails.fact(reader, "reference", review.reference()),
                    mails.fact(reader, "due", mails.time(reader, review.dueAt())));
            mails.write(
                    reader,
                    kind,
                    review.id(),
                    who,
                    mails.name(review.customer()),
                    facts,
                    "/settings/access-reviews/" + review.id());
        }
    }

    /** One mail to each partner that the review looked at; of each removal it is told besides. */
    @EventListener
    void on(AccessReviewEvent.Finished event) {
        AccessReviewEvent.Facts review = event.review();
        String customer = mails.name(review.customer());
        for (AccessReviewEvent.Result result : event.results()) {
            List<Contact> agents = tenants.adminAgents(result.partner());
            for (Reader reader : mails.readers(MailTopic.REVIEWS, result.partner(), agents)) {
                List<Fact> facts = new ArrayList<>(List.of(
                        mails.fact(reader, "customer", customer),
                        mails.fact(reader, "reference", review.reference()),
                        mails.fact(reader, "kept", String.valueOf(result.kept())),
                        mails.fact(
                                reader,
                                "removed-count",
                                String.valueOf(result.removed().size()))));
                if (!result.removed().isEmpty()) {
                    facts.add(mails.fact(reader, "removed", removed(reader, result.removed())));
                }
                mails.write(
                        reader,
                        event.kind(),
                        review.id(),
                        event.who().name(),
                        customer,
                        facts,
                        "/partner/customers/" + review.customer());
            }
        }
    }

    private String removed(Reader reader, List<AccessReviewEvent.Removed> removed) {
        return mails.joined(
                reader,
                removed.stream()
                        .map(each -> mails.role(reader, each.role()) + " (" + each.relationship() + ")")
                        .toList());
    }
}
